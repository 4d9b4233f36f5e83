/**
 * Keeps every element on the page in colours that can be read on what it stands on, whatever the page does. All are measured
 * together, when something has changed, and at most once more in the same frame.
 */
import {paced} from '../page/pace.js'
import {fitting} from './fitting.js'
import type {DrawnBoxes} from './layers.js'
import {parentOf} from './parent.js'

/**
 * What may come with another colour, and is no change of the document. Browsers tell nobody of a style sheet that a script
 * adopts, or switches off, nor of a shadow root that it gives to a plain element: it is seen with what people do next.
 */
const EVENTS = ['load', 'click', 'change', 'focusin', 'pointerover', 'toggle', 'transitionrun', 'transitionend', 'animationend']

/** Elements that were ever on the page: they may come back. */
const known = new Set<WeakRef<Element>>()
/** The outermost box in the shadow root of each. */
const rooms = new WeakMap<Element, Element>()
const watched = new WeakSet<Node>()

const changed = paced(0, fitAll, (_ms, run) => requestAnimationFrame(run))
const changes = new MutationObserver(changed)

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed)
// Of the window alone: where sizes of elements are observed, browsers may report "loops" as errors of the host's page.
addEventListener('resize', changed)

/** Fits an element to where it stands, now and whenever that changes. @param room - its class says what was chosen */
export function follow(element: Element, room: Element): void {
  known.add(new WeakRef(element))
  rooms.set(element, room)
  fit(element, new Map())
}

function watch(root: Node): void {
  if (watched.has(root)) return
  watched.add(root)
  changes.observe(root, {subtree: true, childList: true, attributes: true, characterData: true})
  for (const type of EVENTS) root.addEventListener(type, changed, true)
}

/** An element of the host's around ours may get a shadow root when its code comes, and a slot for ours after that. */
function expect(around: Element): void {
  if (around.shadowRoot) watch(around.shadowRoot)
  if (watched.has(around) || around.matches(':defined')) return
  watched.add(around)
  void customElements.whenDefined(around.localName).then(changed)
}

function fitAll(): void {
  const drawn: DrawnBoxes = new Map()
  for (const each of known) {
    const element = each.deref()
    if (element) fit(element, drawn)
    else known.delete(each)
  }
}

function fit(element: Element, drawn: DrawnBoxes): void {
  if (!element.isConnected) return
  // Each time: a host may have put the element, or what is around it, into a shadow root.
  for (let at: Element | null = element; at; at = parentOf(at)) {
    watch(at.getRootNode())
    if (at !== element) expect(at)
  }
  const room = rooms.get(element)!
  const name = `room${fitting(element, room.firstElementChild!, drawn)}`
  if (room.className !== name) room.className = name
}
