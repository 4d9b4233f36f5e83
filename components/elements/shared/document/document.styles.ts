import {css} from 'lit'
import {tableStyles} from './table.js'

/** What document trees have besides paragraphs, lists and links: see `text.styles.ts`. */
export const documentStyles = [tableStyles, css`
  pre { overflow-x: auto; background: var(--_dsg-shade); padding: 1em }
  pre code { padding: 0 }
  hr { border: 0; border-block-start: 1px solid var(--_dsg-border); margin-block: 2em }
  blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 4px solid var(--_dsg-border) }
`]
