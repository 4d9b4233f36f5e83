import {closeSync, mkdirSync, openSync, readSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {strToU8, zipSync} from 'fflate'
import {CommandError, reason} from '../terminal/command-error.js'
import {statsAt} from '../terminal/paths.js'
import {writeAtomically} from '../terminal/write-atomically.js'

/** One date for every file, so that the same files make the same zip: the first day a zip can name, at noon. */
const NO_TIME = new Date(1980, 0, 1, 12)

/** The bytes that an entry of a zip begins with. The entry's name is at a fixed place after them. */
const ENTRY = 'PK\u0003\u0004'
const NAME_AT = 30

/**
 * A zip at a path, whole or not at all: it is written beside its place under a name that begins with a dot and ends
 * with `.tmp`, then renamed. A file that is already at the path is replaced only when it is a zip with the same first file.
 */
export class ZipFile {
  readonly path: string
  readonly #first: string

  /**
   * @param first - the file that the zip begins with. Each kind of package begins with a file of another name
   * @throws CommandError when there is something else at the path
   */
  constructor(path: string, first: string) {
    this.path = path
    this.#first = first
    const refuse = (why: string) => { throw new CommandError(`"${path}" ${why}`) }
    if (!/\.zip$/i.test(path)) refuse('does not end in .zip. Name the file with --out, such as --out course.zip')
    const stats = statsAt(path)
    if (stats?.isDirectory()) refuse('is a folder. Name a file with --out, such as --out course.zip')
    if (stats && !beginsWith(path, first)) {
      refuse('is there already, and it is not a package of this kind. Name another file with --out, or remove it.')
    }
  }

  /** @param files - in any order. @throws CommandError when the disk does not take them */
  write(files: readonly {path: string; body: string | Uint8Array}[]): number {
    const inOrder = [...files].sort((a, b) => this.#rank(a.path) - this.#rank(b.path) || (a.path < b.path ? -1 : 1))
    const bytes = zipSync(Object.fromEntries(inOrder.map(({path, body}) =>
      [path, typeof body === 'string' ? strToU8(body) : new Uint8Array(body)])), {level: 9, mtime: NO_TIME, os: 3})
    try {
      mkdirSync(dirname(resolve(this.path)), {recursive: true})
      writeAtomically(this.path, bytes)
    } catch (error) {
      throw new CommandError(`"${this.path}" could not be written: ${reason(error)}. What was there is as it was.`)
    }
    return bytes.length
  }

  #rank(path: string): number {
    return path === this.#first ? 0 : 1
  }
}

function beginsWith(path: string, name: string): boolean {
  const expected = `${ENTRY}${name}`
  const bytes = Buffer.alloc(NAME_AT + name.length)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, bytes)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new CommandError(
      `"${path}" is there already and cannot be read: ${reason(error)}. Name another file with --out.`)
  }
  return bytes.toString('latin1', 0, 4) + bytes.toString('latin1', NAME_AT) === expected
}
