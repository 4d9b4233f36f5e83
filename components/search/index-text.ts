import type {IndexText} from '../model/pack/files.js'
import type {InvertedIndex} from './inverted-index.js'

/** An index that was damaged, or made by hand. The message says what is wrong with it. */
export class IndexError extends Error {
  override name = 'IndexError' // by hand: a minifier renames classes
  constructor(problem: string) {
    super(`The search index cannot be used: ${problem}`)
  }
}

const LETTERS = 26
const FIRST_LETTER = 65
/** The characters of numbers: printable ASCII but for quotation mark and backslash, which JSON would escape. */
const FIRST_CHAR = 35
const BACKSLASH = 92
/** A number is one character of the lower 64, after any of the upper 27: most numbers are small, and take one. */
const LOW = 64
const HIGH = 27
const ONCE_IN_TEXT = 1
/** Postings in all: far more than a guide of 30,000 sections has, and what a browser has memory for. */
const MOST_POSTINGS = 20_000_000

/** Writes an index as text. */
export function writeIndex({terms, starts, sections, marks}: InvertedIndex): IndexText {
  const steps: string[] = []
  const ownMarks: string[] = []
  for (const term of rareFirst(starts)) {
    let before = -1
    for (let at = starts[term]!; at < starts[term + 1]!; at++) {
      const isPlain = marks[at] === ONCE_IN_TEXT
      steps.push(number((sections[at]! - before - 1) * 2 + (isPlain ? 0 : 1)))
      if (!isPlain) ownMarks.push(number(marks[at]!))
      before = sections[at]!
    }
  }
  const counts = terms.map((_, term) => number(starts[term + 1]! - starts[term]!))
  return {terms: writeTerms(terms), counts: counts.join(''), sections: steps.join(''), marks: ownMarks.join('')}
}

/**
 * Terms in the order in which their postings are written: by how many they have, equals by their order. Rare words take
 * long steps and common ones short steps, and like beside like is what gzip makes small.
 */
function rareFirst(starts: Uint32Array): Uint32Array {
  const count = (term: number): number => starts[term + 1]! - starts[term]!
  return Uint32Array.from({length: starts.length - 1}, (_, term) => term).sort((a, b) => count(a) - count(b) || a - b)
}

/**
 * Reads an index and checks every figure of it, so that a search never fails later.
 *
 * @param sectionCount - how many sections the guide has
 * @throws IndexError
 */
export function readIndex(text: IndexText, sectionCount: number): InvertedIndex {
  const terms = readTerms(text.terms)
  const counts = new Numbers(text.counts, 'counts')
  const starts = new Uint32Array(terms.length + 1)
  for (let term = 0; term < terms.length; term++) {
    starts[term + 1] = starts[term]! + Math.min(counts.next(), MOST_POSTINGS)
    // A posting is at least one character, so this also bounds the memory that a short file can ask for.
    if (starts[term + 1]! > Math.min(MOST_POSTINGS, text.sections.length)) {
      throw new IndexError('it names more places than it has')
    }
  }
  counts.end()
  const steps = new Numbers(text.sections, 'sections')
  const own = new Numbers(text.marks, 'marks')
  const total = starts[terms.length]!
  const sections = new Uint32Array(total)
  const marks = new Uint8Array(total)
  for (const term of rareFirst(starts)) {
    let before = -1
    for (let at = starts[term]!; at < starts[term + 1]!; at++) {
      const step = steps.next()
      before += (step >>> 1) + 1
      if (before >= sectionCount) throw new IndexError(`it names section ${before} of ${sectionCount}`)
      sections[at] = before
      marks[at] = step & 1 ? own.next() : ONCE_IN_TEXT
      if (!marks[at] || marks[at]! > 127) throw new IndexError('it has a place without a known mark')
    }
  }
  steps.end()
  own.end()
  return {terms, starts, sections, marks}
}

function writeTerms(terms: readonly string[]): string {
  return terms.map((term, i) => {
    const before = terms[i - 1] ?? ''
    let same = 0
    while (same < LETTERS - 1 && same < before.length && before[same] === term[same]) same++
    return String.fromCharCode(FIRST_LETTER + same) + term.slice(same)
  }).join('')
}

function readTerms(text: string): string[] {
  if (text && !/^A[^A-Z]/.test(text)) throw new IndexError('its list of words has no beginning')
  const terms: string[] = []
  let before = ''
  for (const [entry] of text.matchAll(/[A-Z][^A-Z]*/g)) {
    const same = entry.charCodeAt(0) - FIRST_LETTER
    const term = before.slice(0, same) + entry.slice(1)
    if (same > before.length || term <= before) {
      // A damaged word may hold line ends, and this is one line.
      throw new IndexError(`its words are out of order after ${JSON.stringify(before.slice(0, 40))}`)
    }
    if (term.length > 64) throw new IndexError('it has a word that is too long')
    terms.push(term)
    before = term
  }
  return terms
}

/** @param value - 0 or more, whole */
function number(value: number): string {
  let text = digit(value % LOW)
  for (let rest = Math.floor(value / LOW); rest > 0; rest = Math.floor((rest - 1) / HIGH)) {
    text = digit(LOW + (rest - 1) % HIGH) + text
  }
  return text
}

function digit(value: number): string {
  const code = FIRST_CHAR + value
  return String.fromCharCode(code < BACKSLASH ? code : code + 1)
}

/** Numbers in a text, read one after another. */
class Numbers {
  readonly #text: string
  readonly #name: string
  #at = 0

  constructor(text: string, name: string) {
    this.#text = text
    this.#name = name
  }

  next(): number {
    let high = 0
    for (;;) {
      const code = this.#text.charCodeAt(this.#at++)
      const value = code > BACKSLASH ? code - FIRST_CHAR - 1 : code - FIRST_CHAR
      // Not a number (past the end) is in no range, and so is refused too.
      if (!(value >= 0 && value < LOW + HIGH) || code === BACKSLASH) {
        throw new IndexError(`"${this.#name}" is cut short or damaged`)
      }
      if (value < LOW) return high * LOW + value
      high = high * HIGH + value - LOW + 1
      if (high > 0xffffff) throw new IndexError(`"${this.#name}" has a number that is too large`)
    }
  }

  end(): void {
    if (this.#at !== this.#text.length) throw new IndexError(`"${this.#name}" does not end where it ought to`)
  }
}
