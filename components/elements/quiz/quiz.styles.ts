import {css} from 'lit'

/** What a question looks like before it is answered. */
export const styles = css`
  /* While it is on its way in a module, what stands below it there is out of sight, and so does not move when it comes. */
  slot:only-child { display: block; min-height: var(--_dsg-coming) }
  .caption { display: flex; flex-wrap: wrap; gap: .3em .8em; align-items: center; margin-block-end: .4em; color: var(--_dsg-secondary); font-size: .9em; font-weight: 400 }
  .question { max-width: 44em }
`
