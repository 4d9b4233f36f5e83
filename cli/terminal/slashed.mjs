import {sep} from 'node:path'

/**
 * A path with `/` between its names, whatever the system uses: as the repository, packs, zips and addresses write it. This is
 * JavaScript, because `npm test` lists test files with it before the packages that read TypeScript are installed.
 *
 * @param {string} path
 * @param {string} [separator] - what the system puts between names
 */
export function slashed(path, separator = sep) {
  return path.replaceAll(separator, '/')
}
