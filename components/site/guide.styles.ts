import {css, type CSSResult} from 'lit'
import {documentStyles} from '../elements/shared/document/document.styles.js'
import {openingStyles} from '../elements/module/opening.styles.js'
import {text} from '../elements/shared/styles/text.styles.js'
import {tokens} from '../elements/shared/styles/tokens.styles.js'

/** What stands around the elements, and the pages as they read without script. */
const around = css`
  /* When an element takes over, the page gets shorter and its scroll bar may go: the text must not move sideways then. */
  html { color-scheme: light dark; scrollbar-gutter: stable }
  body { margin: 0; background: var(--dsg-color-background, light-dark(#fff, #10181f)) }
  dsg-canvas, dsg-embed-builder, dsg-glossary, dsg-guide, dsg-module, dsg-pathway, dsg-self-assessment,
  .site-header, .site-footer, main {
    display: block;
    container-type: inline-size;
  }
  .skip { position: absolute; inset-inline-start: -999em }
  .skip:focus { position: static; display: block; padding: .5em 1em; font-family: Arial, sans-serif }
  /*
   * Higher than the window, also where a link led past the header: the footer is not seen before the page is there, and so does
   * not move then.
   */
  main { box-sizing: border-box; max-width: 60rem; min-height: calc(100vh + 4rem); margin-inline: auto; padding: 1.5rem 1rem 4rem }
  .site-header > .dsg, .site-footer > .dsg { padding: 1rem max(1rem, calc(50% - 29rem)) }
  .site-header > .dsg {
    display: flex;
    flex-wrap: wrap;
    gap: .3em 2em;
    align-items: baseline;
    border-block-end: 4px solid var(--_dsg-brand);
    background: var(--_dsg-brand);
    color: var(--_dsg-surface);
  }
  .site-footer > .dsg { border-block-start: 4px solid var(--_dsg-brand); background: var(--_dsg-shade) }
  @supports (color: light-dark(red, red)) {
    .site-header > .dsg {
      background: light-dark(var(--_dsg-brand), var(--_dsg-shade));
      color: light-dark(var(--_dsg-surface), var(--_dsg-text));
    }
  }
  .site-header a:not(:focus-visible) { color: inherit }
  .site-name { margin: 0; font-weight: 700 }
  .site-name a:not(:hover, :focus-visible) { text-decoration: none }
  .site-footer ul { display: flex; flex-wrap: wrap; gap: .3em 2em; padding: 0; list-style: none }
  .site-footer p { margin: 0 }
  /* Long lines wrap, so that nothing scrolls sideways: with keys alone, not every browser can do that. */
  pre { white-space: pre-wrap; overflow-wrap: anywhere }

  .navigation { display: flex; flex-wrap: wrap; gap: 0 .7em; font-size: .9em }
  .navigation a { padding-block: .4em }
  .navigation a[aria-current]:not(:focus-visible) { color: inherit; font-weight: 700; text-decoration: none }
  @container (min-width: 26em) { .navigation { gap: 0 1.4em; font-size: 1em } }
  main .navigation { margin-block-end: 1em; border-block-end: 4px solid var(--_dsg-brand) }
  .crumbs { margin: 0 0 1em; padding: 0; list-style: none; font-size: .9em }
  .page + .page { margin-block-start: 2em }
  .page > :not(table), .question, .answer, dsg-canvas p, dsg-canvas li { max-width: 44em }
  .choices { padding-inline-start: 1.6em; list-style: '\\2610  ' }
  .terms dt { font-weight: 700 }
  .terms { max-width: 44em }
  .terms dt { padding-block-start: .8em; border-block-start: 1px solid var(--_dsg-border) }
  .terms dd { margin: 0 0 .8em }
  .also { margin: 0; color: var(--_dsg-secondary); font-size: .9em }
  .neighbours { display: flex; justify-content: space-between; gap: 1em; margin-block-start: 2em; max-width: 44em }
  .neighbours a { flex: 0 1 48% }
  .neighbours .next { margin-inline-start: auto; text-align: end }
  .neighbours .way { display: block; font-weight: 700 }

  /*
   * While script may still take over, the answers are hidden, so that nobody sees them before answering. If script never takes
   * over, they show after a while, and at once for a reader who follows a link to one.
   */
  @media (scripting: enabled) {
    .answers:not(:has(:target)) { animation: wait-for-script 10s !important }
    /*
     * What an element takes the place of is not seen for a moment, so that nobody sees a page and then another. Screen readers
     * may begin with it, as always.
     */
    main > [src] > .dsg:not(:has(:target)) { animation: unseen 3s !important }
  }
  @keyframes wait-for-script { from, to { visibility: hidden } }
  @keyframes unseen { from, to { opacity: 0 } }

  @media print {
    html { color-scheme: light }
    .skip, .site-header .navigation, main .navigation, .site-footer ul, .crumbs, .neighbours,
    a[href^='#answer-'], a[href^='#question-'] { display: none }
    .site-header > .dsg, .site-footer > .dsg { padding: 0; border: 0; background: none; color: inherit }
    main { max-width: none; min-height: 0; padding: 0 }
    main > [src] > .dsg { animation: none !important }
    .dsg { font-size: 11pt }
    .question, .answer { break-inside: avoid }
    .answers { break-before: page; animation: none !important }
    .about a[href^='http']::after { content: ' (' attr(href) ')'; overflow-wrap: anywhere }
  }
`

/** `guide.css`: the style sheets of the elements, so that nothing moves when they take over, and the look around them. */
export function guideStyles(): string {
  return [tokens, text, ...documentStyles, openingStyles, around].map(tidy).join('\n')
}

/** A style sheet without the rules that only mean something in an element's own shadow root. */
function tidy({cssText}: CSSResult): string {
  return cssText.replace(/^ {2}:host.*(?:\{[^{}]*\}|\{$[^}]*\})\n/gm, '').replace(/^ {2}/gm, '').trimStart()
}
