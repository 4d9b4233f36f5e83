import type {IndexText} from '../model/pack/files.js'
import type {SearchSection} from '../model/guide/guide.js'
import type {Synonym} from '../model/guide/glossary.js'
import {writeIndex} from './index-text.js'
import {invertedIndex} from './inverted-index.js'
import {searchable, type OpenIndex} from './open-index.js'

/** Makes the index of a guide, as `openIndex` reads it. The same sections always make the same index. */
export function buildIndex(sections: readonly SearchSection[]): IndexText {
  return writeIndex(invertedIndex(sections))
}

/** Opens a guide that has no index: makes one in memory. It reads all sections first; asking is quick. */
export function openSections(sections: readonly SearchSection[], synonyms: readonly Synonym[]): OpenIndex {
  return searchable(invertedIndex(sections), synonyms, sections)
}
