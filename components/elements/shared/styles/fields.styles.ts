import {css} from 'lit'

/** Text fields, lists to choose from, buttons that look like links, and what is said of a mistake: see `form.styles.ts`. */
export const fields = css`
  .link-button {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
    color: var(--_dsg-link);
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: .12em;
  }
  .link-button:hover { background: none; color: var(--_dsg-link-hover) }
  .link-button:active { transform: none }
  .button-row { display: flex; flex-wrap: wrap; gap: .5em 1em; align-items: baseline; margin-block: 1em }

  .field { margin-block-end: 1.2em }
  .field > label { display: block; margin-block-end: .3em }

  input[type='text'], input[type='search'], textarea, select {
    display: block;
    width: 100%;
    max-width: 100%;
    min-height: 44px;
    padding: .4em .5em;
    border: 2px solid var(--_dsg-input-border);
    border-radius: 0;
    background: var(--_dsg-surface);
    color: inherit;
    font: inherit;
    appearance: none;
  }
  select { appearance: auto }
  :is(input, textarea, select)[aria-invalid] { border-color: var(--_dsg-error) }
  :is(input, textarea, select):focus-visible {
    border-color: var(--_dsg-focus-text);
    outline: 4px solid var(--_dsg-focus);
    outline-offset: 0;
    box-shadow: inset 0 0 0 2px var(--_dsg-focus-text);
  }

  .error-summary { margin-block-end: 1.5em; padding: 1em 1.2em; border: 4px solid var(--_dsg-error) }
  .error-summary:focus { outline: 4px solid var(--_dsg-focus) }
  .error-summary :is(h2, h3, h4, h5, h6) { margin-block-end: .4em }
  .error-summary ul { margin: 0; padding: 0; list-style: none }
  .error-summary a, .error-message { color: var(--_dsg-error); font-weight: 700 }
  .has-error { padding-inline-start: .8em; border-inline-start: 4px solid var(--_dsg-error) }
`
