import type {SearchText} from '../../model/pack/files.js'
import {IndexError} from '../../search/index-text.js'
import {openIndex, type OpenIndex} from '../../search/open-index.js'
import {synonymsOf, type TermNames} from '../../search/synonyms.js'
import {refused} from '../guide/fetch.js'

/**
 * Opens a search file that has been loaded.
 *
 * @param url - absolute address of the file, for messages
 * @throws LoadError when its index is damaged
 */
export async function openText(
  {sections, synonyms, index}: SearchText, glossary: readonly TermNames[], url: string,
): Promise<OpenIndex> {
  const all = synonymsOf({glossary, synonyms})
  // Only guides that were not built, or by an older version, come without an index and pay for the code that makes one.
  if (!index) return (await import('../../search/build-index.js')).openSections(sections, all)
  try {
    return openIndex(index, sections, all)
  } catch (error) {
    if (error instanceof IndexError) throw refused(url, [error.message])
    throw error
  }
}
