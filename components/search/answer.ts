import type {SearchSection} from '../model/guide/guide.js'
import type {Lexicon} from './lexicon.js'
import {IN_HEADING, IN_KEYWORDS, IN_TEXT, IN_TITLE, type InvertedIndex} from './inverted-index.js'
import {FAINT, type Match, type Plan, type QueryPart} from './plan.js'
import {FAINT_WORDS, SMALL_WORDS} from './small-words.js'
import {words} from './words.js'

// What a word says of a section, by where it stands. Measured, as all weights here, on questions with known answers.
const IN_OWN_HEADING = 0.17
const IN_OWN_TEXT = 0.15
/** In the questions that editors wrote for the section, all together: in more of them is a little more. */
const IN_ASKED = 0.18
const HALF_ASKED = 0.5
/** In its module, whose subject tells sections apart that say alike. */
const IN_MODULE = {title: 0.12, keywords: 0.1, elsewhere: 0.04}
/** One question of the editors' that says all that was asked, and nothing else, is more than its words. */
const LIKE_ASKED = 0.25
/** An opening says why, not how: its module's words are all about it. */
const OPENING = 0.5
const K1 = 1.2
const B = 0.6
const HALF_HEADING = 24

/**
 * From this on, a section is shown as the answer. Measured on questions that the guide does not answer: it is better to show
 * results alone than a wrong answer.
 */
const SURE = 0.78
/** How much surer it is where the best section of any other module is well behind, and how far behind makes a difference. */
const LEAD = 0.6
const MOST_LEAD = 2
/** A match that fits less is hardly the word that was typed. */
const WORD = 0.6

/** A question that editors wrote: its section, and its words with their weights. */
interface AskedQuestion { section: number; terms: Map<number, number>; weight: number }

/**
 * Finds the section that answers a question. Ranking asks where the words are; here, a module is asked what it is about, by its
 * title and keywords, and its sections, which of them says it.
 */
export class Answering {
  readonly #index: InvertedIndex
  readonly #sections: readonly SearchSection[]
  readonly #module: Uint32Array
  readonly #moduleCount: number
  /** What a section's score is multiplied by: an opening counts less, and an exercise nothing. */
  readonly #kind: Float32Array
  readonly #length: Float32Array
  readonly #asked: AskedQuestion[]
  /** For each word of those questions, in how many of a section's it is. */
  readonly #askedIn = new Map<number, Map<number, number>>()

  constructor(index: InvertedIndex, lexicon: Lexicon, sections: readonly SearchSection[]) {
    this.#index = index
    this.#sections = sections
    const numbers = new Map<string, number>()
    this.#module = Uint32Array.from(sections, ({module}) => {
      if (!numbers.has(module)) numbers.set(module, numbers.size)
      return numbers.get(module)!
    })
    this.#moduleCount = numbers.size
    this.#kind = Float32Array.from(sections, ({module, role}, i) =>
      role === 'questions' ? 0 : sections[i - 1]?.module === module ? 1 : OPENING)
    const mean = sections.reduce((sum, {text}) => sum + text.length, 0) / sections.length || 1
    this.#length = Float32Array.from(sections, ({text}) => K1 * (1 - B + B * text.length / mean))
    this.#asked = sections.flatMap(({asked = []}, section) => asked.map(question => {
      const terms = new Map<number, number>()
      for (const {word} of words(question)) {
        const term = SMALL_WORDS.has(word) ? -1 : lexicon.find(word)
        if (term >= 0) terms.set(term, this.#rarity([{term, fit: 1}]) * (FAINT_WORDS.has(word) ? FAINT : 1))
      }
      return {section, terms, weight: sumOf(terms.values())}
    }).filter(({weight}) => weight))
    for (const {section, terms} of this.#asked) {
      for (const term of terms.keys()) {
        const held = this.#askedIn.get(term) ?? new Map<number, number>()
        this.#askedIn.set(term, held.set(section, (held.get(section) ?? 0) + 1))
      }
    }
  }

  /**
   * The number of the section that answers a question; undefined where none does well enough, or a lone word asks nothing.
   *
   * @param allowed - ids of the modules to look at; all when missing
   */
  answer({parts, unknown}: Plan, allowed?: readonly string[]): number | undefined {
    if (parts.reduce((sum, {size}) => sum + size, unknown) < 2) return undefined
    const weights = parts.map(part => this.#weight(part))
    const score = this.#likeness(parts, weights)
    parts.forEach((part, i) => this.#addPart(part, weights[i]!, score))
    const among = allowed && new Set(allowed)
    let best = -1
    score.forEach((_, s) => {
      score[s]! *= among && !among.has(this.#sections[s]!.module) ? 0 : this.#kind[s]!
      if (score[s]! > (score[best] ?? 0)) best = s
    })
    if (best < 0) return undefined
    const other = score.reduce((most, value, s) => this.#module[s] === this.#module[best] ? most : Math.max(most, value), 0)
    const amount = score[best]!
    // People tell what happened ("on the bus", "my parcel"), of which the page says nothing: so it counts how much the section
    // says of it, and not only what share that is. A share alone is chance in a short question, as an amount is in a long one.
    const asked = sumOf(parts.map((part, i) => isGuess(part) ? part.size * this.#rarity([]) : weights[i]!))
    const share = amount / (asked + unknown * this.#rarity([]))
    const lead = Math.min(amount / other, MOST_LEAD) ** LEAD
    return Math.sqrt(amount * share) * lead >= SURE ? best : undefined
  }

  #addPart({wordings}: QueryPart, weight: number, score: Float32Array): void {
    const own = new Float32Array(score.length)
    const about = new Float32Array(this.#moduleCount)
    for (const {words, fit} of wordings) {
      const held = new Float32Array(score.length)
      const said = new Float32Array(this.#moduleCount)
      for (const matches of words) this.#addWord(matches, held, said, fit / words.length)
      held.forEach((value, s) => { own[s] = Math.max(own[s]!, value) })
      said.forEach((value, m) => { about[m] = Math.max(about[m]!, value) })
    }
    score.forEach((_, s) => { score[s]! += weight * (own[s]! + about[this.#module[s]!]!) })
  }

  #addWord(matches: readonly Match[], own: Float32Array, about: Float32Array, share: number): void {
    const {starts, sections, marks} = this.#index
    const best = new Map<number, number>()
    const bestAbout = new Map<number, number>()
    for (const {term, fit} of matches) {
      const asked = this.#askedIn.get(term)
      for (let at = starts[term]!; at < starts[term + 1]!; at++) {
        const s = sections[at]!
        const mark = marks[at]!
        const times = mark & IN_TEXT
        const inAsked = asked?.get(s) ?? 0
        const here = IN_OWN_TEXT * times / (times + this.#length[s]!) + IN_ASKED * inAsked / (inAsked + HALF_ASKED)
          + (mark & IN_HEADING ? IN_OWN_HEADING * HALF_HEADING / (HALF_HEADING + this.#sections[s]!.heading.length) : 0)
        best.set(s, Math.max(best.get(s) ?? 0, fit * here))
        const {title, keywords, elsewhere} = IN_MODULE
        const m = this.#module[s]!
        const ofModule = mark & IN_TITLE ? title : mark & IN_KEYWORDS ? keywords : elsewhere
        bestAbout.set(m, Math.max(bestAbout.get(m) ?? 0, fit * ofModule))
      }
    }
    for (const [s, value] of best) own[s]! += value * share
    for (const [m, value] of bestAbout) about[m]! += value * share
  }

  /** By section, how much of what was asked its likest question says, times what share of that question was asked. */
  #likeness(parts: readonly QueryPart[], weights: readonly number[]): Float32Array {
    const likest = new Float32Array(this.#sections.length)
    for (const {section, terms, weight} of this.#asked) {
      const met = new Map<number, number>()
      let said = 0
      parts.forEach(({wordings}, i) => {
        said += weights[i]! * Math.max(...wordings.map(({words, fit}) => fit * (sumOf(words.map(matches => {
          const here = matches.filter(({term}) => terms.has(term))
          for (const {term, fit} of here) met.set(term, Math.max(met.get(term) ?? 0, fit))
          return Math.max(0, ...here.map(({fit}) => fit))
        })) / words.length) ** 2))
      })
      if (!said) continue
      const covered = sumOf([...met].map(([term, fit]) => terms.get(term)! * fit))
      likest[section] = Math.max(likest[section]!, LIKE_ASKED * said * Math.min(1, covered / weight))
    }
    return likest
  }

  /** What a part of the question says of its subject: rare words say more, and words that people ask with little. */
  #weight({wordings, size, weight = 1}: QueryPart): number {
    const rarest = Math.max(0, ...wordings.map(({words}) => sumOf(words.map(matches => this.#rarity(matches))) / words.length))
    return rarest * size * weight
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

/** True for a word that the guide may not have at all, "commode", where the nearest that it has is another, "common". */
function isGuess({wordings}: QueryPart): boolean {
  return wordings.every(({words}) => words.every(matches => matches.every(({fit}) => fit < WORD)))
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0
  for (const each of numbers) sum += each
  return sum
}
