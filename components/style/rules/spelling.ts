import type {GlossaryTerm} from '../../model/guide/glossary.js'
import {matches} from '../page/matches.js'
import type {Finding, StyleRule} from '../page/rule.js'
import type {StyleData} from '../page/style-data.js'
import type {Prose} from '../page/prose.js'

/** A British English dictionary. The command line makes one; the rules only ask it. */
export interface Dictionary {
  correct(word: string): boolean
  /** Best first; may be empty. Slow: some 20 ms a word. */
  suggest(word: string): string[]
}

const WORD = /[\p{L}\p{N}\ufffc][\p{L}\p{M}\p{N}\ufffc'\u2019@#&_+-]*/gu
const MOST_SUGGESTIONS = 3
/** Suggestions are slow: they are looked up once a word, and for so many words only. */
const SUGGESTED_WORDS = 50

/**
 * Words that neither the dictionary nor the guide's own lists know. Names are passed over: a capital inside a sentence
 * or inside a word says that it is one.
 */
export function spellingRule(
  dictionary: Dictionary, {data, glossary}: {data: StyleData; glossary: readonly GlossaryTerm[]},
): StyleRule {
  const known = knownWords(data, glossary)
  const isRight = (word: string): boolean => known.has(word.toLowerCase()) || dictionary.correct(word)
  const suggestions = new Map<string, string[]>()
  const judged = new Map<string, WrittenWord>()
  const judge = (written: string): WrittenWord => {
    let verdict = judged.get(written)
    if (!verdict) judged.set(written, verdict = new WrittenWord(written, isRight))
    return verdict
  }
  const suggest = (word: string): string[] => {
    const seen = suggestions.get(word)
    if (seen) return seen
    const found = suggestions.size < SUGGESTED_WORDS ? dictionary.suggest(word).slice(0, MOST_SUGGESTIONS) : []
    suggestions.set(word, found)
    return found
  }
  return {
    id: 'spelling', title: 'British English spelling', severity: 'warning',
    check: ({page}) => page.all.flatMap(prose => misspelt(prose, judge).map(({word, from}): Finding => ({
      at: prose.offset(from), message: `"${word}" is not in the dictionary.`, advice: () => adviceOn(suggest(word)),
    }))),
  }
}

function adviceOn(better: readonly string[]): string {
  const meant = better.length ? `Did you mean ${better.map(text => `"${text}"`).join(' or ')}? ` : ''
  return `${meant}If it is right, add it to words: in style.yaml.`
}

function misspelt(prose: Prose, judge: (written: string) => WrittenWord): {word: string; from: number}[] {
  return matches(WORD, prose.text).flatMap(({0: text, index}) => {
    const written = judge(text)
    const isName = written.isCapital && !prose.sentences.some(({from}) => from === index)
    return isName || written.isRight ? [] : [{word: written.word, from: index}]
  })
}

/** A word as it stands in a text, and what is known of it wherever it stands. */
class WrittenWord {
  readonly word: string
  /** A name, unless a sentence begins with it. */
  readonly isCapital: boolean
  readonly #isKnown: (word: string) => boolean
  #isRight: boolean | undefined

  constructor(written: string, isKnown: (word: string) => boolean) {
    this.word = written.replace(/\u2019/g, "'").replace(/['-]+$/, '').replace(/'s$/i, '')
    this.isCapital = /^\p{Lu}/u.test(this.word)
    this.#isKnown = isKnown
  }

  get isRight(): boolean {
    return this.#isRight ??= this.#isCode() || this.#isWord()
  }

  /** Digits and signs make codes; capitals inside a word make names and abbreviations. */
  #isCode(): boolean {
    return /[\p{N}\ufffc@#&_+]/u.test(this.word) || /^.+\p{Lu}/u.test(this.word)
  }

  /** The parts first: few dictionaries have words with a hyphen. */
  #isWord(): boolean {
    const {word, isCapital} = this
    return (word.includes('-') && word.split('-').every(part => !part || this.#isKnown(part)))
      || this.#isKnown(word) || (isCapital && this.#isKnown(word.toLowerCase()))
  }
}

/** Words of the lists, of the glossary and of names, lower case. */
function knownWords(data: StyleData, glossary: readonly GlossaryTerm[]): Set<string> {
  const terms = glossary.flatMap(({term, also}) => [term, ...also])
  const texts = [...data.properNames, ...data.terms.map(({use}) => use), ...terms]
  return new Set([...data.words, ...texts.flatMap(text => text.toLowerCase().split(/[^\p{L}'-]+/u)).filter(Boolean)])
}
