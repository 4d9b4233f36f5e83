/**
 * Keeps every element on the page in colours that can be read on what it stands on, whatever the page does. All are measured
 * together, before the next frame is drawn, and only when something has changed.
 */
import {fitting} from './fitting.js'

/** What can change a colour and is no change of the document: also clicks, by which people choose another theme. */
const EVENTS = ['load', 'transitionrun', 'transitionend', 'animationend', 'click', 'change', 'toggle', 'fullscreenchange']

/** The outermost box in the shadow root of each element. */
const rooms = new Map<Element, Element>()
const known = new WeakSet<Node>()
const changes = new MutationObserver(soon)
const sizes = new ResizeObserver(soon)
let isAsked = false

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', fitAll)

/** Fits an element to where it stands, now and whenever that changes. @param room - its class says what was chosen */
export function follow(element: Element, room: Element): void {
  rooms.set(element, room)
  sizes.observe(element)
  for (let root = element.getRootNode(); ; root = (root).host.getRootNode()) {
    watch(root)
    if (!(root instanceof ShadowRoot)) break
  }
  fit(room, element)
}

/** Ends that: the element has left the page. */
export function leave(element: Element): void {
  rooms.delete(element)
  sizes.unobserve(element)
}

function watch(root: Node): void {
  if (known.has(root)) return
  known.add(root)
  changes.observe(root, {subtree: true, childList: true, attributes: true, characterData: true})
  for (const type of EVENTS) root.addEventListener(type, soon, true)
}

function soon(): void {
  if (isAsked) return
  isAsked = true
  requestAnimationFrame(() => {
    isAsked = false
    fitAll()
  })
}

function fitAll(): void {
  rooms.forEach(fit)
}

function fit(room: Element, element: Element): void {
  const name = `room ${fitting(element, room.firstElementChild!)}`
  if (room.className !== name) room.className = name
}
