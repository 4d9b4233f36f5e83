import {LitElement} from 'lit'

/** How long anything may take before a test says what it was waiting for. */
const LIMIT_MS = 15_000

/** Resolves when `condition` gives something, to that. It looks after every frame. @param what - for the message */
export async function until<T>(condition: () => T | null | undefined | false, what: () => unknown = () => condition): Promise<T> {
  const end = performance.now() + LIMIT_MS
  while (performance.now() < end) {
    const found = condition()
    if (found) return found
    await new Promise(resolve => requestAnimationFrame(resolve))
  }
  throw new Error(`Waited ${LIMIT_MS / 1000} seconds for ${what()}`)
}

/**
 * Resolves when an element and all those inside it have nothing left to render, however deep they are. An element with a
 * guide may still wait for a part of it, or for code that only what it shows needs.
 */
export async function settled(element: Element): Promise<void> {
  const end = performance.now() + LIMIT_MS
  let isBusy = true
  while (isBusy && performance.now() < end) {
    const elements = litElementsIn(element)
    isBusy = elements.some(each => each.isUpdatePending)
    await Promise.all(elements.map(each => each.updateComplete))
    // A guide in memory answers in microtasks: the next frame sees what it led to.
    await new Promise(resolve => requestAnimationFrame(resolve))
    isBusy ||= litElementsIn(element).some(each => each.isUpdatePending || isWaiting(each))
  }
}

/** Busy, or its slot still shows what stands there until an element is ready. */
function isWaiting(element: LitElement): boolean {
  return 'guide' in element && element.guide !== undefined && element.renderRoot.querySelector('[role="alert"]') === null
    && element.renderRoot.querySelector('.dsg[aria-busy], .dsg > slot:not([hidden])') !== null
}

/** Every Lit element below, through shadow roots. */
function litElementsIn(root: Element | ShadowRoot): LitElement[] {
  const own = root instanceof LitElement ? [root] : []
  const shadow = root instanceof Element && root.shadowRoot ? litElementsIn(root.shadowRoot) : []
  return [...own, ...shadow, ...[...root.children].flatMap(litElementsIn)]
}
