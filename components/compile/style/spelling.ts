import type {GlossaryTerm} from '../../model/guide.js'
import type {Finding, StyleRule} from './rule.js'
import type {StyleData} from './style-data.js'
import type {Prose} from './prose.js'
import {sentences} from './sentences.js'

/** A British English dictionary. The command line makes one; the rules only ask it. */
export interface Dictionary {
  correct(word: string): boolean
  /** Best first; may be empty. Slow: some 20 ms a word. */
  suggest(word: string): string[]
}

const WORD = /[\p{L}\p{N}\ufffc][\p{L}\p{M}\p{N}\ufffc'\u2019@#&_+-]*/gu
const MOST_SUGGESTIONS = 3
/** A word that stands wrong a hundred times is looked up once. */
const SUGGESTED_WORDS = 50

/**
 * Words that neither the dictionary nor the guide's own lists know. Names are passed over: a capital inside a sentence
 * or inside a word says that it is one.
 */
export function spellingRule(
  dictionary: Dictionary, {data, glossary}: {data: StyleData; glossary: readonly GlossaryTerm[]},
): StyleRule {
  const known = knownWords(data, glossary)
  const answers = new Map<string, boolean>()
  const suggestions = new Map<string, string[]>()
  const isRight = (word: string): boolean => {
    let answer = answers.get(word)
    if (answer === undefined) answers.set(word, answer = known.has(word.toLowerCase()) || dictionary.correct(word))
    return answer
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
    check: ({page}) => page.all.flatMap(prose => misspelt(prose, isRight).map(({word, from}): Finding => {
      const better = suggest(word)
      return {
        at: prose.place(from), message: `"${word}" is not in the dictionary.`,
        advice: `${better.length ? `Did you mean ${better.map(text => `"${text}"`).join(' or ')}? ` : ''}`
          + 'If it is right, add it to words: in style.yaml.',
      }
    })),
  }
}

function misspelt(prose: Prose, isRight: (word: string) => boolean): {word: string; from: number}[] {
  const starts = new Set(sentences(prose.text).map(({from}) => from))
  return [...prose.text.matchAll(WORD)].flatMap(found => {
    const word = found[0].replace(/\u2019/g, "'").replace(/['-]+$/, '').replace(/'s$/i, '')
    // Digits and signs make codes; capitals inside a word or a sentence make names and abbreviations.
    if (/[\p{N}\ufffc@#&_+]/u.test(word) || /^.+\p{Lu}/u.test(word)) return []
    const isCapital = /^\p{Lu}/u.test(word)
    if (isCapital && !starts.has(found.index)) return []
    const isKnown = isRight(word) || (isCapital && isRight(word.toLowerCase()))
      || (word.includes('-') && word.split('-').every(part => !part || isRight(part)))
    return isKnown ? [] : [{word, from: found.index}]
  })
}

/** Words of the lists, of the glossary and of names, lower case. */
function knownWords(data: StyleData, glossary: readonly GlossaryTerm[]): Set<string> {
  const terms = glossary.flatMap(({term, also}) => [term, ...also])
  const texts = [...data.properNames, ...data.terms.map(({use}) => use), ...terms]
  return new Set([...data.words, ...texts.flatMap(text => text.toLowerCase().split(/[^\p{L}'-]+/u)).filter(Boolean)])
}
