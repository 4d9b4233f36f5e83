import {css} from 'lit'

export const styles = css`
  dsg-quiz { --_dsg-coming: 100vh }
  .page:not(.current) { display: none }
  .all .page { display: block }
  .all .page + .page { margin-block-start: 2em }
  /* A page that was turned to comes up a little. It is all there at once, and takes keys and clicks meanwhile. */
  .turned { animation: turn .18s ease-out }
  @keyframes turn { from { transform: translateY(.6em) } }
  .end { max-width: 44em }
  .page > * { max-width: 44em }
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

  .pagination.aside { margin-block-start: 3em; padding-block-start: 1em; border-block-start: 1px solid var(--_dsg-border); font-size: .9em }
  .pagination.aside .way { font-size: 1em; font-weight: 400 }

  dsg-saving { margin-block-start: 2em }
  @media print {
    .page { display: block !important }
    .page + .page { margin-block-start: 2em }
    .pagination { display: none }
  }
`
