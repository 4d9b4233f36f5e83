import {statSync, type Stats} from 'node:fs'
import nodePath, {extname} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The folder that has `components` and `hosts`: the root of a clone, or `dist` of the published package. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** How the names of code files end: `.ts` in a clone, `.js` in the published package. */
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

/** The functions that know how a system writes paths: this system's, or in tests those of another. */
type System = Pick<typeof nodePath, 'relative' | 'isAbsolute' | 'join' | 'sep'>

/** Is a path below a folder? Both are absolute. On Windows, case does not count, and no relative path leads to another drive. */
export function isInside(path: string, folder: string, {relative, isAbsolute, sep}: System = nodePath): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

export function isSameOrInside(path: string, folder: string, system: System = nodePath): boolean {
  return system.relative(folder, path) === '' || isInside(path, folder, system)
}

/** The place of a file that is named by its path from a folder; by its whole path when it is on another drive of Windows. */
export function fileAt(folder: string, path: string, {isAbsolute, join}: System = nodePath): string {
  return isAbsolute(path) ? path : join(folder, path)
}
