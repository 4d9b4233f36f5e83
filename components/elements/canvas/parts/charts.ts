import {css, html, nothing, svg, type TemplateResult} from 'lit'
import {LEVELS} from '../../../model/guide/canvas.js'
import type {FactorRating} from '../../../model/canvas/items.js'
import {isLevel} from '../../../model/canvas/spread.js'

/**
 * The canvas's charts. Shape and number say what colour says, so they read in black and white and in forced colours. All are
 * hidden from screen readers: whoever shows one puts a table beside it that says the same.
 */

/** One factor: its level, and where it was before. */
export interface LevelRow { label: string; rating: FactorRating | undefined; before?: FactorRating; words: string }

/** Four steps a factor, filled up to its level; a triangle under the step where it was before. */
export function levelChart(rows: readonly LevelRow[]): TemplateResult {
  return html`<div class="chart" aria-hidden="true">${rows.map(({label, rating, before, words}) => html`<div class="row">
    <div class="label">${label}</div>
    <svg class="steps" width="100%" height=${before === undefined ? 38 : 50} focusable="false">
      ${LEVELS.map(level => step(level, rating))}
      ${isLevel(before) ? svg`<svg x=${middle(before)} y="36" width="1" height="1" overflow="visible">
        <path class="was" d="M0 2 7 13-7 13Z"/></svg>` : nothing}
    </svg>
    <div class="figures">${words}</div>
  </div>`)}</div>`
}

/** How many raters gave each level, a dot for each; the agreed level has a frame around it. */
export function spreadChart(counts: readonly number[], agreed: FactorRating | undefined): TemplateResult {
  const height = 34 + DOT_PX * Math.max(1, ...counts.map(count => Math.ceil(count / DOTS_A_ROW)))
  return html`<svg class="spread" width="100%" height=${height} aria-hidden="true" focusable="false">
    ${LEVELS.map((level, i) => svg`
      <rect class=${agreed === level ? 'lane agreed' : 'lane'} x=${edge(level)} y="2" width="23%" height=${height - 24}/>
      ${dots(level, counts[i] ?? 0, height - 24)}
      <text x=${middle(level)} y=${height - 6} text-anchor="middle">${level}</text>`)}
  </svg>`
}

/** What changed, one row a factor: a ring for the level before, a disc for the level after, a line between them. */
export function changeChart(
  rows: readonly {label: string; from: FactorRating | undefined; to: FactorRating | undefined; words: string}[],
): TemplateResult {
  return html`<div class="chart" aria-hidden="true">
    ${rows.map(({label, from, to, words}) => html`<div class="row">
      <div class="label">${label}</div>
      <svg class="track" width="100%" height="34" focusable="false">
        ${LEVELS.map(level => svg`<line class="grid" x1=${middle(level)} x2=${middle(level)} y1="2" y2="32"/>`)}
        ${isLevel(from) && isLevel(to) ? svg`<line class="between" x1=${middle(from)} x2=${middle(to)} y1="17" y2="17"/>` : nothing}
        ${isLevel(from) ? svg`<circle class="ring" cx=${middle(from)} cy="17" r="12"/>` : nothing}
        ${isLevel(to) ? svg`<circle class="disc" cx=${middle(to)} cy="17" r="8"/>` : nothing}
      </svg>
      <div class="figures">${words}</div>
    </div>`)}
    <div class="row axis"><div class="label"></div>
      <svg class="track" width="100%" height="22" focusable="false">
        ${LEVELS.map(level => svg`<text x=${middle(level)} y="16" text-anchor="middle">${level}</text>`)}
      </svg><div class="figures"></div></div>
  </div>`
}

/** One factor over time. Points are numbered as the rows of the table beside it; a square is where its words had changed. */
export function historyChart(points: readonly {rating: FactorRating; textChanged: boolean}[]): TemplateResult {
  const x = (i: number) => `${points.length < 2 ? 50 : 8 + 84 * i / (points.length - 1)}%`
  const y = (rating: FactorRating) => isLevel(rating) ? 150 - 32 * rating : 150
  return html`<svg class="history" width="100%" height="178" aria-hidden="true" focusable="false">
    ${LEVELS.map(level => svg`<line class="grid" x1="4%" x2="100%" y1=${y(level)} y2=${y(level)}/>
      <text x="0" y=${y(level) + 5}>${level}</text>`)}
    ${points.map(({rating}, i) => {
      const next = points[i + 1]
      return next && isLevel(rating) && isLevel(next.rating)
        ? svg`<line class="between" x1=${x(i)} y1=${y(rating)} x2=${x(i + 1)} y2=${y(next.rating)}/>` : nothing
    })}
    ${points.map(({rating, textChanged}, i) => svg`
      <svg x=${x(i)} y=${y(rating)} width="1" height="1" overflow="visible">
        ${!isLevel(rating) ? svg`<path class="none" d="m-6-6 12 12m0-12-12 12"/>`
        : textChanged ? svg`<rect class="disc" x="-7" y="-7" width="14" height="14"/>` : svg`<circle class="disc" r="8"/>`}</svg>
      <text x=${x(i)} y="174" text-anchor="middle">${i + 1}</text>`)}
  </svg>`
}

export interface LegendEntry { mark: 'was' | 'now' | 'from' | 'agreed' | 'rater' | 'changed'; words: string }

/** What the marks of a chart mean. */
export function legend(entries: readonly LegendEntry[]): TemplateResult {
  const marks = {
    was: svg`<path class="was" d="M12 6 19 18 5 18Z"/>`,
    now: svg`<circle class="disc" cx="12" cy="12" r="8"/>`,
    from: svg`<circle class="ring" cx="12" cy="12" r="10"/>`,
    agreed: svg`<rect class="lane agreed" x="3" y="3" width="18" height="18"/>`,
    rater: svg`<circle class="disc" cx="12" cy="12" r="5"/>`,
    changed: svg`<rect class="disc" x="5" y="5" width="14" height="14"/>`,
  }
  return html`<ul class="legend" aria-hidden="true">${entries.map(({mark, words}) => html`<li>
    <svg viewBox="0 0 24 24" focusable="false">${marks[mark]}</svg> ${words}</li>`)}</ul>`
}

export const chartStyles = css`
  .legend { display: flex; flex-wrap: wrap; gap: .2em 1.4em; margin: 0 0 .8em; padding: 0; list-style: none; font-size: .9em }
  .legend li { display: flex; gap: .4em; align-items: center; margin: 0 }
  .legend svg { width: 24px; height: 24px; flex: none }
  .chart { margin-block-end: 1.2em }
  .chart .row {
    display: grid;
    grid-template-columns: minmax(0, 14em) minmax(8em, 1fr) minmax(0, 9em);
    gap: 0 1em;
    align-items: center;
    padding-block: .4em;
    border-block-start: 1px solid var(--_dsg-border);
  }
  .chart .axis { border: 0 }
  .chart svg, .spread, .history { display: block }
  .history { margin-block-end: 1em }
  /* Where words begin at the right, so do the levels. The figures are turned back where they stand. */
  :host(:dir(rtl)) :is(.row > svg, .spread, .history), :host(:dir(rtl)) svg text { transform: scaleX(-1) }
  svg text { transform-box: fill-box; transform-origin: center }
  .figures { color: var(--_dsg-secondary); font-size: .9em; line-height: 1.3 }
  .step { fill: var(--_dsg-surface); stroke: var(--_dsg-secondary); stroke-width: 2 }
  .step.on { fill: var(--_dsg-brand); stroke: var(--_dsg-brand) }
  .step.unknown { stroke-dasharray: 4 4 }
  svg text { fill: var(--_dsg-text); font-size: 15px }
  svg text.on { fill: var(--_dsg-surface); font-weight: 700 }
  .was { fill: var(--_dsg-text) }
  .lane { fill: var(--_dsg-shade); stroke: none }
  .lane.agreed { fill: var(--_dsg-surface); stroke: var(--_dsg-text); stroke-width: 3 }
  .grid { stroke: var(--_dsg-border) }
  .between { stroke: var(--_dsg-secondary); stroke-width: 3 }
  .disc { fill: var(--_dsg-brand) }
  .ring { fill: var(--_dsg-surface); stroke: var(--_dsg-text); stroke-width: 2.5 }
  .none { stroke: var(--_dsg-text); stroke-width: 2.5; fill: none }
  @container (max-width: 40em) {
    .chart .row { grid-template-columns: minmax(0, 1fr); gap: .3em 0 }
    .chart .axis .label, .chart .axis .figures { display: none }
  }
  @media (forced-colors: active) {
    .step, .lane, .lane.agreed { fill: Canvas; stroke: CanvasText }
    .lane { stroke-width: 1 }
    .step.on, .disc, .was { fill: CanvasText; forced-color-adjust: none }
    svg text { fill: CanvasText }
    svg text.on { fill: Canvas; forced-color-adjust: none }
    .between, .ring, .none, .grid { stroke: CanvasText }
    .ring { fill: Canvas }
  }
  @media print {
    .chart, .spread, .history { break-inside: avoid }
    .legend { break-after: avoid }
    /* Browsers leave backgrounds out, but not what an SVG is filled with; in black it copies well. */
    .step.on, .disc, .was { fill: #000; stroke: #000 }
    .step, .lane, .lane.agreed, .grid { stroke: #555 }
    .lane { fill: none; stroke-width: 1 }
    .lane.agreed { stroke: #000; stroke-width: 3 }
  }
`

const DOTS_A_ROW = 4
const DOT_PX = 14

function step(level: number, rating: FactorRating | undefined): TemplateResult<2> {
  const isOn = isLevel(rating) && level <= rating
  const kind = isOn ? 'on' : isLevel(rating) ? '' : 'unknown'
  return svg`<rect class="step ${kind}" x=${edge(level)} y="2" width="23%" height="32"/>
    <text class=${isOn ? 'on' : ''} x=${middle(level)} y="23" text-anchor="middle">${level}</text>`
}

/** In rows from the bottom of the lane, each row centred. */
function dots(level: number, count: number, bottom: number): TemplateResult<2> {
  const places = Array.from({length: count}, (_, i) => {
    const row = Math.floor(i / DOTS_A_ROW)
    const inRow = Math.min(DOTS_A_ROW, count - row * DOTS_A_ROW)
    return {x: DOT_PX * (i % DOTS_A_ROW - (inRow - 1) / 2), y: bottom - 10 - DOT_PX * row}
  })
  return svg`<svg x=${middle(level)} y="0" width="1" height="1" overflow="visible">
    ${places.map(({x, y}) => svg`<circle class="disc" cx=${x} cy=${y} r="5.5"/>`)}
  </svg>`
}

function middle(level: number): string {
  return `${25 * level - 12.5}%`
}

function edge(level: number): string {
  return `${25 * level - 24}%`
}
