import type {SearchSection} from '../model/guide/guide.js'
import {compounds} from './compounds.js'
import {SMALL_WORDS} from './small-words.js'
import {words} from './words.js'

/** The mark of a posting, one byte: the fields that the word stands in, and how often in the text (up to 15 are counted). */
export const IN_TITLE = 16
export const IN_HEADING = 32
export const IN_KEYWORDS = 64
export const IN_TEXT = 15

/**
 * Which words stand in which sections. A posting is one word in one section, by its number in `sections` and `marks`; those
 * of term t are from `starts[t]` up to `starts[t + 1]`, without it.
 */
export interface InvertedIndex {
  /** Folded, sorted by code unit, each once. */
  terms: string[]
  starts: Uint32Array
  /** By posting, the number of the section; rising within a term. */
  sections: Uint32Array
  /** By posting, how the word stands in that section; never 0. */
  marks: Uint8Array
}

/** Reads all sections once. */
export function invertedIndex(sections: readonly SearchSection[]): InvertedIndex {
  const postings = new Map<string, number[]>()
  sections.forEach((section, number) => {
    for (const [term, mark] of marksOf(section)) {
      const known = postings.get(term)
      if (known) known.push(number, mark)
      else postings.set(term, [number, mark])
    }
  })
  const terms = [...postings.keys()].sort()
  const total = terms.reduce((sum, term) => sum + postings.get(term)!.length / 2, 0)
  const index = {
    terms, starts: new Uint32Array(terms.length + 1), sections: new Uint32Array(total), marks: new Uint8Array(total),
  }
  let at = 0
  terms.forEach((term, i) => {
    const list = postings.get(term)!
    for (let j = 0; j < list.length; j += 2, at++) {
      index.sections[at] = list[j]!
      index.marks[at] = list[j + 1]!
    }
    index.starts[i + 1] = at
  })
  return index
}

function marksOf({title, heading, keywords, text, asked = []}: SearchSection): Map<string, number> {
  const marks = new Map<string, number>()
  const mark = (part: string, field: number): void => {
    for (const word of wordsWithin(part)) marks.set(word, (marks.get(word) ?? 0) | field)
  }
  mark(title, IN_TITLE)
  mark(heading, IN_HEADING)
  for (const keyword of keywords) mark(keyword, IN_KEYWORDS)
  for (const word of wordsWithin(text)) {
    const known = marks.get(word) ?? 0
    marks.set(word, (known & IN_TEXT) < IN_TEXT ? known + 1 : known)
  }
  // What people ask makes a section found by words that it lacks, and counts no word twice.
  for (const word of asked.flatMap(wordsWithin)) if (!marks.has(word) && !SMALL_WORDS.has(word)) marks.set(word, IN_KEYWORDS)
  return marks
}

function wordsWithin(text: string): string[] {
  const parts = words(text)
  return [...parts, ...compounds(text, parts)].map(({word}) => word)
}
