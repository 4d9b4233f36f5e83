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

/** A line of a copy: entries, and the agreement, since each line may be the only one that is whole. */
interface Line<E> extends Consent {
  /** Of the database: see `bucketName`. */
  name: string
  entries: readonly E[]
}

class FileCopy<E extends Entry> implements EntryCopy<E> {
  readonly #file: CopyFile
  readonly #name: string
  readonly #at: string
  /** Ids of the entries that are in the file, as far as it was read or written here. */
  readonly #known = new Set<string>()

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
    return (await this.#lines()).flatMap(({entries}) => entries).filter(({id}) => !known.has(id))
  }

  async write(all: readonly E[], series: string): Promise<boolean> {
    const entries = all.filter(({id}) => !this.#known.has(id))
    if (all.length && !entries.length) return true
    // With a line end before it, since the last line may have been cut short.
    const line = new Blob([`\n${JSON.stringify({name: this.#name, at: this.#at, series, entries} satisfies Line<E>)}\n`])
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
      if (await this.#text(start, start + line.size) === text) break
    }
    for (const {id} of entries) this.#known.add(id)
    return true
  }

  async takeFrom(other: EntrySource<E>): Promise<void> {
    const lines = await this.#lines()
    for (const {id} of lines.flatMap(({entries}) => entries)) this.#known.add(id)
    const rows = await other.rows(this.#known)
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
