import {css} from 'lit'

/** A field to choose a file with, which is as wide as the browser's own words in the device's own font. */
export const fileField = css`
  input[type='file'] { max-width: 100% }
`
