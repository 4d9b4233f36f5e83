import {html, nothing} from 'lit'
import type {DsgElement} from '../shared/base/element.js'

/**
 * Says what is saved, for an element that stands alone on a page; inside another, the outermost says it.
 *
 * @param isFolded - the learner is in the middle of something: only the line that stays in sight
 */
export function savingPanel({src, guide, headingLevel}: DsgElement, isFolded = false): unknown {
  if (src === undefined) return nothing
  fetchSaving()
  return html`<dsg-saving .guide=${guide} heading-level=${headingLevel + 1} .folded=${isFolded}></dsg-saving>`
}

/** Fetches the code of the panel, for an element that is about to show it. */
export function fetchSaving(): void {
  import('./define.js').catch(error => console.error(`<dsg-saving> could not be loaded: ${error}`))
}
