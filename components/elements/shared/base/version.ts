/** Of the package these elements come from; `test/package` holds it to the one in `package.json`. */
export const VERSION = '0.1.0'
