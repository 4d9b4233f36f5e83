import type {Lexicon} from './lexicon.js'
import type {NearWord} from './near-words.js'
import type {FoundPhrase, PhraseBook} from './synonyms.js'
import {words} from './words.js'

/** A word of the index that stands for a word of the query, and how well: 1 is the word itself. */
export interface Match { term: number; fit: number }

/** One way to say a part of the query: all these words together. Each is a list of its matches. */
export interface Wording { words: Match[][]; fit: number }

/** A part of the query, with each way to say it. `size` is how many words of the query it is. */
export interface QueryPart { wordings: Wording[]; size: number }

/** What a query asks of the index. */
export interface Plan {
  parts: QueryPart[]
  /** The query as it was most likely meant, when a word in it is not in the index. */
  didYouMean?: string
}

/** How well other ways to say a word fit, where the word itself is 1. By slips: 0, 1 and 2. */
const FORM = 0.9
const SYNONYM = 0.75
const WHOLE_BUT_FOR_SLIPS = [1, 0.7, 0.45]
const START_BUT_FOR_SLIPS = [1, 0.5, 0.3]
/** More near words would be guesses. */
const MOST_NEAR_WORDS = 12

/** Words that say nothing about the subject, in the languages of the guide and of England and Wales. */
export const SMALL_WORDS = new Set(('a an the and or but of to in on for with by at from as than then so too very just '
  + 'is are was were be been am do does did done doing have has had having get got can could should would will must may '
  + 'might how what when where who whose why which i my me mine we us our you your he him his she her it its they them '
  + 'their this that these those there here if not cant dont isnt someone somebody anyone anybody everyone everybody '
  + 'something anything else still some any about '
  + 'y yr a i o ar yn am ac neu fy eich ei mae sut beth pryd ble pwy').split(' '))

/** @param query - already cut to a length that is searched for */
export function planOf(query: string, lexicon: Lexicon, phrases: PhraseBook): Plan {
  const typed = words(query)
  const asked = typed.map(({word}) => word)
  const found = phrases.find(asked)
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
  const plan: Plan = {parts: parts.filter(({wordings}) => wordings.length)}
  if (corrections.size && plan.parts.length) {
    plan.didYouMean = typed.reduceRight((text, {start, end}, i) =>
      corrections.has(i) ? text.slice(0, start) + corrections.get(i)! + text.slice(end) : text, query).trim()
  }
  return plan
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
  for (const means of phrase?.means ?? []) {
    const meant = means.map(word => matchesOf(word, false, lexicon))
    if (meant.every(matches => matches.length)) wordings.push({words: meant, fit: SYNONYM})
  }
  if (wordings.length) return {wordings, size: own.length}
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
  const near = lexicon.near(word, isLast).map(found => ({term: found.term, fit: fitOf(found)}))
    .sort((a, b) => b.fit - a.fit).slice(0, MOST_NEAR_WORDS)
  const [best] = near
  if (best) corrections.set(at, lexicon.terms[best.term]!)
  return near
}
