import {css, html, nothing, svg, type TemplateResult} from 'lit'

/** One row: where someone is, was, and what is needed, from 1 to 5. A missing figure leaves no mark, and without any no scale. */
export interface ChartRow {
  label: string
  now?: number
  needed?: number
  earlier?: number
  /** True where the figures are not of the same things: no line joins them. */
  isLoose?: boolean
  words: string
}

/** What the marks mean, in the reader's language. */
export interface ChartWords { now: string; needed?: string; earlier?: string }

const LEVELS = [1, 2, 3, 4, 5]

/**
 * A dumbbell chart: a disc for now, a diamond for what is needed, a ring for earlier. Shape says what colour says, so it
 * reads in black and white. Every row says its figures in words too, so to a screen reader it is a list of them.
 *
 * @param name - what the list is called
 */
export function dumbbellChart(
  name: string, rows: readonly ChartRow[], words: ChartWords, levels: readonly string[] = LEVELS.map(String),
): TemplateResult {
  // On a phone the first row and the last are far apart, and each needs the names of the levels in sight.
  const axis = html`<div class="row axis" aria-hidden="true"><div class="label"></div>
    <div class="levels">${levels.map(level => html`<span>${level}</span>`)}</div><div class="figures"></div></div>`
  return html`
    <ul class="legend" aria-hidden="true">
      <li>${mark(disc('50%'))} ${words.now}</li>
      ${words.needed ? html`<li>${mark(diamond('50%'))} ${words.needed}</li>` : nothing}
      ${words.earlier ? html`<li>${mark(ring('50%'))} ${words.earlier}</li>` : nothing}
    </ul>
    ${axis}
    <ul class="chart" role="list" aria-label=${name}>
      ${rows.map(({label, now, needed, earlier, isLoose, words}) => {
        const end = needed ?? earlier
        return html`<li class="row">
        <div class="label">${label}</div>
        ${now === undefined && end === undefined ? html`<div></div>` : html`<svg class="track" width="100%" height="32" focusable="false" aria-hidden="true">
          ${LEVELS.map(level => svg`<line class="grid" x1=${at(level)} x2=${at(level)} y1="2" y2="30"/>`)}
          ${now !== undefined && end !== undefined && !isLoose ? svg`<line class="between" x1=${at(now)} x2=${at(end)} y1="16" y2="16"/>` : nothing}
          ${earlier !== undefined ? ring(at(earlier)) : nothing}
          ${needed !== undefined ? diamond(at(needed)) : nothing}
          ${now !== undefined ? disc(at(now)) : nothing}
        </svg>`}
        <div class="figures">${words}</div>
      </li>`
      })}
    </ul>
    ${axis}`
}

export const chartStyles = css`
  .legend { display: flex; flex-wrap: wrap; gap: .2em 1.4em; margin: 0 0 .8em; padding: 0; list-style: none; font-size: .9em }
  .legend li { display: flex; gap: .4em; align-items: center; margin: 0 }
  .legend svg { width: 24px; height: 24px; flex: none }
  .chart { margin: 0; padding: 0; list-style: none }
  .row { display: grid; grid-template-columns: minmax(0, 14em) minmax(8em, 1fr) 11em; gap: 0 1em; align-items: center; margin: 0; padding-block: .3em; border-block-start: 1px solid var(--_dsg-border) }
  .axis { border: 0 }
  .chart + .axis { margin-block-end: 1.2em }
  .chart .figures { color: var(--_dsg-secondary); font-size: .85em; line-height: 1.3 }
  .chart .grid { stroke: var(--_dsg-border) }
  .chart .between { stroke: var(--_dsg-secondary); stroke-width: 3 }
  .levels { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); direction: ltr; font-size: .8em; line-height: 1.2 }
  .levels span { padding-inline: .2em; color: var(--_dsg-secondary); text-align: center; unicode-bidi: plaintext; overflow-wrap: anywhere }
  .disc { fill: var(--_dsg-brand) }
  .diamond { fill: var(--_dsg-surface); stroke: var(--_dsg-text); stroke-width: 2.5 }
  .ring { fill: none; stroke: var(--_dsg-secondary); stroke-width: 2; stroke-dasharray: 3 2 }
  @container (max-width: 40em) {
    .row { grid-template-columns: minmax(0, 1fr) }
    .axis .label, .axis .figures { display: none }
  }
  @media (forced-colors: active) {
    .disc { fill: CanvasText }
    .diamond { fill: Canvas; stroke: CanvasText }
    .chart .between, .ring { stroke: CanvasText }
  }
  @media print {
    .disc { fill: #000 }
    .row { break-inside: avoid }
  }
`

/** Where a level stands: in the middle of its fifth, over its name. */
function at(level: number): string {
  return `${10 + 20 * (level - 1)}%`
}

function mark(shape: TemplateResult<2>): TemplateResult {
  return html`<svg viewBox="0 4 24 24" focusable="false">${shape}</svg>`
}

function disc(x: string): TemplateResult<2> {
  return svg`<circle class="disc" cx=${x} cy="16" r="8"/>`
}

function ring(x: string): TemplateResult<2> {
  return svg`<circle class="ring" cx=${x} cy="16" r="11"/>`
}

function diamond(x: string): TemplateResult<2> {
  return svg`<svg x=${x} y="16" width="1" height="1" overflow="visible"><path class="diamond" d="M0-10 10 0 0 10-10 0Z"/></svg>`
}
