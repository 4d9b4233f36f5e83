import {faults, scriptFor, textAt} from './fetch.js'
import {guideAddress, isMarkdown} from './guide-address.js'
import type {LoadedGuide} from './loaded-guide.js'
import {loadPack} from './pack-guide.js'

export type {LoadedGuide, LoadError, LoadFault} from './loaded-guide.js'

const loads = new Map<string, Promise<LoadedGuide>>()

/**
 * The guide at an address, loaded once for the whole page. A failure is not kept, so asking again tries again.
 *
 * @param src - address of a guide's folder, of its `guide.json`, or of one markdown file (`.md`), relative to the page
 * @throws LoadError and nothing else
 */
export function loadGuide(src: string): Promise<LoadedGuide> {
  const url = guideAddress(src)
  if (!url) {
    return faults(src).then(({notAnAddress, thisPage}) => { throw notAnAddress(src, thisPage()) })
  }
  const loading = loads.get(url)
  if (loading) return loading
  const started = isMarkdown(url) ? loadPage(url) : loadPack(url)
  loads.set(url, started)
  started.catch(() => loads.delete(url))
  return started
}

async function loadPage(url: string): Promise<LoadedGuide> {
  // Loaded only for a page that shows markdown: it is several times the weight of everything else.
  const reader = scriptFor(url, () => import('./page-guide.later.js'))
  const [text, {pageGuide}] = await Promise.all([textAt(url, {fresh: true}), reader])
  return pageGuide(url, text)
}
