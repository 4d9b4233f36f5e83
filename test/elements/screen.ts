import {html, render, type TemplateResult} from 'lit'
import {settled} from './settled.js'

/** Puts something on the page, at a width in CSS pixels, and takes it away after the test. */
export async function show<E extends Element>(template: TemplateResult, width?: number): Promise<E> {
  const place = document.createElement('main')
  if (width) place.style.width = `${width}px`
  document.body.append(place)
  shown.push(place)
  render(template, place)
  const element = place.firstElementChild as E
  await settled(element)
  return element
}

const shown: Element[] = []

afterEach(() => { for (const place of shown.splice(0)) place.remove() })

/** The first element that fits, however deep in shadow roots. */
export function find<E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): E | undefined {
  return findAll<E>(selector, root)[0]
}

/** Every element that fits, in the order a person meets them. */
export function findAll<E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return [...root.querySelectorAll<E>('*')].flatMap(element => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? findAll<E>(selector, element.shadowRoot) : []),
  ])
}

/** What has the focus, however deep. */
export function focused(page: Document = document): HTMLElement | null {
  let at = page.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at as HTMLElement | null
}

/** The words a person sees: hidden things left out, white space folded. Of this document or a frame's. */
export function words(element: Element | ShadowRoot | undefined): string {
  return (element ? visibleText(element) : '').replace(/\s+/g, ' ').trim()
}

function visibleText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data
  const element = node.nodeType === Node.ELEMENT_NODE ? node as Element : undefined
  if (element && getComputedStyle(element).display === 'none') return ''
  const assigned = element?.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : []
  const children = assigned.length ? assigned : (element?.shadowRoot ?? node).childNodes
  return [...children].map(visibleText).join(' ')
}

export {html}
