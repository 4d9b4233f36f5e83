/**
 * Looks over how an element was put on its page, once that page is there. Every page fetches this, so it only tells whether there
 * may be something to say; what to say comes with the rules, which most pages never fetch.
 */
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'

/** An element of ours, as far as it matters how it was put on a page. */
interface Embedded extends HTMLElement { readonly source: unknown; src?: string; guide?: LoadedGuide }

/** Attributes that any element may have, and what style sheets and scripts of a page put there for themselves. */
const ANYBODYS = /^(?:id|class|style|lang|dir|hidden|slot|part|title|role|tabindex|translate|inert|nonce|name|on\w+|(?:aria|data|item).*|.*[^a-z-].*)$/

/** What only rules can judge; few pages say it. */
const JUDGED = ['allow-images', 'domains', 'page']

/** Where a guide lists what an attribute names. */
const LISTS = {module: 'modules', pathway: 'pathways', framework: 'frameworks', canvas: 'canvases', term: 'glossary'} as const

/** Never what stands in an element until the guide is there: it has lost its end tag, and holds what follows on the page. */
const SWALLOWED = 'script:not([type*="json"]), main, footer, [module], [src*="guide"]:not(img, iframe)'

/** Tells the keeper of the page, when there is something to tell. */
export async function lookOver(host: Embedded): Promise<void> {
  // What stands in another of our elements was put there by it.
  if (((host.getRootNode() as Partial<ShadowRoot>).host as Partial<Embedded> | undefined)?.source) return
  if (document.readyState !== 'complete') await new Promise(resolve => addEventListener('load', resolve, {once: true}))
  const isOpen = host.querySelector(SWALLOWED) !== null
  if (isOpen || isOdd(host)) void (await import('./tell-keeper.later.js')).tellKeeper(isOpen ? host : undefined)
}

function isOdd(host: Embedded): boolean {
  const {observedAttributes: known} = host.constructor as unknown as {observedAttributes: readonly string[]}
  const names = host.getAttributeNames()
  const {guide, src} = host
  return !guide && !src
    || names.some(name => JUDGED.includes(name) || !known.includes(name) && !ANYBODYS.test(name))
    || !/^[1-6]$/.test(host.getAttribute('heading-level') ?? '2')
    || Object.entries(LISTS).some(([name, list]) => guide && known.includes(name)
      && lacks(guide.manifest[list], Reflect.get(host, name) as unknown, /-(pathway|module|quiz)$/.test(host.localName)))
}

function lacks(list: readonly {id: string}[], id: unknown, isNeeded: boolean): boolean {
  return id === undefined ? isNeeded && list.length > 1 : !list.some(each => each.id === id)
}
