import type {GlossaryTerm, Synonym} from '../model/guide/glossary.js'
import {wordsAsOne} from './compounds.js'
import {lettersOf} from './small-words.js'

/** As much of a glossary's term as search needs. */
export type TermNames = Pick<GlossaryTerm, 'term' | 'also'>

/** All that a guide's search knows by other names: the names of a term, each of which finds all, and the editors' own. */
export function synonymsOf({glossary, synonyms = []}: {glossary: readonly TermNames[]; synonyms?: Synonym[]}): Synonym[] {
  const terms = glossary.filter(({also}) => also.length).map(({term, also}) => [term, ...also])
  return [...terms.map(names => ({says: names, means: names})), ...synonyms]
}

interface Phrase { says: string[]; means: string[] }

/** A phrase that stands in a query, from one of its words up to but not with another, and what else it may be called. */
export interface FoundPhrase { from: number; to: number; means: string[] }

/** Shortest beginning of a phrase's last word that is taken for the whole, while somebody types. */
const ENOUGH_OF_A_WORD = 4

/** Synonyms, ready to be looked up. */
export class PhraseBook {
  /** By their first word. */
  readonly #phrases = new Map<string, Phrase[]>()
  readonly #starts: string[]
  readonly #words = new Set<string>()

  constructor(synonyms: readonly Synonym[]) {
    const bySaying = new Map<string, Phrase>()
    for (const {says, means} of synonyms) {
      const meant = means.map(text => ({text, key: foldedWords(text).join(' ')}))
      for (const said of says.map(foldedWords)) {
        const key = said.join(' ')
        if (!said.length) continue
        const phrase = bySaying.get(key) ?? {says: said, means: []}
        phrase.means.push(...meant.flatMap(({text, key: other}) => other && other !== key ? [text] : []))
        bySaying.set(key, phrase)
        for (const word of said) this.#words.add(word)
      }
    }
    for (const phrase of bySaying.values()) {
      const first = phrase.says[0]!
      const alike = [...this.#phrases.get(first) ?? [], phrase].sort((a, b) => b.says.length - a.says.length)
      this.#phrases.set(first, alike)
    }
    this.#starts = [...this.#phrases.keys()].sort()
  }

  /** Is the word in any phrase? */
  has(word: string): boolean {
    return this.#words.has(word)
  }

  /** Phrases in a query, the longest first where two begin alike, none over another. */
  find(query: readonly string[]): FoundPhrase[] {
    const found: FoundPhrase[] = []
    for (let from = 0; from < query.length; from++) {
      const phrases = this.#at(query, from)
      const [longest] = phrases
      if (!longest) continue
      const to = from + longest.says.length
      // "two step" still means what it means within "two step verification".
      found.push({from, to, means: phrases.flatMap(({means}) => means)})
      from = to - 1
    }
    return found
  }

  /** The phrases that stand at a word, the longest first. */
  #at(query: readonly string[], from: number): Phrase[] {
    const word = query[from]!
    const known = (this.#phrases.get(word) ?? []).filter(({says}) => stands(says, query, from))
    if (known.length || from < query.length - 1 || word.length < ENOUGH_OF_A_WORD) return known
    const start = this.#starts.find(other => other.startsWith(word))
    return start === undefined ? [] : this.#phrases.get(start)!.filter(({says}) => says.length === 1)
  }
}

/** The last word of a query may be the beginning of the phrase's. */
function stands(says: readonly string[], query: readonly string[], from: number): boolean {
  return says.every((word, i) => {
    const typed = query[from + i]
    if (typed === word || typed === `${word}s`) return true
    return i > 0 && from + i === query.length - 1 && typed !== undefined && typed.length >= 2 && word.startsWith(typed)
  })
}

/** Initials by their letters alone: a glossary has IT, and people type "it support". */
function foldedWords(text: string): string[] {
  return wordsAsOne(text, ({isOne}) => isOne).map(({word}) => lettersOf(word))
}
