import type {GuideManifest} from '../../model/pack/files.js'
import type {TermNames} from '../../search/synonyms.js'
import type {LoadedGuide} from '../guide/loaded-guide.js'
import {openText} from './search-text.js'
import {workerSearch, type GuideSearch} from './worker-search.js'

/**
 * From this many pages on, a guide is searched in a worker. To read, check and open so much keeps a slow computer busy for
 * about 100 ms, as long as nobody notices; `bench/README.md` has the figures. Searching itself takes a fraction of that.
 */
const PAGES_FOR_A_WORKER = 1000

/** One search a guide, however many search boxes the page has. Held weakly: a guide that goes takes it along. */
const searches = new WeakMap<LoadedGuide, Promise<GuideSearch>>()

/** The search of a guide, opened once. A failure is not kept, so asking again tries again. @throws LoadError */
export function searchOf(guide: LoadedGuide): Promise<GuideSearch> {
  const known = searches.get(guide)
  if (known) return known
  const forget = (): void => { searches.delete(guide) }
  const search = openSearch(guide, forget)
  searches.set(guide, search)
  search.catch(forget)
  return search
}

/** @param lost - called when the worker has broken down: whoever searches next opens it again */
async function openSearch(guide: LoadedGuide, lost: () => void): Promise<GuideSearch> {
  const {manifest, base} = guide
  if (pagesOf(manifest) >= PAGES_FOR_A_WORKER && manifest.search) {
    const inWorker = await workerSearch({url: new URL(manifest.search, base).href, glossary: namesIn(manifest)}, lost)
    if (inWorker) return inWorker
  }
  // What no worker can open is opened here, where a fault becomes a LoadError that the page can tell.
  const index = await openText(await guide.searchText(), manifest.glossary, new URL(manifest.search, base).href)
  return {search: async (query, options) => index.search(query, options)}
}

function namesIn({glossary}: GuideManifest): TermNames[] {
  return glossary.map(({term, also}) => ({term, also}))
}

function pagesOf({modules}: GuideManifest): number {
  return modules.reduce((sum, {pages}) => sum + pages.length, 0)
}
