import {statSync, type Stats} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** The clone this command runs from: it holds the elements' sources and the demo pages. */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url))

/** What is at a path, links followed; undefined when nothing is, or nothing that can be reached. */
export function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
