import type {InvertedIndex} from './inverted-index.js'
import {nearWords, type NearWord, type SortedTerms} from './near-words.js'
import {otherSpellings, stemOf} from './stem.js'

/** How many postings are looked at for words that begin as typed: 1 letter begins a tenth of all words. */
const MOST_POSTINGS = 20_000

/** How many misspelt words have their near words kept. */
const MOST_REMEMBERED = 50

/** The words that an index knows, sorted by code unit. A term is named by its number in that list. */
export class Lexicon implements SortedTerms {
  readonly terms: readonly string[]
  readonly #starts: Uint32Array
  readonly #near = new Map<string, NearWord[]>()

  constructor({terms, starts}: Pick<InvertedIndex, 'terms' | 'starts'>) {
    this.terms = terms
    this.#starts = starts
  }

  /** The number of a word; -1 when it is not there. */
  find(word: string): number {
    const at = this.#lowest(word)
    return this.terms[at] === word ? at : -1
  }

  range(start: string): [from: number, to: number] {
    const from = this.#lowest(start)
    return [from, Math.max(from, this.#lowest(afterAll(start)))]
  }

  /** Is there a word that begins so? */
  begins(start: string): boolean {
    const [from, to] = this.range(start)
    return to > from
  }

  /** Words that begin so. When they have too many postings to look at, the shortest: the nearest to what is typed. */
  begun(start: string): number[] {
    const [from, to] = this.range(start)
    const terms = Array.from({length: to - from}, (_, i) => from + i)
    if (this.#starts[to]! - this.#starts[from]! <= MOST_POSTINGS) return terms
    let postings = 0
    return terms.sort((a, b) => this.terms[a]!.length - this.terms[b]!.length || a - b).filter(term => {
      const own = this.#starts[term + 1]! - this.#starts[term]!
      if (postings && postings + own > MOST_POSTINGS) return false
      postings += own
      return true
    })
  }

  /** Other forms of a word: plurals, tenses, British and American spellings. */
  forms(word: string): number[] {
    if (word.length < 3) return []
    const found = new Set<number>()
    for (const spelling of [word, ...otherSpellings(word)]) {
      const stem = stemOf(spelling)
      // Short words differ soon ("litre", "liter"). What differs sooner is another spelling.
      const [from, to] = this.range(spelling.slice(0, Math.max(3, Math.min(4, stem.length - 2))))
      for (let at = from; at < to; at++) {
        if (this.terms[at] !== word && stemOf(this.terms[at]!) === stem) found.add(at)
      }
    }
    return [...found]
  }

  /** Words that are spelt nearly so. @param mayBeStart - the word may still be being typed */
  near(word: string, mayBeStart: boolean): NearWord[] {
    const key = mayBeStart ? `${word}*` : word
    let near = this.#near.get(key)
    if (!near) {
      // A misspelt word stays in the query while the next is typed, and is asked for again with each letter.
      if (this.#near.size >= MOST_REMEMBERED) this.#near.clear()
      this.#near.set(key, near = nearWords(this, word, mayBeStart))
    }
    return near
  }

  /** The number of the first word that is not before `word`. */
  #lowest(word: string): number {
    let low = 0
    let high = this.terms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.terms[middle]! < word) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** After every word that begins so: no folded word has this character. */
export function afterAll(start: string): string {
  return start + '\uffff'
}
