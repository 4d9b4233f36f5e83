import {css} from 'lit'

export const styles = css`
  .panel { max-width: 44em; padding: 1em 1.2em; border: 1px solid var(--_dsg-border); background: var(--_dsg-shade) }
  .panel > :last-child, .panel form > :last-child { margin-block-end: 0 }
  p { margin-block-end: .6em }
  .past { visibility: hidden }
  .button-row { margin-block: .6em 0 }
  dsg-take-away { margin-block-start: 1em }

  /* Without a box of its own, so that the bar sticks for as long as anything of the guide around it is in view. */
  :host([in-sight]:not([hidden])), :host([in-sight]) :is(.room, .dsg) { display: contents }
  :host([in-sight]) .panel { margin-block-start: 2em }
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
  /* Where there is little room it is the lower edge of the page, which cuts off no end of a line. */
  .quiet { justify-content: space-between; padding: .2em .8em .3em; border-block-start: 1px solid var(--_dsg-border); font-size: .9em }
  /* Nothing to do about it now: no wider than its words. */
  @container (min-width: 40em) {
    .quiet { width: fit-content; max-width: 100%; margin-inline-start: auto; border: 1px solid var(--_dsg-border); border-block-end: 0 }
  }
  .bar p { margin: 0 }
  .bar button { margin: 0 }
  .danger { border-color: var(--_dsg-error); background: var(--_dsg-surface); box-shadow: 0 4px 0 var(--_dsg-error); color: var(--_dsg-error) }
  .danger:hover { background: var(--_dsg-shade); color: var(--_dsg-error) }
  #end p + p { margin-block-start: .2em }
  :is(.bar p, #end, #confirm):focus-visible { outline: 4px solid transparent; background: var(--_dsg-focus); color: var(--_dsg-focus-text) }
`

/** Of the question whether to keep what was done. */
export const askStyles = css`
  .question { margin-block-end: .2em; font-weight: 700 }
  .question:focus-visible, #said:focus-visible { outline: 4px solid transparent; background: var(--_dsg-focus); color: var(--_dsg-focus-text) }
  .ask .button-row { align-items: center; margin-block: .4em 0 }
`
