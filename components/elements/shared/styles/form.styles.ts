import {css} from 'lit'

/** Buttons, radios and checkboxes, after the NHS design system: what a question needs. `fields.styles.ts` has the rest. */
export const form = css`
  button, .button {
    appearance: none;
    display: inline-block;
    position: relative;
    min-height: 44px;
    margin: 0 0 .5em;
    padding: .65em 1em;
    border: 2px solid transparent;
    border-radius: var(--_dsg-radius);
    background: var(--_dsg-button);
    box-shadow: 0 4px 0 var(--_dsg-button-shadow);
    color: var(--_dsg-button-text);
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:visited { color: var(--_dsg-button-text) }
  button:hover, .button:hover { background: color-mix(in srgb, var(--_dsg-button), #000 20%); color: var(--_dsg-button-text) }
  button:active, .button:active { transform: translateY(4px); box-shadow: none }
  button:focus-visible, .button:focus-visible {
    outline: 4px solid transparent;
    background: var(--_dsg-focus);
    box-shadow: 0 4px 0 var(--_dsg-focus-text);
    color: var(--_dsg-focus-text);
  }
  .secondary {
    border-color: var(--_dsg-brand);
    background: var(--_dsg-surface);
    box-shadow: 0 4px 0 var(--_dsg-brand);
    color: var(--_dsg-brand);
  }
  .secondary:hover, .secondary:visited { background: var(--_dsg-shade); color: var(--_dsg-brand) }

  fieldset { min-width: 0; margin: 0 0 1.5em; padding: 0; border: 0 }
  legend { display: block; width: 100%; padding: 0; margin-block-end: .8em }
  legend :is(h1, h2, h3, h4, h5, h6) { margin: 0 }
  .hint { margin-block-end: .8em; color: var(--_dsg-secondary) }

  .choice { display: grid; grid-template-columns: 44px minmax(0, 1fr); column-gap: .4em; align-items: start; margin-block-end: .4em }
  .choice > input {
    appearance: none;
    position: relative;
    width: 40px;
    height: 40px;
    margin: 2px;
    border: 2px solid var(--_dsg-input-border);
    background: var(--_dsg-surface);
    cursor: pointer;
  }
  .choice > input[type='radio'] { border-radius: 50% }
  .choice > input:focus-visible { outline: none; border: 4px solid var(--_dsg-focus-text); box-shadow: 0 0 0 4px var(--_dsg-focus) }
  .choice > input[type='radio']:checked::after {
    content: '';
    position: absolute;
    inset: 0;
    width: 20px;
    height: 20px;
    margin: auto;
    border-radius: 50%;
    background: var(--_dsg-text);
  }
  .choice > input[type='checkbox']:checked::after {
    content: '';
    position: absolute;
    inset: 0 0 5px;
    width: 21px;
    height: 11px;
    margin: auto;
    border: solid var(--_dsg-text);
    border-width: 0 0 4px 4px;
    transform: rotate(-45deg);
  }
  .choice > label { min-height: 44px; padding: .5em 0 .5em .2em; cursor: pointer }
  .choice > .below { grid-column: 2 }

  .tag {
    display: inline-block;
    padding: .1em .5em;
    border: 1px solid currentcolor;
    background: var(--_dsg-shade);
    color: var(--_dsg-text);
    font-size: .85em;
    white-space: nowrap;
  }
  .tag.done { background: #cce5d8; color: #004c23 }
  .tag.active { background: #ccdff1; color: #002f5c }
  .tag.attention { background: #fff9c4; color: #4d4712; white-space: normal }

  details { margin-block-end: 1em }
  summary { display: list-item; width: fit-content; color: var(--_dsg-link); text-decoration: underline; text-underline-offset: .12em; cursor: pointer }
  summary:hover { color: var(--_dsg-link-hover) }
  .details-text { margin-block-start: .5em; padding: .6em 1em; border-inline-start: 4px solid var(--_dsg-border) }
  .details-text > :last-child { margin-block-end: 0 }

  @media (forced-colors: active) {
    button, .button { border-color: ButtonText }
    .choice > input:checked::after { forced-color-adjust: none; background: CanvasText; border-color: CanvasText }
    .choice > input[type='checkbox']:checked::after { background: none }
    :is(button, .button, a, summary):focus-visible { outline-color: Highlight }
  }
  @media print {
    button, .button, .no-print { display: none }
  }
`
