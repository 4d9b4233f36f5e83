import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {slashed} from '../../cli/terminal/slashed.mjs'

/** Every file of a folder by path, as a fingerprint; undefined when there is no such folder. */
export function treeOf(folder: string): Record<string, string> | undefined {
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
  return Object.fromEntries(files
    .map(entry => join(entry.parentPath, entry.name)).sort()
    .map(file => [slashed(relative(folder, file)), createHash('sha256').update(readFileSync(file)).digest('hex')]))
}
