import {css, html, nothing, type TemplateResult} from 'lit'

/** A column: its heading as it is shown, and as words for the rows of a narrow table. */
export interface Column { heading: unknown; words: string; side?: 'right' | 'center' | null }

export interface TableOptions {
  caption?: string
  /** Is the first cell of each row its heading? */
  hasRowHeadings?: boolean
  part?: string
}

/**
 * A table that becomes a list of cards where there is no room for columns: each cell then says its column's name, the first one
 * too, which may be all that tells a bad example from a good one. The roles are written out, because browsers drop the roles of
 * a table whose rows and cells are shown as blocks.
 */
export function table(
  columns: readonly Column[], rows: readonly (readonly unknown[])[], {caption, hasRowHeadings, part}: TableOptions = {},
): TemplateResult {
  return html`<table role="table" part=${part ?? nothing}>
    ${caption ? html`<caption class="visually-hidden">${caption}</caption>` : nothing}
    <thead role="rowgroup" class=${rows.length ? 'in-cells' : nothing}><tr role="row">
      ${columns.map(({heading, side}) => html`<th role="columnheader" scope="col" class=${sideClass(side)}>${heading}</th>`)}
    </tr></thead>
    <tbody role="rowgroup">${rows.map(row => html`<tr role="row">${row.map((cell, i) => {
      const {words, side} = columns[i] ?? {}
      const content = html`${words ? html`<span class="column" aria-hidden="true">${words}</span>` : nothing}<span
        class="cell">${cell}</span>`
      return hasRowHeadings && i === 0
        ? html`<th role="rowheader" scope="row">${content}</th>`
        : html`<td role="cell" class=${sideClass(side)}>${content}</td>`
    })}</tr>`)}</tbody>
  </table>`
}

export const tableStyles = css`
  table { width: 100%; margin: 0 0 1.5em; border-collapse: collapse }
  th, td { padding-block: .5em; padding-inline: 0 .8em; text-align: start; vertical-align: top; border-block-end: 1px solid var(--_dsg-border) }
  th { font-weight: 700 }
  .align-right { text-align: end; font-variant-numeric: tabular-nums }
  .align-center { text-align: center }
  .column { display: none }
  tr { break-inside: avoid }
  @container (max-width: 36em) {
    table, tbody, tr, th[scope='row'], td { display: block }
    .in-cells { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    tr { margin-block-end: 1em; padding-block-end: .4em; border-block-end: 2px solid var(--_dsg-border) }
    th[scope='row'], td { padding: .2em 0; border: 0; text-align: start }
    .column { display: block; font-size: .9em; font-weight: 400; color: var(--_dsg-secondary) }
    td.align-right { display: flex; gap: 1em; justify-content: space-between }
  }
`

function sideClass(side: Column['side']): string | typeof nothing {
  return side ? `align-${side}` : nothing
}
