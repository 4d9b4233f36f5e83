import {statSync, type Stats} from 'node:fs'
import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The folder this command runs from, a clone's or the published package's `dist`: it holds `components` and `hosts`. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** How the files of `components` end there: `.ts` in a clone, `.js` in the published package. */
export const CODE = extname(import.meta.url)

/** False in the published package, which has everything built. */
export const IS_CLONE = CODE === '.ts'

/** What is at a path, links followed; undefined when nothing is, or nothing that can be reached. */
export function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
