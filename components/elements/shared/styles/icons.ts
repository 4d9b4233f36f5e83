import {svg, html, type TemplateResult} from 'lit'

/** A tick in a disc. Always beside words that say the same. */
export const tickIcon = icon('right', svg`<circle cx="12" cy="12" r="11" fill="currentColor"/>
  <path d="m6.5 12.5 3.7 3.7 7.5-8" fill="none" stroke="#fff" stroke-width="2.6"/>`)

/** A cross in a disc. Always beside words that say the same. */
export const crossIcon = icon('wrong', svg`<circle cx="12" cy="12" r="11" fill="currentColor"/>
  <path d="m7.5 7.5 9 9m0-9-9 9" fill="none" stroke="#fff" stroke-width="2.6"/>`)

function icon(name: string, shape: TemplateResult<2>): TemplateResult {
  return html`<svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`
}
