import {css} from 'lit'

/** The search box. */
export const searchStyles = css`
  form { max-width: 44em }
  #title { margin-block-end: .3em }
  .box { display: flex; gap: 0 }
  .box input { flex: 1; min-width: 0 }
  .box button { margin: 0; border-radius: 0; background: var(--_dsg-brand); box-shadow: none; color: var(--_dsg-surface) }
  .box button:hover { background: color-mix(in srgb, var(--_dsg-brand), #000 20%) }
  .box button:focus-visible { background: var(--_dsg-focus); color: var(--_dsg-focus-text); outline: 4px solid var(--_dsg-focus-text) }
  .status { margin-block: .6em }
`
