import {css} from 'lit'

export const viewsStyles = css`
  .crumbs { margin: 0 0 1em; padding: 0; display: flex; flex-wrap: wrap; gap: .2em .4em; list-style: none; font-size: .9em }
  .crumbs li { margin: 0 }
  .crumbs li + li::before { content: '/' / ''; margin-inline-end: .4em; color: var(--_dsg-secondary) }
  .view { animation: arrive .16s ease-out }
  @keyframes arrive { from { transform: translateY(.5em) } }
  @media print { .crumbs { display: none } }
`
