import {css} from 'lit'

export const styles = css`
  .panel { max-width: 44em; padding: 1em 1.2em; border: 1px solid var(--_dsg-border); background: var(--_dsg-shade) }
  .panel > :last-child, .panel form > :last-child { margin-block-end: 0 }
  p { margin-block-end: .6em }
  .past { visibility: hidden }
  .button-row { margin-block: .6em 0 }
  dsg-take-away { margin-block-start: 1em }
  [role='group'] { margin-block: 1.4em 1.2em }
  [role='group'] > p:first-of-type { margin-block-end: .3em }

  /* Without a box of its own, so that the bar sticks for as long as anything of the guide around it is in view. */
  :host([visit-only]:not([hidden])), :host([visit-only]) :is(.room, .dsg) { display: contents }
  :host([visit-only]) .panel { margin-block-start: 2em }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: .3em 1em;
    align-items: center;
    padding: .4em 1.2em .6em;
    border-block-start: 4px solid var(--_dsg-brand);
    background: var(--_dsg-surface);
  }
  .bar p { margin: 0 }
  .bar button { margin: 0 }
  .bar p:focus-visible { outline: 4px solid transparent; background: var(--_dsg-focus); color: var(--_dsg-focus-text) }
`
