import {css} from 'lit'

export const viewsStyles = css`
  .crumbs { margin: 0 0 1em; padding: 0; display: flex; flex-wrap: wrap; gap: .2em .4em; list-style: none; font-size: .9em }
  .crumbs li { margin: 0 }
  .crumbs li + li::before { content: '/' / ''; margin-inline-end: .4em; color: var(--_dsg-secondary) }
  .after { max-width: 44em; margin-block: 1.6em; padding-block-start: 1em; border-block-start: 1px solid var(--_dsg-border) }
  @media print { .crumbs, .after { display: none } }
`
