import {css} from 'lit'

/** How a module opens, as an element and as a page that reads without script: its line under the title, and its list of pages. */
export const openingStyles = css`
  .about { max-width: 44em; margin-block-end: 1em; font-size: .9em }
  .about summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2em .9em; color: var(--_dsg-link); text-decoration: none; cursor: pointer }
  .about summary > :last-child { text-decoration: underline }
  .about summary > :last-child::after { content: ' ▾' / '' }
  .about[open] summary > :last-child::after { content: ' ▴' / '' }
  .about summary > :not(:last-child, .tag) { color: var(--_dsg-secondary) }
  .about .warned, .about summary > .warned { color: var(--_dsg-text); font-weight: 700 }
  .about summary:focus-visible > :not(.tag) { color: inherit !important }

  .contents { margin-block-end: 1em; border-block: 1px solid var(--_dsg-border) }
  .contents details { margin: 0 }
  .contents summary { padding-block: .5em; color: var(--_dsg-link); cursor: pointer }
  .contents ol { margin: 0; padding: 0 0 .6em; list-style: none }
  .contents li { margin: 0; padding: .35em 0 .35em 1.6em; position: relative }
  .contents li.read::before { content: '✓' / ''; position: absolute; inset-inline-start: .2em; color: var(--_dsg-success); font-weight: 700 }
  .contents .note { display: block; color: var(--_dsg-secondary); font-size: .85em }
  .contents [aria-current] { font-weight: 700 }
  @container (min-width: 46em) {
    .reading:has(> .contents) { display: grid; grid-template-columns: minmax(9em, 14em) minmax(0, 1fr); gap: 2em; align-items: start }
    .contents { position: sticky; inset-block-start: 1em; max-height: calc(100vh - 2em); overflow-y: auto; font-size: .9em }
    /* Where a browser cannot show what is in closed details, the line stays and opens the list. */
    @supports selector(::details-content) {
      .contents summary { display: none }
      .contents ol { padding-block: .6em }
      .contents details::details-content { display: block; block-size: auto; content-visibility: visible }
    }
  }
  .about dl { margin: 0 }
  .about dt { font-weight: 700 }
  .about dd { margin: 0 0 .8em }
  .about dd ul { margin: 0 }
  @media print {
    .contents { display: none }
    .reading { display: block !important }
    .about::details-content { display: block; block-size: auto; content-visibility: visible }
  }
`
