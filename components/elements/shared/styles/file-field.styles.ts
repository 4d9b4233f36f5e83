import {css} from 'lit'

/** A file input would otherwise be as wide as the browser's own words in it, which differ by browser, language and font. */
export const fileField = css`
  input[type='file'] { max-width: 100% }
`
