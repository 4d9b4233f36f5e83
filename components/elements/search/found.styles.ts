import {css} from 'lit'

/** What was found, and the filters. */
export const foundStyles = css`
  .recent, .filters, .results { max-width: 44em }
  .status > * { margin: 0; font-weight: 400 }
  .recent { display: flex; flex-wrap: wrap; gap: .3em 1.2em; align-items: baseline; margin-block: .8em 0 }
  .recent ul { display: contents; list-style: none }
  .recent :is(li, p, button), .meant button { margin: 0 }
  .filters { margin-block: .8em 0 }
  .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr)); gap: 0 1em; align-items: end }
  .choices .field { margin-block-end: .8em }
  .meant { margin-block: .6em }
  .results { margin: 0 0 1em; padding: 0; list-style: none }
  .results > li { margin: 0; padding: .8em 0; border-block-start: 1px solid var(--_dsg-border) }
  .results p { margin: .2em 0 0 }
  .results .place { color: var(--_dsg-secondary); font-size: .85em }
  mark { background: #fff3a6; color: #212b32; font-weight: 700 }
  @media (forced-colors: active) { mark { background: Mark; color: MarkText } }
  @media print { form, .filters, .recent, .meant { display: none } }
`
