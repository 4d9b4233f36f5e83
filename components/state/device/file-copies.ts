import type {Entry} from '../../model/log/entries.js'
import {copyFile} from './copy-file.js'
import type {Consent, CopyPlace, EntryCopy, EntrySource} from './entry-copy.js'
import {bucketName} from './storage-bucket.js'

/**
 * Copies in the file system that Chromium has for pages, also for those that came by plain http: a file each, to which lines are
 * added. Only a file that is made touches a log; what is added to it does not, so a kill spoils one line at most.
 */
export const fileCopies: CopyPlace = {
  async open(name) {
    const file = await copyFile(name).catch(() => undefined)
    return file && new FileCopy(file as CopyFile, name)
  },

  async create(name, _kind, {at}) {
    const {root} = await asked<FileSystem>((opened, failed) => webkitRequestFileSystem(0, 0, opened, failed))
    const file = await asked<FileSystemEntry>((made, failed) => root.getFile(bucketName(name), {create: true}, made, failed))
    return new FileCopy(file as CopyFile, name, at)
  },

  async delete(name) {
    await copyFile(name).then(file => removed(file as CopyFile)).catch((error: DOMException) => {
      if (error.name !== 'NotFoundError') throw error
    })
  },
}

const MOST_TRIES = 20

/**
 * A line of a copy: entries, and the agreement, since each line may be the only one that is whole. A later line holds against an
 * earlier one: an entry can be written anew, or deleted.
 */
interface Line<E> extends Consent {
  /** Of the database: see `bucketName`. */
  name: string
  entries: readonly E[]
  /** Ids of entries that are deleted. */
  gone?: readonly string[]
}

class FileCopy<E extends Entry> implements EntryCopy<E> {
  readonly #file: CopyFile
  readonly #name: string
  readonly #at: string

  /** @param at - when people agreed, for a copy that is written to */
  constructor(file: CopyFile, name: string, at = '') {
    this.#file = file
    this.#name = name
    this.#at = at
  }

  async consent(): Promise<Consent | undefined> {
    // The series may have been another one before there were entries.
    return (await this.#lines()).at(-1)
  }

  async rows(known: ReadonlySet<string>): Promise<E[]> {
    return rowsIn(await this.#lines()).filter(({id}) => !known.has(id))
  }

  async write(entries: readonly E[], series: string): Promise<boolean> {
    await this.#add({name: this.#name, at: this.#at, series, entries})
    return true
  }

  async remove(gone: readonly string[]): Promise<void> {
    const last = (await this.#lines()).at(-1)
    if (last) await this.#add({...last, entries: [], gone})
  }

  async #add(added: Line<E>): Promise<void> {
    // With a line end before it, since the last line may have been cut short.
    const line = new Blob([`\n${JSON.stringify(added)}\n`])
    const text = await line.text()
    for (;;) {
      const writer = await asked<FileWriter>((made, failed) => this.#file.createWriter(made, failed))
      const start = writer.length
      await asked<unknown>((done, failed) => {
        writer.onwrite = done
        writer.onerror = () => failed(writer.error)
        writer.seek(start)
        writer.write(line)
      })
      // Another tab may have written at the same place in the same moment, and plain http has no locks.
      if (await this.#text(start, start + line.size) === text) return
    }
  }

  async takeFrom(other: EntrySource<E>): Promise<void> {
    const lines = await this.#lines()
    const rows = await other.rows(new Set(rowsIn(lines).map(({id}) => id)))
    const consent = await other.consent()
    if (consent && (rows.length || !lines.length)) await this.write(rows, consent.series)
  }

  async empty(): Promise<void> {
    await removed(this.#file)
  }

  close(): void {
    // Nothing is held open.
  }

  async #text(start?: number, end?: number): Promise<string> {
    for (let tries = 1;; tries++) {
      const file = await asked<File>((found, failed) => this.#file.file(found, failed))
      try {
        return await file.slice(start, end).text()
      } catch (error) {
        // It fails as well when another tab writes in that moment.
        if (tries === MOST_TRIES) throw error
      }
    }
  }

  /** What the whole lines of this database say. */
  async #lines(): Promise<Line<E>[]> {
    return (await this.#text()).split('\n').flatMap(text => {
      try {
        const line = JSON.parse(text) as Line<E>
        return line.name === this.#name ? [line] : []
      } catch {
        return []
      }
    })
  }
}

/** What lines come to. */
function rowsIn<E extends Entry>(lines: readonly Line<E>[]): E[] {
  const rows = new Map<string, E>()
  for (const {entries, gone = []} of lines) {
    for (const entry of entries) rows.set(entry.id, entry)
    for (const id of gone) rows.delete(id)
  }
  return [...rows.values()]
}

function removed(file: CopyFile): Promise<void> {
  return asked((gone, failed) => file.remove(gone, failed))
}

/** What a function gives that calls back, as a promise. */
function asked<T>(ask: (done: (value: T) => void, failed: (error: unknown) => void) => void): Promise<T> {
  return new Promise(ask)
}

// The rest of what is used here, and TypeScript does not know.

interface CopyFile extends FileSystemFileEntry {
  createWriter(made: (writer: FileWriter) => void, failed: (error: unknown) => void): void
  remove(gone: () => void, failed: (error: unknown) => void): void
}

interface FileWriter {
  readonly length: number
  readonly error: unknown
  onwrite: (event: unknown) => void
  onerror: () => void
  seek(to: number): void
  write(what: Blob): void
}
