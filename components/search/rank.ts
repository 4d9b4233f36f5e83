import type {SearchSection} from '../model/guide/guide.js'
import {IN_HEADING, IN_KEYWORDS, IN_TEXT, IN_TITLE, type InvertedIndex} from './inverted-index.js'
import {ModuleCounts} from './module-counts.js'
import type {Match, Plan, QueryPart} from './plan.js'
import {Scores} from './scores.js'

/** How much a word counts where it stands, against once in a text of usual length. */
const TITLE = 3
const HEADING = 8
const KEYWORDS = 3
/** In a heading of this many characters a word counts half: half a heading is a better hit than a tenth of one. */
const HALF_HEADING = 24
/** As in BM25: how soon more of the same word stops to count, and how far long texts are marked down. */
const K1 = 1.2
const B = 0.6
/** Under this share of the best figure, a section is found by chance. */
const LEAST_SHARE = 0.08

/** What was found: sections by their numbers. */
export interface Ranked {
  /** The best first. */
  best: number[]
  /** How many fit. */
  total: number
  /** How many of those each module has. */
  byModule: Map<string, number>
}

/** Ranks sections by plans, with room it keeps between queries. */
export class Ranking {
  readonly #index: InvertedIndex
  /** By section, what BM25 adds to a word's count in the text before it divides by it: more in a long text. */
  readonly #length: Float32Array
  /** By section, what a word in the heading counts: less in a long heading. */
  readonly #heading: Float32Array
  /** What the title and keywords count, by mark. */
  readonly #fields = new Float32Array(128)
  readonly #modules: ModuleCounts
  readonly #word: Scores
  readonly #wording: Scores
  readonly #part: Scores
  readonly #total: Scores
  /** Weights of the parts that a section has. */
  readonly #held: Float32Array
  /** Room for the sections that fit. */
  readonly #kept: Uint32Array

  constructor(index: InvertedIndex, sections: readonly SearchSection[]) {
    const count = sections.length
    this.#index = index
    const mean = sections.reduce((sum, {text}) => sum + text.length, 0) / count || 1
    this.#length = Float32Array.from(sections, ({text}) => K1 * (1 - B + B * text.length / mean))
    this.#heading = Float32Array.from(sections, ({heading}) => HEADING * HALF_HEADING / (HALF_HEADING + heading.length))
    this.#modules = new ModuleCounts(sections)
    for (let mark = 0; mark < 128; mark++) {
      this.#fields[mark] = (mark & IN_TITLE ? TITLE : 0) + (mark & IN_KEYWORDS ? KEYWORDS : 0)
    }
    this.#word = new Scores(count)
    this.#wording = new Scores(count)
    this.#part = new Scores(count)
    this.#total = new Scores(count)
    this.#held = new Float32Array(count)
    this.#kept = new Uint32Array(count)
  }

  /**
   * @param most - how many of the best to return
   * @param allowed - ids of the modules to look at; all when missing
   */
  rank({parts}: Plan, most: number, allowed?: readonly string[]): Ranked {
    const whole = parts.reduce((sum, part) => sum + this.#addPart(part), 0)
    const isAllowed = this.#modules.allow(allowed)
    const {touched, values, count} = this.#total
    const kept = this.#kept
    let fitting = 0
    let top = 0
    for (let i = 0; i < count; i++) {
      const section = touched[i]!
      const share = this.#held[section]! / whole
      this.#held[section] = 0
      if (isAllowed && !isAllowed[this.#modules.of[section]!]) continue
      // Cubed, so that a section with all parts nearly always stands before one that lacks an important one.
      values[section]! *= share * share * share
      top = Math.max(top, values[section]!)
      kept[fitting++] = section
    }
    let total = 0
    for (let i = 0; i < fitting; i++) if (values[kept[i]!]! >= top * LEAST_SHARE) kept[total++] = kept[i]!
    const found = kept.subarray(0, total)
    const ranked = {best: bestOf(found, values, most), total, byModule: this.#modules.count(found)}
    this.#total.clear()
    return ranked
  }

  /** @returns the part's weight: rare words weigh more */
  #addPart({wordings, size}: QueryPart): number {
    let weight = 0
    for (const {words, fit} of wordings) {
      const share = size / words.length
      let rarities = 0
      for (const matches of words) rarities += this.#addWord(matches)
      weight = Math.max(weight, rarities * share)
      const {touched, values, times, count} = this.#wording
      for (let i = 0; i < count; i++) {
        const section = touched[i]!
        this.#part.most(section, values[section]! * fit * share * (times[section]! / words.length) ** 2)
      }
      this.#wording.clear()
    }
    const {touched, values, count} = this.#part
    for (let i = 0; i < count; i++) {
      const section = touched[i]!
      this.#total.add(section, values[section]!)
      this.#held[section]! += weight
    }
    this.#part.clear()
    return weight
  }

  /** Adds a word to the wording, each section by its best match. @returns how rare the word is */
  #addWord(matches: readonly Match[]): number {
    const rarity = this.#rarity(matches)
    // A single match needs no comparing. It is also what common words are, which stand in most sections.
    const scores = matches.length === 1 ? undefined : this.#word
    for (const {term, fit} of matches) this.#addTerm(term, fit * rarity, scores)
    if (scores) {
      const {touched, values, count} = scores
      for (let i = 0; i < count; i++) this.#wording.add(touched[i]!, values[touched[i]!]!)
      scores.clear()
    }
    return rarity
  }

  #addTerm(term: number, weight: number, compared: Scores | undefined): void {
    const {starts, sections, marks} = this.#index
    for (let at = starts[term]!, end = starts[term + 1]!; at < end; at++) {
      const section = sections[at]!
      const mark = marks[at]!
      const times = mark & IN_TEXT
      const text = times ? times * (K1 + 1) / (times + this.#length[section]!) : 0
      const score = weight * (this.#fields[mark]! + (mark & IN_HEADING ? this.#heading[section]! : 0) + text)
      if (compared) compared.most(section, score)
      else this.#wording.add(section, score)
    }
  }

  /** Inverse document frequency of a word: of itself when the index has it, else of all that it may mean. */
  #rarity(matches: readonly Match[]): number {
    const {starts} = this.#index
    const count = this.#length.length
    const holders = ({term}: Match): number => starts[term + 1]! - starts[term]!
    const exact = matches.filter(({fit}) => fit >= 0.9)
    const held = Math.min(count, (exact.length ? exact : matches).reduce((sum, match) => sum + holders(match), 0))
    return Math.log(1 + (count - held + 0.5) / (held + 0.5))
  }
}

/** The sections with the greatest values, the earlier of two equals first. Only as many as wanted are ever sorted. */
function bestOf(sections: Uint32Array, values: Float32Array, most: number): number[] {
  const isBefore = (a: number, b: number): boolean => values[a]! > values[b]! || (values[a] === values[b] && a < b)
  const best: number[] = []
  for (const section of sections) {
    if (best.length >= most && !isBefore(section, best.at(-1)!)) continue
    let at = best.length
    while (at > 0 && isBefore(section, best[at - 1]!)) at--
    best.splice(at, 0, section)
    if (best.length > most) best.pop()
  }
  return best
}
