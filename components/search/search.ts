import type {GlossaryTerm, SearchSection} from '../model/guide.js'
import {synonymsFor} from './build-index.js'
import {invertedIndex} from './inverted-index.js'
import {searchable, type Hit} from './open-index.js'

export {MAX_QUERY, type Hit, type SearchOptions, type SearchResult} from './open-index.js'
export type {Piece} from './show.js'

/** Makes a search over a guide that has no index, one in memory. It reads the sections first; asking is quick. */
export function createSearch(
  sections: readonly SearchSection[], glossary: readonly Pick<GlossaryTerm, 'term' | 'also'>[] = [],
): (query: string) => Hit[] {
  const index = searchable(invertedIndex(sections), synonymsFor(glossary), sections)
  return query => index.search(query).hits
}
