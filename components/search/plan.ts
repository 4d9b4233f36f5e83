import {wordsAsOne} from './compounds.js'
import type {Lexicon} from './lexicon.js'
import type {NearWord} from './near-words.js'
import {FAINT_WORDS, initials, lettersOf, SMALL_WORDS} from './small-words.js'
import type {FoundPhrase, PhraseBook} from './synonyms.js'
import type {Word} from './words.js'

/** A word of the index that stands for a word of the query, and how well: 1 is the word itself. */
export interface Match { term: number; fit: number }

/** One way to say a part of the query: all these words together. Each is a list of its matches. */
export interface Wording { words: Match[][]; fit: number }

/** A part of the query, with each way to say it. `size` is how many words of the query it is. */
export interface QueryPart {
  wordings: Wording[]
  size: number
  /** Less than 1 for a word that people ask with. Default 1. It counts where an answer is looked for, not in the ranking. */
  weight?: number
}

/** What a query asks of the index. */
export interface Plan {
  parts: QueryPart[]
  /** How many words of the query, small ones aside, the index has in no way. */
  unknown: number
  /** The query as it was most likely meant, when a word in it is not in the index. */
  didYouMean?: string
}

/** How well other ways to say a word fit, where the word itself is 1. By slips: 0, 1 and 2. */
const FORM = 0.9
const SYNONYM = 0.75
const SMALL_WORD = 0.3
const WHOLE_BUT_FOR_SLIPS = [1, 0.7, 0.45]
const START_BUT_FOR_SLIPS = [1, 0.5, 0.3]
/** More near words would be guesses. */
const MOST_NEAR_WORDS = 12
/** What a word that people ask with weighs, against one that says what they ask about. */
export const FAINT = 0.35
/** A shorter word that the guide does not have is most likely a word, "held", and no slip for another, "head". */
const SHORTEST_SLIP = 5
const POSTCODE = /^([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})$/

/** @param query - already cut to a length that is searched for */
export function planOf(query: string, lexicon: Lexicon, phrases: PhraseBook): Plan {
  const typed = readQuery(query, lexicon, phrases)
  const asked = typed.map(({word}) => word)
  const found = phrases.find(asked.map(lettersOf))
  const corrections = new Map<number, string>()
  const parts: QueryPart[] = []
  const hasLargeWord = asked.some((word, i) => !SMALL_WORDS.has(word) || inPhrase(found, i))
  for (let at = 0; at < asked.length;) {
    const phrase = found.find(({from}) => from === at)
    const isPair = !phrase && pairIsWord(asked, at, lexicon, found)
    const to = phrase ? phrase.to : isPair ? at + 2 : at + 1
    if (phrase || isPair || !hasLargeWord || !SMALL_WORDS.has(asked[at]!) || (to === asked.length && parts.length === 0)) {
      parts.push(partOf(asked, at, to, phrase, lexicon, corrections))
    }
    at = to
  }
  const known = parts.filter(({wordings}) => wordings.length)
  const unknown = parts.reduce((sum, {wordings, size}) => sum + (wordings.length ? 0 : size), 0)
  const plan: Plan = {parts: known, unknown}
  if (corrections.size && plan.parts.length) {
    plan.didYouMean = typed.reduceRight((text, {start, end}, i) =>
      corrections.has(i) ? text.slice(0, start) + corrections.get(i)! + text.slice(end) : text, query).trim()
  }
  return plan
}

/** The words of a query, with those as one that the index or the synonyms have as one. An older index has fewer. */
function readQuery(query: string, lexicon: Lexicon, phrases: PhraseBook): Word[] {
  return wordsAsOne(query, ({word, from, to, end, isOne}, parts) => {
    if (lexicon.find(word) >= 0) return isOne || parts.slice(from, to).some(part => lexicon.find(part.word) < 0)
    const mayBeTyped = end === query.length && lexicon.begins(word)
    return isOne && (mayBeTyped || phrases.has(lettersOf(word)))
  }).flatMap(typed => lexicon.find(typed.word) < 0 ? halvesOf(typed) : [typed])
}

/** A postcode that is typed without its space. */
function halvesOf(typed: Word): Word[] {
  const [, outward, inward] = POSTCODE.exec(typed.word) ?? []
  if (!outward || !inward || typed.end - typed.start !== typed.word.length) return [typed]
  const middle = typed.start + outward.length
  return [{word: outward, start: typed.start, end: middle}, {word: inward, start: middle, end: typed.end}]
}

function inPhrase(found: readonly FoundPhrase[], at: number): boolean {
  return found.some(({from, to}) => at >= from && at < to)
}

/** "nhs mail" when the index has "nhsmail". */
function pairIsWord(asked: readonly string[], at: number, lexicon: Lexicon, found: readonly FoundPhrase[]): boolean {
  return at + 1 < asked.length && !inPhrase(found, at + 1) && lexicon.find(asked[at]! + asked[at + 1]!) >= 0
}

function partOf(
  asked: readonly string[], from: number, to: number, phrase: FoundPhrase | undefined, lexicon: Lexicon,
  corrections: Map<number, string>,
): QueryPart {
  const own = asked.slice(from, to)
  const isLast = to === asked.length
  const direct = own.map((word, i) => matchesOf(word, isLast && i === own.length - 1, lexicon))
  const wordings: Wording[] = []
  if (direct.every(matches => matches.length)) wordings.push({words: direct, fit: 1})
  if (own.length === 2) {
    const joined = lexicon.find(own.join(''))
    if (joined >= 0) wordings.push({words: [[{term: joined, fit: 1}]], fit: 1})
  }
  // Alone, a small word is most likely meant as initials: the guide's IT, and not each "it".
  const other = own.length === 1 && SMALL_WORDS.has(own[0]!) ? lexicon.find(initials(own[0]!)) : -1
  if (other >= 0 && lexicon.terms[other] !== own[0]) {
    for (const wording of wordings) wording.fit = SMALL_WORD
    wordings.push({words: [[{term: other, fit: 1}]], fit: 1})
  }
  for (const means of phrase?.means ?? []) {
    const meant = wordsAsOne(means, ({isOne, word}) => isOne && lexicon.find(word) >= 0)
      .map(({word}) => matchesOf(word, false, lexicon))
    if (meant.every(matches => matches.length)) wordings.push({words: meant, fit: SYNONYM})
  }
  const weight = !phrase && own.every(word => FAINT_WORDS.has(word)) ? FAINT : 1
  if (wordings.length) return {wordings, size: own.length, weight}
  const guessed = own.map((word, i) =>
    direct[i]!.length ? direct[i]! : guess(word, from + i, isLast, lexicon, corrections))
  const known = guessed.filter(matches => matches.length)
  return {wordings: known.length ? [{words: known, fit: 1}] : [], size: own.length}
}

/** The word, its other forms and, while it may still be being typed, the words it begins. */
function matchesOf(word: string, isLast: boolean, lexicon: Lexicon): Match[] {
  const matches: Match[] = []
  const exact = lexicon.find(word)
  if (exact >= 0) matches.push({term: exact, fit: 1})
  for (const term of lexicon.forms(word)) matches.push({term, fit: FORM})
  if (isLast || (!matches.length && word.length > 2)) {
    // A whole word that begins others, such as "app", is most likely meant as it stands.
    const base = matches.length ? 0.35 : 0.8
    const taken = new Set(matches.map(({term}) => term))
    for (const term of lexicon.begun(word)) {
      if (!taken.has(term)) matches.push({term, fit: base * (0.4 + 0.6 * word.length / lexicon.terms[term]!.length)})
    }
  }
  return matches
}

/** What a word that is not in the index was most likely meant to be. */
function guess(word: string, at: number, isLast: boolean, lexicon: Lexicon, corrections: Map<number, string>): Match[] {
  const fitOf = ({slips, isStart, term}: NearWord): number =>
    (isStart ? START_BUT_FOR_SLIPS : WHOLE_BUT_FOR_SLIPS)[slips]! * (lexicon.terms[term]![0] === word[0] ? 1 : 0.8)
  const near = lexicon.near(word, isLast).filter(({term}) => !lexicon.terms[term]!.includes('.')).map(found => ({term: found.term, fit: fitOf(found)}))
    .sort((a, b) => b.fit - a.fit).slice(0, MOST_NEAR_WORDS)
  const [best] = near
  if (best && word.length >= SHORTEST_SLIP) corrections.set(at, lexicon.terms[best.term]!)
  return near
}
