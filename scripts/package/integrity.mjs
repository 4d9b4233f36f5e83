/** Hashes by which a browser makes sure that a script is the one that a page was written for. */
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {slashed} from '../../cli/terminal/slashed.mjs'

/**
 * @param {string} folder
 * @returns {Record<string, string>} for each script below `folder`, by its path there, what `integrity` takes
 */
export function integrityOf(folder) {
  const scripts = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.js')).map(path => slashed(path)).sort()
  return Object.fromEntries(scripts.map(path => {
    const hash = createHash('sha384').update(readFileSync(join(folder, path))).digest('base64')
    return [path, `sha384-${hash}`]
  }))
}
