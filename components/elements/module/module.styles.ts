import {css} from 'lit'

export const styles = css`
  .facts { display: flex; flex-wrap: wrap; gap: .3em 1.2em; margin-block-end: 1em; color: var(--_dsg-secondary); font-size: .9em }
  .contents { margin-block-end: 1.6em; padding-block: .8em; border-block: 1px solid var(--_dsg-border) }
  .contents ol { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .2em 1.6em }
  .contents li { margin: 0; padding-block: .2em }
  .contents [aria-current] { font-weight: 700 }
  .page + .page { margin-block-start: 2em }
  .page:not(.current) { display: none }
  .all .page { display: block }
  .page > * { max-width: 44em }
  .page [id] { scroll-margin-block-start: 1em }
  .page > dsg-quiz, .page > dsg-tasks, .page > table { max-width: none }

  .pagination { display: flex; justify-content: space-between; gap: 1em; margin-block: 2em; max-width: 44em }
  .pagination a { display: block; flex: 0 1 48%; text-decoration: none }
  .pagination a.next { margin-inline-start: auto; text-align: end }
  .pagination .way { display: block; font-weight: 700; font-size: 1.1em }
  .pagination .name { text-decoration: underline }
  .pagination .way::before, .pagination .way::after { font-weight: 400 }
  .pagination .previous .way::before { content: '← ' / '' }
  .pagination .next .way::after { content: ' →' / '' }
  :host(:dir(rtl)) .pagination .previous .way::before { content: '→ ' / '' }
  :host(:dir(rtl)) .pagination .next .way::after { content: ' ←' / '' }

  dsg-saving { margin-block-start: 2em }
  .about { max-width: 44em; margin-block-start: 2em; font-size: .9em }
  .about dl { margin: 0 }
  .about dt { font-weight: 700 }
  .about dd { margin: 0 0 .8em }
  .about dd ul { margin: 0 }
  @media print {
    .page { display: block !important }
    .contents, .pagination { display: none }
    .about details { display: block }
  }
`
