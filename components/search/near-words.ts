/** Words sorted by code unit: as much of a lexicon as is walked here. */
export interface SortedTerms {
  readonly terms: readonly string[]
  /** Words that begin so, as a range: from the first, up to but not with the second. */
  range(start: string): [from: number, to: number]
}

/** A word of the index that is spelt nearly like another. */
export interface NearWord {
  /** Its number in the lexicon. */
  term: number
  /** Slips between the two: a letter too many, missing, wrong, or two letters swapped. */
  slips: number
  /** True when only the beginning of the word is near. */
  isStart: boolean
}

/** How many slips a word of this length may have: in a short one, any letter could be wrong. */
export function slipsAllowed(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : 2
}

/**
 * Words of the lexicon with the fewest slips from `word`. Neighbours in a sorted list begin alike, so the table of
 * distances is kept from word to word, and a whole run of words is passed over once their common beginning is too far
 * off: some thousand steps in a lexicon of 50,000.
 *
 * @param mayBeStart - the word may still be being typed: beginnings of words count too
 */
export function nearWords(lexicon: SortedTerms, word: string, mayBeStart: boolean): NearWord[] {
  const {terms} = lexicon
  // Most words have one slip only, and the walk for one is several times as short as the walk for two.
  for (let most = 1; most <= slipsAllowed(word.length); most++) {
    const walk = new Walk(word, most, mayBeStart && word.length > 3)
    for (let at = 0; at < terms.length;) {
      const dead = walk.read(at, terms[at]!)
      at = dead ? lexicon.range(terms[at]!.slice(0, dead))[1] : at + 1
    }
    if (walk.found.length) return walk.found
  }
  return []
}

/** Optimal string alignment: Levenshtein's distance, in which swapping two neighbours is one slip. */
class Walk {
  readonly found: NearWord[] = []
  readonly #most: number
  readonly #word: string
  readonly #starts: boolean
  /** A row for each letter of the term in hand, the first for none. */
  readonly #rows: Uint8Array[]
  /** The least figure of each row. */
  readonly #least: number[] = [0]
  /** By letters read: fewest slips to a beginning of the term that is at least as long as the word; Infinity until one is. */
  readonly #atStart: number[] = [Infinity]
  /** As much of the term before as `#rows` has rows for. */
  #held = ''

  constructor(word: string, most: number, starts: boolean) {
    this.#most = most
    this.#word = word
    this.#starts = starts
    this.#rows = [Uint8Array.from({length: word.length + 1}, (_, i) => i)]
  }

  /** @returns how many of its first letters rule out the term and all others that begin so; 0 when it is not ruled out */
  read(number: number, term: string): number {
    const most = this.#most
    let depth = 0
    while (depth < this.#held.length && this.#held[depth] === term[depth]) depth++
    for (; depth < term.length; depth++) {
      this.#addRow(term, depth)
      const tooFar = this.#least[depth + 1]! > most && this.#least[depth]! + 1 > most
      if (tooFar) {
        this.#held = term.slice(0, depth + 1)
        if (this.#atStart[depth + 1]! > most) return depth + 1
        this.#add(number, this.#atStart[depth + 1]!, true)
        return 0
      }
    }
    this.#held = term
    const slips = this.#rows[term.length]![this.#word.length]!
    if (slips <= most && slips <= this.#atStart[term.length]!) this.#add(number, slips, false)
    else if (this.#atStart[term.length]! <= most) this.#add(number, this.#atStart[term.length]!, true)
    return 0
  }

  #add(term: number, slips: number, isStart: boolean): void {
    this.found.push({term, slips, isStart})
  }

  #addRow(term: string, depth: number): void {
    const word = this.#word
    const letter = term.charCodeAt(depth)
    const letterBefore = depth > 0 ? term.charCodeAt(depth - 1) : -1
    const above = this.#rows[depth]!
    const row = this.#rows[depth + 1] ??= new Uint8Array(word.length + 1)
    row[0] = depth + 1
    let least = depth + 1
    for (let i = 1; i <= word.length; i++) {
      const typed = word.charCodeAt(i - 1)
      let slips = Math.min(above[i]! + 1, row[i - 1]! + 1, above[i - 1]! + (typed === letter ? 0 : 1))
      if (typed === letterBefore && i > 1 && word.charCodeAt(i - 2) === letter) {
        slips = Math.min(slips, this.#rows[depth - 1]![i - 2]! + 1)
      }
      row[i] = slips
      if (slips < least) least = slips
    }
    this.#least[depth + 1] = least
    const here = this.#starts && depth + 1 >= word.length ? row[word.length]! : Infinity
    this.#atStart[depth + 1] = Math.min(this.#atStart[depth]!, here)
  }
}
