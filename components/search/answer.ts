import type {SearchSection} from '../model/guide/guide.js'
import type {Lexicon} from './lexicon.js'
import {IN_HEADING, IN_KEYWORDS, IN_TEXT, IN_TITLE, type InvertedIndex} from './inverted-index.js'
import {FAINT, type Match, type Plan} from './plan.js'
import {FAINT_WORDS, SMALL_WORDS} from './small-words.js'
import {words} from './words.js'

/** What a word counts where it stands, against all that a text can say of it, which is 1. */
const HEADING = 1.6
const TITLE = 1
const KEYWORDS = 0.8
/** A word in another section of the module says what the section is about, too. */
const ELSEWHERE = 0.35
/** What a section's own words count against those of its module. */
const OWN = 1
const MODULE = 0.7
/** Steps are what "how do I" asks for. An opening says why, not how: its module's words are all about it. */
const STEPS = 1.15
const OPENING = 0.6
const K1 = 1.2
const B = 0.6
const HALF_HEADING = 24

/** What a question that editors wrote counts, when it is just what was asked. */
const ASKED = 3

/**
 * What a word weighs that no question of the editors has: people tell what happened ("on the bus", "my parcel"), and the page
 * that answers speaks of none of it.
 */
const DETAIL = 0.4

/** A question that editors wrote: its section, and its words with their weights. */
interface AskedQuestion { section: number; terms: Map<number, number>; weight: number }

/**
 * From this score on, a section is shown as the answer; from the lower one on only where most of the question is in its module,
 * and the best section of any other module is well behind. Measured on questions that the guide does not answer: it is better to
 * show results alone than a wrong answer.
 */
const SURE = 2.3
const LIKELY = {score: 1.5, all: 0.65, margin: 1.2}

/** A section that may answer a question, and how well. */
interface AnswerScore {
  /** Its number. */
  section: number
  score: number
  /** Share of the question, 0 to 1, by weight, that stands in its module. */
  all: number
}

/**
 * Finds the section that answers a question. Ranking asks where the words are; here, a module is asked what it is about, by its
 * title and keywords, and its sections, which of them says it.
 */
export class Answering {
  readonly #index: InvertedIndex
  readonly #sections: readonly SearchSection[]
  readonly #module: Uint32Array
  readonly #isOpening: boolean[]
  readonly #length: Float32Array
  readonly #moduleCount: number
  readonly #asked: AskedQuestion[]
  /** Every word of those questions. */
  readonly #askedTerms: ReadonlySet<number>

  constructor(index: InvertedIndex, lexicon: Lexicon, sections: readonly SearchSection[]) {
    this.#index = index
    this.#sections = sections
    const numbers = new Map<string, number>()
    this.#module = Uint32Array.from(sections, ({module}) => {
      if (!numbers.has(module)) numbers.set(module, numbers.size)
      return numbers.get(module)!
    })
    this.#moduleCount = numbers.size
    this.#isOpening = sections.map(({module}, i) => sections[i - 1]?.module !== module)
    const mean = sections.reduce((sum, {text}) => sum + text.length, 0) / sections.length || 1
    this.#asked = sections.flatMap(({asked = []}, section) => asked.map(question => {
      const terms = new Map<number, number>()
      for (const {word} of words(question)) {
        const term = SMALL_WORDS.has(word) ? -1 : lexicon.find(word)
        if (term >= 0) terms.set(term, this.#rarity([{term, fit: 1}]) * (FAINT_WORDS.has(word) ? FAINT : 1))
      }
      return {section, terms, weight: [...terms.values()].reduce((sum, each) => sum + each, 0)}
    }).filter(({weight}) => weight))
    this.#askedTerms = new Set(this.#asked.flatMap(({terms}) => [...terms.keys()]))
    this.#length = Float32Array.from(sections, ({text}) => K1 * (1 - B + B * text.length / mean))
  }

  /**
   * The number of the section that answers a question; undefined where none does well enough, or a lone word asks nothing.
   *
   * @param allowed - ids of the modules to look at; all when missing
   */
  answer(plan: Plan, allowed?: readonly string[]): number | undefined {
    if (plan.parts.reduce((sum, {size}) => sum + size, plan.unknown) < 2) return undefined
    const found = this.#candidates(plan, allowed)
    const [best] = found
    if (!best) return undefined
    const {score, all, section} = best
    const next = found.find(other => this.#module[other.section] !== this.#module[section])
    const isLikely = score >= LIKELY.score && all >= LIKELY.all && score >= (next?.score ?? 0) * LIKELY.margin
    return score >= SURE || isLikely ? section : undefined
  }

  /** The best first, one a section. */
  #candidates({parts, unknown}: Plan, allowed?: readonly string[]): AnswerScore[] {
    const count = this.#sections.length
    const score = new Float32Array(count)
    const allShare = new Float32Array(count)
    let whole = unknown * this.#rarity([])
    for (const part of parts) {
      const own = new Float32Array(count)
      const about = new Float32Array(this.#moduleCount)
      let weight = 0
      for (const {words, fit} of part.wordings) {
        const rarity = words.reduce((sum, matches) => sum + this.#rarity(matches), 0) / words.length
        weight = Math.max(weight, rarity)
        const held = new Float32Array(count)
        const said = new Float32Array(this.#moduleCount)
        for (const matches of words) this.#addWord(matches, held, said, fit / words.length)
        for (let s = 0; s < count; s++) own[s] = Math.max(own[s]!, held[s]!)
        for (let m = 0; m < said.length; m++) about[m] = Math.max(about[m]!, said[m]!)
      }
      weight *= part.size * (part.weight ?? 1)
      whole += weight
      for (let s = 0; s < count; s++) {
        const module = about[this.#module[s]!]!
        if (!own[s] && !module) continue
        score[s]! += weight * (OWN * own[s]! + MODULE * module)
        allShare[s]! += weight * Math.min(1, Math.max(own[s]!, module) * 3)
      }
    }
    const asked = this.#askedLike(parts, unknown)
    const among = allowed && new Set(allowed)
    const found: AnswerScore[] = []
    for (let s = 0; s < count; s++) {
      const {module, role} = this.#sections[s]!
      if (!score[s] || role === 'questions' || (among && !among.has(module))) continue
      const kind = role === 'steps' ? STEPS : this.#isOpening[s] ? OPENING : 1
      const all = allShare[s]! / whole
      const value = score[s]! / whole * kind * all + ASKED * (asked.get(s) ?? 0)
      found.push({section: s, score: value, all})
    }
    return found.sort((a, b) => b.score - a.score || a.section - b.section)
  }

  /** By section, how like the question is to one of its own: 1 when each says all that the other says. */
  #askedLike(parts: Plan['parts'], unknown: number): Map<number, number> {
    const best = new Map<number, number>()
    for (const {section, terms, weight} of this.#asked) {
      let whole = unknown * this.#rarity([]) * DETAIL
      let said = 0
      const met = new Map<number, number>()
      for (const {wordings, size, weight: share = 1} of parts) {
        let rarity = 0
        let fits = 0
        for (const {words, fit} of wordings) {
          rarity = Math.max(rarity, words.reduce((sum, matches) => sum + this.#rarity(matches), 0) / words.length)
          let sum = 0
          for (const matches of words) {
            let nearest = 0
            for (const match of matches) {
              if (!terms.has(match.term)) continue
              nearest = Math.max(nearest, match.fit)
              met.set(match.term, Math.max(met.get(match.term) ?? 0, match.fit))
            }
            sum += nearest
          }
          fits = Math.max(fits, fit * (sum / words.length) ** 2)
        }
        const isAsked = wordings.some(({words}) => words.every(matches => matches.some(({term}) => this.#askedTerms.has(term))))
        whole += rarity * size * share * (isAsked ? 1 : DETAIL)
        said += rarity * size * share * fits
      }
      if (!said) continue
      let covered = 0
      for (const [term, fit] of met) covered += terms.get(term)! * fit
      const query = said / whole
      const own = Math.min(1, covered / weight)
      best.set(section, Math.max(best.get(section) ?? 0, 2 * query * own / (query + own)))
    }
    return best
  }

  #addWord(matches: readonly Match[], own: Float32Array, about: Float32Array, share: number): void {
    const {starts, sections, marks} = this.#index
    const best = new Map<number, number>()
    const bestAbout = new Map<number, number>()
    for (const {term, fit} of matches) {
      for (let at = starts[term]!; at < starts[term + 1]!; at++) {
        const s = sections[at]!
        const mark = marks[at]!
        const times = mark & IN_TEXT
        const text = times / (times + this.#length[s]!)
        const heading = mark & IN_HEADING ? HEADING * HALF_HEADING / (HALF_HEADING + this.#sections[s]!.heading.length) : 0
        const here = fit * (text + heading)
        best.set(s, Math.max(best.get(s) ?? 0, here))
        const module = fit * Math.max(mark & IN_TITLE ? TITLE : 0, mark & IN_KEYWORDS ? KEYWORDS : 0, here ? ELSEWHERE : 0)
        const m = this.#module[s]!
        bestAbout.set(m, Math.max(bestAbout.get(m) ?? 0, module))
      }
    }
    for (const [s, value] of best) own[s]! += value * share
    for (const [m, value] of bestAbout) about[m]! += value * share
  }

  #rarity(matches: readonly Match[]): number {
    const {starts} = this.#index
    const count = this.#sections.length
    const exact = matches.filter(({fit}) => fit >= 0.9)
    const holders = (exact.length ? exact : matches).reduce((sum, {term}) => sum + starts[term + 1]! - starts[term]!, 0)
    const held = Math.min(count, holders)
    return Math.log(1 + (count - held + 0.5) / (held + 0.5))
  }
}
