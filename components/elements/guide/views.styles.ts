import {css} from 'lit'

export const viewsStyles = css`
  .crumbs { margin: 0 0 1em; padding: 0; display: flex; flex-wrap: wrap; gap: .2em .4em; list-style: none; font-size: .9em }
  .crumbs li { margin: 0 }
  .crumbs li + li::before { content: '/' / ''; margin-inline-end: .4em; color: var(--_dsg-secondary) }
  .foot { margin-block-start: 2em; font-size: .9em }
  .foot label, .address { display: block; max-width: 44em }
  .address { width: 100%; box-sizing: border-box; font: inherit }
  .view { animation: arrive .16s ease-out }
  @keyframes arrive { from { transform: translateY(.5em) } }
  @media print { .crumbs, .foot { display: none } }
`
