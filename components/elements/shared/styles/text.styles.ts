import {css} from 'lit'

/** What text looks like wherever a document tree or a heading is shown. */
export const text = css`
  h1, h2, h3, h4, h5, h6 {
    margin: 0 0 .6em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
    scroll-margin-block-start: 1em;
  }
  .size-xl { font-size: 1.7em }
  .size-l { font-size: 1.4em }
  .size-m { font-size: 1.2em }
  .size-s { font-size: 1em }
  @container (min-width: 40em) {
    .size-xl { font-size: 2.2em }
    .size-l { font-size: 1.6em }
  }
  /* Script moves focus here so that a new view is read out; nobody can act on a heading, so it needs no ring. */
  :is(h1, h2, h3, h4, h5, h6):focus { outline: none }

  p, ul, ol, dl, pre, blockquote { margin: 0 0 1.2em }
  .prose, .lede { max-width: 44em }
  .lede { color: var(--_dsg-secondary) }
  /* After "Hint:" and "Why:" authors write on in lower case; here the words stand alone. */
  .sentence > p:first-child::first-letter { text-transform: uppercase }
  ul, ol { padding-inline-start: 1.3em }
  li { margin-block-end: .4em }
  li > p { margin-block-end: .4em }

  code { font-family: menlo, consolas, monospace; font-size: .9em; background: var(--_dsg-shade); padding: .1em .25em }
  img { max-width: 100%; height: auto }

  a { color: var(--_dsg-link); text-underline-offset: .12em; text-decoration-thickness: max(1px, .06em) }
  a:visited { color: var(--_dsg-link-visited) }
  a:hover { color: var(--_dsg-link-hover); text-decoration-thickness: .15em }
  a:focus-visible, summary:focus-visible {
    color: var(--_dsg-focus-text);
    background: var(--_dsg-focus);
    outline: 4px solid transparent;
    box-shadow: 0 4px var(--_dsg-focus-text);
    text-decoration: none;
    border-radius: 0;
  }

  .callout { margin-block: 1.6em; padding: 1em 1.2em }
  .callout > :last-child { margin-block-end: 0 }
  .callout:not(.warning) { border-inline-start: 8px solid var(--_dsg-brand); background: var(--_dsg-surface) }
  .callout.example { border-color: var(--_dsg-border); background: var(--_dsg-shade) }
  .callout.warning { border: 1px solid var(--_dsg-warning); background: var(--_dsg-warning-surface) }
  .callout-label { display: block; margin-block-end: .4em; font-weight: 700 }
  .callout.warning .callout-label { font-size: 1.1em }

  @media print {
    a { color: inherit }
    .callout, table, figure { break-inside: avoid }
    h1, h2, h3, h4 { break-after: avoid }
  }
  @media (forced-colors: active) {
    .callout { border: 2px solid }
  }
`
