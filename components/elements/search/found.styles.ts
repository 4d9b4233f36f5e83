import {css} from 'lit'
import {documentStyles} from '../shared/document/document.styles.js'

/** What was found, and the filters. */
export const foundStyles = [...documentStyles, css`
  .recent, .filters, .results { max-width: 44em }
  .status > * { margin: 0; font-weight: 400 }
  .recent { display: flex; flex-wrap: wrap; gap: .3em 1.2em; align-items: baseline; margin-block: .8em 0 }
  .recent ul { display: contents; list-style: none }
  .recent :is(li, p, button), .meant button { margin: 0 }
  .filters { margin-block: .8em 0 }
  .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr)); gap: 0 1em; align-items: end }
  .choices .field { margin-block-end: .8em }
  .meant { margin-block: .6em }
  .answer { max-width: 44em; margin-block: .6em 1em; padding: .8em 1em; border: 2px solid var(--_dsg-brand) }
  .answer.coming { min-block-size: 14em }
  .answer :is(p, ol, ul) { margin-block: 0 .5em }
  .answer li { margin-block-end: .2em }
  .answer > :last-child { margin-block-end: 0 }
  .also { margin: .4em 0 0; padding-inline-start: 1.2em; list-style: disc }
  .results { margin: 0 0 1em; padding: 0; list-style: none }
  .results > li { margin: 0; padding: .8em 0; border-block-start: 1px solid var(--_dsg-border) }
  .results p { margin: .2em 0 0 }
  .results .place { color: var(--_dsg-secondary); font-size: .85em }
  .results b { background: #fff3a6; color: #212b32 }
  @media (forced-colors: active) { .results b { background: Mark; color: MarkText } }
  @media print { form, .filters, .recent, .meant { display: none } }
`]
