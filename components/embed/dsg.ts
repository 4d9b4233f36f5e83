/**
 * The script tag's entry: loads the code of just those elements that are on the page, now or later.
 *
 *     <script type="module" src="dsg.js"></script>
 *
 * It looks into open shadow roots too. For a closed one, its owner has to ask: `(await import('…/dsg.js')).loadIn(root)`.
 */
import type {EarlyAnswers} from '../state/guide/response.js'
import type {Outbox} from '../state/xapi/outbox.js'
import type {ReportingOptions} from '../state/xapi/report-to.js'

const ELEMENTS: Record<string, () => Promise<unknown>> = {
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

declare const DSG_SHARED: string | undefined

/**
 * The file of what all elements share, which `cli/bundle/bundle-elements.ts` names. It is asked for together with an element's
 * own file, not when that has come and names it.
 */
const SHARED = typeof DSG_SHARED === 'string' ? DSG_SHARED : ''

/** One copy of this script, for an element that it takes care of. Old copies do not say which one they met. */
interface Loader { address: string; load(met?: Element): void }

const LOADERS = Symbol.for('digital-skills-guide loaders')

/**
 * By tag, one for the whole page: of several copies of this script, in whatever versions, the first takes care of every
 * element it knows. A guide of one version around a quiz of another would be tried by nobody.
 */
const loaders = (globalThis as {[LOADERS]?: Map<string, Loader>})[LOADERS] ??= new Map<string, Loader>()

const EARLY = Symbol.for('dsg early answers')

/** Answers on their way to elements whose code is on its way too: `state/guide/response.ts` takes them, by address. */
const early = (globalThis as {[EARLY]?: EarlyAnswers})[EARLY] ??= new Map<string, Promise<Response> | undefined>()
/** As long as `state/guide/response.ts` waits. What nobody took by then is too old. */
const EARLY_MS = 30_000

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

/** Reports what learners do to a learning record store: see `hosts/xapi.md`. Its code comes when it is asked for. */
export async function reportTo(options: ReportingOptions): Promise<Outbox> {
  return (await import('../state/xapi/report-to.js')).reportTo(options)
}

/** Takes on what no other copy of this script has taken on. */
function enlist(): void {
  const address = import.meta.url
  const [first] = loaders.values()
  if (first) {
    console.warn(`The digital skills guide's script is on this page twice: ${first.address} and ${address}. `
      + 'The first takes care of the elements. Remove the other.')
  }
  for (const [tag, load] of Object.entries(ELEMENTS)) {
    if (!loaders.has(tag)) loaders.set(tag, {address, load: onlyOnce(tag, load)})
  }
}

function onlyOnce(tag: string, load: () => Promise<unknown>): Loader['load'] {
  let isStarted = false
  return met => {
    if (isStarted || customElements.get(tag)) return
    isStarted = true
    if (met) askAhead(met)
    Promise.all([load(), SHARED && import(/* @vite-ignore */ SHARED)]).catch((error: unknown) => {
      isStarted = false // The next such element on the page is another chance.
      console.error(`<${tag}> could not be loaded: ${String(error)}`)
    })
  }
}

/** On a slow network it saves a round trip to ask for data while the code that shows them is on its way. */
function askAhead(element: Element): void {
  const src = addressIn(element, 'src')
  const module = /-(?:module|quiz)$/.test(element.localName) && element.getAttribute('module')
  if (src && module && !/\.md$/i.test(src.pathname)) {
    // A page of a built site has it inside.
    const inside = element.querySelector(':scope > script[type="application/json"]')?.textContent
    // A module with what it uses of its guide stands by itself: `state/guide/alone-guide.ts` asks for the same.
    expect(new URL(`alone/${encodeURIComponent(module)}.json`, src), inside ? async () => new Response(inside) : askAnew)
  } else expect(src, askAnew)
  expect(addressIn(element, 'data-part'), address => ask(address))
}

/** As elements ask for what keeps its name. */
function askAnew(address: string): Promise<Response> {
  return ask(address, 'no-cache')
}

/** As elements ask for what is named by its content. */
function ask(address: string, cache?: RequestCache): Promise<Response> {
  return fetch(address, {cache, signal: AbortSignal.timeout(EARLY_MS)})
}

function addressIn(element: Element, attribute: string): URL | undefined {
  const src = element.getAttribute(attribute)
  const url = src && URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

function expect(url: URL | undefined, get: (address: string) => Promise<Response>): void {
  if (!url || early.has(url.href)) return
  const {href} = url
  const answer = get(href)
  early.set(href, answer)
  // The element hears of a fault when it takes the answer, and tells the learner.
  answer.catch(() => undefined)
  setTimeout(() => early.set(href, undefined), EARLY_MS)
}

function look(root: Node & ParentNode): void {
  if (isElement(root)) meet(root)
  for (const element of root.querySelectorAll('*')) meet(element)
}

function meet(element: Element): void {
  const {localName, shadowRoot} = element
  const loader = loaders.get(localName)
  if (loader) loader.load(element)
  else if (shadowRoot) loadIn(shadowRoot)
  else if (!element.matches(':defined')) {
    void customElements.whenDefined(localName).then(() => { if (element.shadowRoot) loadIn(element.shadowRoot) })
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}
