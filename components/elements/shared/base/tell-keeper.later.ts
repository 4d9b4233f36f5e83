/**
 * Tells whoever looks after a page, in its console, which elements on it do not show what they meant, by the rules that check a
 * page's text. Those for scripts and frames are left out: what runs here has a script, and a frame runs by itself.
 */
import {addressNotes} from '../../../model/embeds/addresses.js'
import {isNamedLikeOurs} from '../../../model/embeds/named-like-ours.js'
import {partFaults} from '../../../model/embeds/part-faults.js'
import {isDoubt, type EmbedFault, type EmbedFaultCode, type WrittenElement} from '../../../model/embeds/written.js'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import {embedFaultStrings} from '../words/embed-faults.strings.js'

/** What may be an element of ours. */
interface Found extends Element { source?: unknown; src?: string; guide?: LoadedGuide }

/** What the rules read of a page, beside what is named like an element of ours. */
const READ = 'script, base'

/** Attributes that scripts give as properties. */
const BY_SCRIPT = ['src', 'module', 'pathway', 'framework', 'canvas', 'term', 'page'] as const

/** The single file has no address, and lacks one element that the others have. */
const HERE: string | undefined = import.meta.url
const NOT_IN_ONE_FILE = 'dsg-embed-builder'

/** A script of the page may be about to give an element its guide, or to define one that is called like ours. */
const GRACE_MS = 2_000

const ABOUT_TAGS: readonly EmbedFaultCode[] = ['unknown-tag', 'inside-only', 'not-in-all']

const told = new Set<string>()
const open = new WeakSet<Element>()
let isDue = false

/**
 * Looks over all of the page, once for all who ask at the same time, and says each thing once.
 *
 * @param unclosed - an element of ours that holds what follows it on the page
 */
export async function tellKeeper(unclosed?: Element): Promise<void> {
  if (unclosed) open.add(unclosed)
  if (isDue) return
  isDue = true
  await new Promise(resolve => setTimeout(resolve, GRACE_MS))
  isDue = false
  for (const fault of faultsOn(document)) {
    const line = embedFaultStrings.en[fault.code](fault)
    if (!told.has(line)) console.error(line)
    told.add(line)
  }
}

function faultsOn(page: Document): EmbedFault[] {
  const found = new Map(elementsIn(page).map(element => [written(element), element as Found]))
  const elements = [...found.keys()]
  const address = page.URL.startsWith('about:') ? page.baseURI : page.URL
  const lacking = elements.filter(({tag}) => !HERE && tag === NOT_IN_ONE_FILE && !customElements.get(tag))
  return [...new Set([...found.values()].map(({guide}) => guide))].flatMap(guide => [
    ...partFaults(elements, addressNotes(elements, {address, site: guide?.base || undefined, guide: guide && known(guide)})),
    ...lacking.map(element => ({code: 'not-in-all', element} as const)),
  ].filter(fault => found.get(fault.element)!.guide === guide && isToTell(fault, found.get(fault.element)!)))
}

/** Of a guide that was loaded for one module alone, only that is known. */
function known({manifest}: LoadedGuide): Partial<LoadedGuide['manifest']> {
  return manifest.pathways.length ? manifest : {modules: manifest.modules}
}

function isToTell(fault: EmbedFault, element: Found): boolean {
  const {code, name, found} = fault
  // Of what is no element of ours, or not yet, nothing counts but that.
  if (!element.source) return ABOUT_TAGS.includes(code) && !customElements.get(element.localName)
  // It may also be a heading, which only the module knows. It is drawn, so what a page's text leaves in doubt is sure here.
  if (name === 'page') return !element.shadowRoot?.querySelector(`[id="page-${CSS.escape(found!)}"]`)
  // The element has said this itself; the load says what came of an address; and a guide that a script gave needs none.
  return !isDoubt(fault) && code !== 'guide-href' && !(name === 'src' && (element.src || element.guide))
}

/** In the order of the page, open shadow roots of other people's elements included. */
function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap(element => {
    const isOurs = isNamedLikeOurs(element.localName)
    const inside = !isOurs && element.shadowRoot ? elementsIn(element.shadowRoot) : []
    return isOurs || element.matches(READ) ? [element, ...inside] : inside
  })
}

function written(element: Element): WrittenElement {
  const {localName: tag, textContent} = element
  const attributes = new Map([...element.attributes].map(({name, value}) => [name, value]))
  for (const name of BY_SCRIPT) {
    const value = Reflect.get(element, name) as unknown
    if ('source' in element && value !== undefined && !attributes.has(name)) attributes.set(name, String(value))
  }
  return {tag, attributes, ...(tag === 'script' && {text: textContent}), ...(open.has(element) && {slips: [{code: 'unclosed'}]})}
}
