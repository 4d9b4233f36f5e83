import {sep} from 'node:path'

/**
 * A path as the repository, a pack, a zip and an address write it: with `/` between its names, whatever the system has.
 * JavaScript, because the tests are listed with it before there is anything to read TypeScript with.
 *
 * @param {string} path
 * @param {string} [separator] - what the system has
 */
export function slashed(path, separator = sep) {
  return path.replaceAll(separator, '/')
}
