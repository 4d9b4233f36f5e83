import {css} from 'lit'

export const viewsStyles = css`
  .crumbs { margin: 0 0 1em; padding: 0; display: flex; flex-wrap: wrap; gap: .2em .4em; list-style: none; font-size: .9em }
  .crumbs li { margin: 0 }
  .crumbs li + li::before { content: '/' / ''; margin-inline-end: .4em; color: var(--_dsg-secondary) }
  /* Where text will be, if it takes longer than a moment. */
  .coming {
    margin-block-start: 1em;
    background:
      linear-gradient(var(--_dsg-shade) 0 0) 0 0 / 70% 1.8em no-repeat,
      repeating-linear-gradient(var(--_dsg-shade) 0 .9em, transparent .9em 1.8em) 0 3.2em / 100% 10.8em no-repeat;
    animation: come .2s .3s both;
  }
  @keyframes come { from { opacity: 0 } }
  .view { animation: arrive .16s ease-out }
  @keyframes arrive { from { transform: translateY(.5em) } }
  @media print { .crumbs { display: none } }
`
