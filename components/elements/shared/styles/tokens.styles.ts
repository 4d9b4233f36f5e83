import {css} from 'lit'

/**
 * Colours, spaces and type of every element: values of nhsuk-frontend 10 (MIT), each behind a `--dsg-*` property that a
 * host may set. `--_dsg-*` are ours alone. Sizes are in em of the font size that the host and the reader chose, which is
 * never under 16 px, because a host's root font size is often 10 or 12 px. Where a default has two colours, the second is for
 * dark grounds: see `shared/ground/fitting.ts`.
 *
 * @cssprop --dsg-font-family - type of all text
 * @cssprop --dsg-font-size - size of the text that all other sizes go by; without it, larger where there is room
 * @cssprop --dsg-border-radius - roundness of buttons and boxes
 * @cssprop --dsg-color-brand - lines and marks that carry the organisation's colour
 * @cssprop --dsg-color-background - behind all of an element
 * @cssprop --dsg-color-surface - behind form fields and cards
 * @cssprop --dsg-color-shade - behind boxes that stand out a little, such as a result
 * @cssprop --dsg-color-text - text
 * @cssprop --dsg-color-secondary-text - hints and captions
 * @cssprop --dsg-color-border - lines between parts
 * @cssprop --dsg-color-input-border - edges of form fields, radios and checkboxes
 * @cssprop --dsg-color-link - links
 * @cssprop --dsg-color-link-hover - links under the pointer
 * @cssprop --dsg-color-link-visited - links that were followed before
 * @cssprop --dsg-color-focus - behind what has focus
 * @cssprop --dsg-color-focus-text - text of what has focus, and the line under it
 * @cssprop --dsg-color-button - behind a button's text; its lower edge is a darker mix of it
 * @cssprop --dsg-color-button-text - a button's text
 * @cssprop --dsg-color-error - error messages, and answers that are wrong
 * @cssprop --dsg-color-success - answers that are right, and what is done
 * @cssprop --dsg-color-warning - edges of warnings
 * @cssprop --dsg-color-warning-surface - behind warnings
 */
export const tokens = css`
  :host {
    display: block;
    /* Also where a box is as wide as what is in it, such as a float or a part of a flex row: ours would be 0 there. */
    width: -moz-available;
    width: -webkit-fill-available;
    width: stretch;
    min-width: 0;
  }
  :host([hidden]) { display: none }

  /* Nothing of the host's gets past here but what it sets on purpose. Inside, because a host's rules win over :host. */
  .room {
    all: initial;
    display: block;
    color-scheme: inherit;
    pointer-events: inherit;
    visibility: inherit;
    /* The host's text size and the reader's, whichever is larger: decision 11. */
    font-size: max(1em, 1rem, 16px);
    container-type: inline-size;
    contain-intrinsic-inline-size: 10em;
  }
  /* What groundController chose. */
  .light { color-scheme: light }
  .dark { color-scheme: dark }
  .unfit { visibility: hidden }

  .dsg {
    --_dsg-brand: var(--dsg-color-brand, light-dark(#005eb8, #6db5ff));
    --_dsg-text: var(--dsg-color-text, light-dark(#212b32, #f0f4f5));
    --_dsg-secondary: var(--dsg-color-secondary-text, light-dark(#4c6272, #c0cbd4));
    --_dsg-surface: var(--dsg-color-surface, light-dark(#fff, #18222d));
    --_dsg-shade: var(--dsg-color-shade, light-dark(#f0f4f5, #26323e));
    --_dsg-border: var(--dsg-color-border, light-dark(#d8dde0, #52667a));
    --_dsg-input-border: var(--dsg-color-input-border, light-dark(#4c6272, #98a8b4));
    --_dsg-link: var(--dsg-color-link, light-dark(#005eb8, #7fc1ff));
    --_dsg-link-hover: var(--dsg-color-link-hover, light-dark(#7c2855, #ffb3d1));
    --_dsg-link-visited: var(--dsg-color-link-visited, light-dark(#330072, #d0b3ff));
    --_dsg-focus: var(--dsg-color-focus, #ffeb3b);
    --_dsg-focus-text: var(--dsg-color-focus-text, #212b32);
    --_dsg-button: var(--dsg-color-button, #007f3b);
    --_dsg-button-text: var(--dsg-color-button-text, #fff);
    --_dsg-button-shadow: color-mix(in srgb, var(--_dsg-button), #000 50%);
    --_dsg-error: var(--dsg-color-error, light-dark(#d5281b, #ff9a8f));
    --_dsg-success: var(--dsg-color-success, light-dark(#007f3b, #62d48c));
    --_dsg-warning: var(--dsg-color-warning, #f5d000);
    --_dsg-warning-surface: var(--dsg-color-warning-surface, light-dark(#fff9c4, #3b3400));
    --_dsg-radius: var(--dsg-border-radius, 4px);

    box-sizing: border-box;
    color: var(--_dsg-text);
    background: var(--dsg-color-background, transparent);
    font-family: var(--dsg-font-family, Frutiger, Arial, sans-serif);
    font-size: var(--dsg-font-size, 1em);
    line-height: 1.5;
    overflow-wrap: break-word;
    -webkit-font-smoothing: antialiased;
    -webkit-text-size-adjust: 100%;
  }
  /* Browsers of before 2024 know one scheme only. */
  @supports not (color: light-dark(red, red)) {
    .dsg {
      --_dsg-brand: var(--dsg-color-brand, #005eb8);
      --_dsg-text: var(--dsg-color-text, #212b32);
      --_dsg-secondary: var(--dsg-color-secondary-text, #4c6272);
      --_dsg-surface: var(--dsg-color-surface, #fff);
      --_dsg-shade: var(--dsg-color-shade, #f0f4f5);
      --_dsg-border: var(--dsg-color-border, #d8dde0);
      --_dsg-input-border: var(--dsg-color-input-border, #4c6272);
      --_dsg-link: var(--dsg-color-link, #005eb8);
      --_dsg-link-hover: var(--dsg-color-link-hover, #7c2855);
      --_dsg-link-visited: var(--dsg-color-link-visited, #330072);
      --_dsg-error: var(--dsg-color-error, #d5281b);
      --_dsg-success: var(--dsg-color-success, #007f3b);
      --_dsg-warning-surface: var(--dsg-color-warning-surface, #fff9c4);
    }
  }
  @media print { .dsg { color-scheme: light } }
  @media screen and (forced-colors: none) {
    .own > .dsg { padding: 1em; border-radius: var(--_dsg-radius); background: var(--dsg-color-background, var(--_dsg-surface)) }
  }
  @container (min-width: 40em) {
    .dsg { font-size: var(--dsg-font-size, max(1em, 1.1875rem, 19px)) }
  }

  *, *::before, *::after { box-sizing: border-box }
  [hidden] { display: none !important }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    * { transition: none !important; animation: none !important; scroll-behavior: auto !important }
  }
`
