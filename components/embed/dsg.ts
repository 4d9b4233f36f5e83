/**
 * The script tag's entry: loads the code of just those elements that are on the page, now or later.
 *
 *     <script type="module" src="dsg.js"></script>
 *
 * It looks into open shadow roots too. The owner of a closed one has to call `(await import('…/dsg.js')).loadIn(root)`.
 */
import {isNamedLikeOurs} from '../model/embeds/named-like-ours.js'
import {askAhead} from '../state/guide/early.js'
import {aloneAddress, guideAddress, isMarkdown} from '../state/guide/guide-address.js'
import type {Outbox} from '../state/xapi/outbox.js'
import type {ReportingOptions} from '../state/xapi/report-to.js'

const ELEMENTS: Record<string, () => Promise<unknown>> = {
  // What is called nearly like one of them: the keeper of the page is told.
  '': () => import('../elements/shared/base/tell-keeper.later.js').then(({tellKeeper}) => tellKeeper(), () => undefined),
  'dsg-canvas': () => import('../elements/canvas/define.js'),
  'dsg-embed-builder': () => import('../elements/embed-builder/define.js'),
  'dsg-feedback': () => import('../elements/feedback/define.js'),
  'dsg-glossary': () => import('../elements/glossary/define.js'),
  'dsg-guide': () => import('../elements/guide/define.js'),
  'dsg-module': () => import('../elements/module/define.js'),
  'dsg-pathway': () => import('../elements/pathway/define.js'),
  'dsg-pathways': () => import('../elements/pathways/define.js'),
  'dsg-profile': () => import('../elements/profile/define.js'),
  'dsg-quiz': () => import('../elements/quiz/define.js'),
  'dsg-record': () => import('../elements/record/define.js'),
  'dsg-saving': () => import('../elements/saving/define.js'),
  'dsg-search': () => import('../elements/search/define.js'),
  'dsg-self-assessment': () => import('../elements/self-assessment/define.js'),
}

/** What one copy of this script does for one kind of element. Old versions call `load` without the element that they met. */
interface Loader { address: string; load(met?: Element): unknown }

const LOADERS = Symbol.for('digital-skills-guide loaders')

/**
 * Loaders by tag, for the whole page. When it has several copies of this script, perhaps in several versions, the first one
 * takes care of every element that it knows: nobody tests a guide of one version around a quiz of another.
 */
const loaders = (globalThis as {[LOADERS]?: Map<string, Loader>})[LOADERS] ??= new Map<string, Loader>()

const watched = new WeakSet<Node>()

enlist()
loadIn(document)

/**
 * Loads what is in `root` and its open shadow roots, now and whenever something is added.
 *
 * @param root - the document, an element, or a shadow root
 */
export function loadIn(root: Node & ParentNode): void {
  if (watched.has(root)) return
  watched.add(root)
  new MutationObserver(changes => {
    for (const {addedNodes} of changes) for (const node of addedNodes) if (isElement(node)) look(node)
  }).observe(root, {childList: true, subtree: true})
  look(root)
}

/** Reports what learners do to a learning record store: see `hosts/xapi.md`. The code for it is fetched only by this call. */
export async function reportTo(options: ReportingOptions): Promise<Outbox> {
  return (await import('../state/xapi/report-to.js')).reportTo(options)
}

/** Takes on each kind of element that no other copy of this script takes care of. */
function enlist(): void {
  const address = import.meta.url
  const [first] = loaders.values()
  if (first) {
    console.warn(`The digital skills guide's script is on this page twice: ${first.address} and ${address}. Remove the second.`)
  }
  for (const [tag, load] of Object.entries(ELEMENTS)) {
    if (!loaders.has(tag)) loaders.set(tag, {address, load: tag ? onlyOnce(tag, load) : load})
  }
}

function onlyOnce(tag: string, load: () => Promise<unknown>): Loader['load'] {
  let isStarted = false
  return met => {
    if (isStarted || customElements.get(tag)) return
    isStarted = true
    if (met) askForData(met)
    // The code that all elements share is asked for together with the element's own file, and not only once that has come.
    Promise.all([load(), import('../elements/shared/base/element.js')]).catch((error: unknown) => {
      isStarted = false // The next such element on the page is another chance.
      console.error(`<${tag}> could not be loaded: ${String(error)}`)
    })
  }
}

/** Asks for an element's data while its code is on the way. On a slow network this saves a round trip. */
function askForData(element: Element): void {
  const guide = addressIn(element, 'src')
  const module = /-(?:module|quiz)$/.test(element.localName) && element.getAttribute('module')
  // In a page of a built site, the data of the module is inside the element.
  const inside = element.querySelector(':scope > script[type="application/json"]')?.textContent
  if (guide) askAhead(module && !isMarkdown(guide) ? aloneAddress(guide, module) : guide, true, inside)
  const part = addressIn(element, 'data-part')
  if (part) askAhead(part)
}

function addressIn(element: Element, attribute: string): string | null | undefined {
  const written = element.getAttribute(attribute)
  return written && guideAddress(written)
}

function look(root: Node & ParentNode): void {
  if (isElement(root)) meet(root)
  for (const element of root.querySelectorAll('*')) meet(element)
}

function meet(element: Element): void {
  const {localName, shadowRoot} = element
  const loader = loaders.get(localName) ?? (isNamedLikeOurs(localName) ? loaders.get('') : undefined)
  if (loader) loader.load(element)
  else if (shadowRoot) loadIn(shadowRoot)
  else if (!element.matches(':defined')) {
    void customElements.whenDefined(localName).then(() => { if (element.shadowRoot) loadIn(element.shadowRoot) })
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}
