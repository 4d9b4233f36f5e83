import {css} from 'lit'

/** `embed.css`: room for focus rings, and nothing that depends on how tall the frame is. */
export const framePageStyles = css`
  /* What the page around the frame is like cannot be seen from here. */
  html { background: var(--dsg-color-background, Canvas) }
  body {
    margin: 0;
    padding: 8px;
    color: var(--dsg-color-text, #212b32);
    font: 16px/1.5 var(--dsg-font-family, Arial, sans-serif);
    overflow-wrap: break-word;
  }
  /* Margins count as part of the height. */
  body, main { display: flow-root }
  h1 { margin: 0 0 .6em; font-size: 1.4em; line-height: 1.25 }
  p { max-width: 44em; margin: 0 0 1.2em }
  a { color: var(--dsg-color-link, #005eb8) }
  a:focus-visible { color: #212b32; background: #ffeb3b; outline: 4px solid transparent; box-shadow: 0 4px #212b32; text-decoration: none }
  .note { margin: 1.6em 0 0; color: var(--dsg-color-secondary-text, #4c6272); font-size: .875em }
  :not(:defined) + .note { display: none }

  /* In a tab of its own, this page needs margins: there is no page around it. */
  .alone main { max-width: 60rem; margin: 0 auto; padding: 1rem 8px 3rem }

  .dark { color-scheme: dark; background: #212b32 }
  .dark body { color: #f0f4f5 }
  .dark a { color: #7fc1ff }
  .dark .note { color: #c0cbd4 }
  @media print { .note { display: none } }
`
