import {css} from 'lit'

/** What is on screen from the first answer on, and the kinds of question that are rare. */
export const styles = css`
  .back { margin-block-end: 1em }

  .verdict { display: flex; gap: .5em; align-items: center; margin: 0 0 1em; padding: .6em .8em; border: 2px solid; border-inline-start-width: 8px; font-weight: 700 }
  .verdict.right { border-color: var(--_dsg-success) }
  .verdict.wrong { border-color: var(--_dsg-error) }
  .verdict { scroll-margin-block-end: 14em }
  .learn { grid-column: 1 / -1; margin: 0 }
  .verdict:focus { outline: 4px solid var(--_dsg-focus); outline-offset: 0 }

  .answers { margin: 0 0 1.5em; padding: 0; list-style: none }
  .answers > li { margin: 0; padding: .9em 0; border-block-start: 1px solid var(--_dsg-border) }
  .answers > li:last-child { border-block-end: 1px solid var(--_dsg-border) }
  .answers .words { font-weight: 700 }
  .answers .mark { display: inline-flex; gap: .35em; align-items: center; margin-block-end: .2em; font-size: .9em }
  .answers .feedback > :last-child { margin-block-end: 0 }
  .answers .feedback { margin-block-start: .2em; max-width: 40em }
  .icon { flex: none; width: 1.2em; height: 1.2em }
  .icon.right { color: var(--_dsg-success) }
  .icon.wrong { color: var(--_dsg-error) }

  .answers.numbered { padding: 0 }
  .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(8em, 14em); gap: .3em 1em; align-items: center; padding-block: .5em; border-block-start: 1px solid var(--_dsg-border) }
  @container (max-width: 30em) { .pair { grid-template-columns: minmax(0, 1fr) } }
  .pair .error-message { grid-area: 1 / 1 / auto / -1; margin: 0 }
  .gap { display: inline-grid; grid-template-columns: auto minmax(0, 12em); max-width: 100%; margin-block: .2em; vertical-align: baseline }
  .gap > label { padding: .4em .5em; border: 2px solid var(--_dsg-input-border); border-inline-end: 0; color: var(--_dsg-secondary) }
  .gap > input { grid-column: 2 }
  /* As wide as the field, however long it is. */
  .gap > .error-message { grid-column: 1 / -1; width: 0; min-width: 100% }

  .results { margin: 0 0 1.5em; padding: 0; list-style: none; max-width: 44em }
  .results > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .3em 1em; align-items: baseline; margin: 0; padding: .7em 0; border-block-start: 1px solid var(--_dsg-border) }
  .results > li:last-child { border-block-end: 1px solid var(--_dsg-border) }
  .outcome { display: flex; gap: .4em; align-items: center; white-space: nowrap }
  .panel { max-width: 44em; margin-block-end: 1.5em; padding: 1.2em; border: 1px solid var(--_dsg-border); border-block-start: 8px solid var(--_dsg-brand); background: var(--_dsg-surface) }
  .panel.passed { border-block-start-color: var(--_dsg-success) }
  dsg-saving { margin-block-start: 2em }
  .panel > :last-child { margin-block-end: 0 }
`
