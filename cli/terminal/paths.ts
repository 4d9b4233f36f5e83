import {statSync, type Stats} from 'node:fs'
import nodePath, {extname} from 'node:path'
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

/** What tells paths apart: this system's, or that of another for tests. */
type System = Pick<typeof nodePath, 'relative' | 'isAbsolute' | 'join' | 'sep'>

/** Is a path below a folder? Both are absolute. Windows takes capitals for small letters, and has no way between drives. */
export function isInside(path: string, folder: string, {relative, isAbsolute, sep}: System = nodePath): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

export function isSameOrInside(path: string, folder: string, system: System = nodePath): boolean {
  return system.relative(folder, path) === '' || isInside(path, folder, system)
}

/** Where a file is that is named from a folder: from a folder on another drive of Windows, it is named by its whole path. */
export function fileAt(folder: string, path: string, {isAbsolute, join}: System = nodePath): string {
  return isAbsolute(path) ? path : join(folder, path)
}
