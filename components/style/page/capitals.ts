import type {StyleData} from './style-data.js'
import type {GlossaryTerm} from '../../model/guide/glossary.js'

/** Tells names, which keep their capitals, from words that were only given one. */
export interface ProperNames {
  /** A text with the names in it replaced, character by character, by small letters. */
  withoutNames(text: string): string
  /** True when a text begins with a name. */
  startsWithName(text: string): boolean
}

const MADE: WeakMap<StyleData, ProperNames> = new WeakMap()

/** Names are those of the lists, and terms of the glossary with a capital after their first word. */
export function properNamesOf(data: StyleData, glossary: readonly GlossaryTerm[]): ProperNames {
  const made = MADE.get(data)
  if (made) return made
  const terms = glossary.flatMap(({term, also}) => [term, ...also]).filter(term => / \p{Lu}\p{Ll}/u.test(term))
  const phrases = [...data.properNames, ...terms].sort((a, b) => b.length - a.length)
  const words = phrases.flatMap(phrase => phrase.split(/\s+/)).filter(word => /\p{Lu}/u.test(word))
  const all = [...new Set([...phrases, ...words])].map(escaped)
  const anywhere = new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})(?:'s|s)?(?![\\p{L}\\p{N}])`, 'gu')
  const atStart = new RegExp(`^(?:${all.join('|')})(?:'s|s)?(?![\\p{L}\\p{N}])`, 'u')
  const names: ProperNames = {
    withoutNames: text => text.replace(anywhere, name => 'x'.repeat(name.length)),
    startsWithName: text => atStart.test(text),
  }
  MADE.set(data, names)
  return names
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
