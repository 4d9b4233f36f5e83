import {css, html, svg, type TemplateResult} from 'lit'

/** How far along, beside words that say the same; hidden from screen readers, which read the words. */
export function progressBar(done: number, of: number): TemplateResult {
  const share = of ? Math.round(100 * done / of) : 0
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${svg`<rect class="track" width="100" height="4"/><rect class="fill" width=${share} height="4"/>`}
  </svg>`
}

export const progressBarStyles = css`
  .bar { display: block; width: 100%; height: 8px; margin-block: .3em .6em; border: 1px solid var(--_dsg-input-border) }
  .bar .track { fill: var(--_dsg-surface) }
  .bar .fill { fill: var(--_dsg-success) }
  @media (forced-colors: active) { .bar .fill { fill: CanvasText } .bar .track { fill: Canvas } }
`
