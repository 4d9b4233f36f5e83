import type {GlossaryTerm, SearchSection} from '../model/guide.js'
import {EVERYDAY_WORDS} from './everyday-words.js'
import {writeIndex} from './index-text.js'
import {invertedIndex} from './inverted-index.js'
import type {SearchIndex} from './open-index.js'
import {glossarySynonyms, type Synonym} from './synonyms.js'

/**
 * Makes the index of a guide, as `openIndex` reads it. The same sections always make the same index.
 *
 * @param synonyms - of the guide's glossary and the organisation's own; `synonymsFor` adds the everyday words
 */
export function buildIndex(sections: readonly SearchSection[], synonyms: readonly Synonym[]): SearchIndex {
  return {...writeIndex(invertedIndex(sections)), synonyms: [...synonyms]}
}

/** All that a guide's search knows by other names: its glossary, and what staff call things every day. */
export function synonymsFor(glossary: readonly Pick<GlossaryTerm, 'term' | 'also'>[]): Synonym[] {
  return [...glossarySynonyms(glossary), ...EVERYDAY_WORDS]
}
