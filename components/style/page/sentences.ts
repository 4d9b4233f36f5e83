import {matches} from './matches.js'
import {THING} from './block-text.js'

/** `from` counts in the text it was cut from. */
export interface Sentence { text: string; from: number }

/** A full stop after these does not end a sentence. */
const NOT_AN_END = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|fig|dr|mr|mrs|ms|prof|st|[a-z])\.$/i
/** How far to look back from a full stop, the space before included. Further would take quadratic time in a text full of them. */
const LONGEST_ABBREVIATION = 8
const END = /[.?!]+["')\]\u201d\u2019]*\s+(?=["'(\u201c\u2018[]*[\p{Lu}\p{N}\ufffc])/gu

/** A text cut where a full stop, a question mark or an exclamation mark is followed by a new beginning. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  for (const end of matches(END, text)) {
    const before = text.slice(Math.max(from, end.index - LONGEST_ABBREVIATION), end.index + 1)
    if (NOT_AN_END.test(before)) continue
    const to = end.index + end[0].length
    pushSentence(text, from, to, found)
    from = to
  }
  pushSentence(text, from, text.length, found)
  return found
}

function pushSentence(text: string, from: number, to: number, found: Sentence[]): void {
  const piece = text.slice(from, to)
  const words = piece.trim()
  if (words) found.push({text: words, from: from + piece.length - piece.trimStart().length})
}

/** What a person counts as words: a number, a code and an address are 1 each, a lone sign is none. */
export function countWords(text: string): number {
  return text.split(/[\s\u2013\u2014/]+/).filter(word => /[\p{L}\p{N}]/u.test(word) || word.includes(THING)).length
}
