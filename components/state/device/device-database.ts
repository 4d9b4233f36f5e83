import {wrap} from 'idb'
import type {Entry} from '../../model/log/entries.js'
import {bucketCopies} from './bucket-copies.js'
import type {Consent, CopyPlace, EntryCopy, EntryKind} from './entry-copy.js'
import {EntryDatabase, guarded, unwatched} from './entry-database.js'
import type {DatabaseWatcher, KeptEntries} from './entry-database.js'
import {fileCopies} from './file-copies.js'
import {storageBuckets} from './storage-bucket.js'
import {before} from './storage-fault.js'

/** How long we wait for the copy. A slower one is not used until the next visit: the entries are in the database anyway. */
const COPIED_WITHIN_MS = 2_000

/** Hears as well when there is no copy, in a browser that needs one. */
export interface DeviceWatcher extends DatabaseWatcher { alone(): void }

/**
 * What one guide or canvas keeps on this device: a database and, in the browsers that need it, a copy of it. Every
 * method throws `StorageFault` and nothing else.
 *
 * Chromium writes all databases of a site to one log file. When it is killed in the middle of a write, its next start goes on
 * writing after the half-written part; the start after that finds the file damaged, and deletes all databases of the site
 * (`test/crash/torn-log.test.ts`). So each entry is written twice: first to the database, and after that to a copy in another
 * place: a storage bucket, which has a log file of its own, or files, on pages that came by plain http. A kill can then damage
 * only one of the two. What is deleted is deleted from the copy first, so that the copy never has what the database was told to
 * forget.
 */
export class DeviceDatabase<E extends Entry> {
  readonly #database: EntryDatabase<E>
  readonly #alone: () => void
  #copy: Promise<EntryCopy<E> | undefined>

  private constructor(database: EntryDatabase<E>, copy: Promise<EntryCopy<E> | undefined>, {alone}: DeviceWatcher) {
    this.#database = database
    this.#copy = copy
    this.#alone = () => { if (needsCopy()) alone() }
    void copy.then(found => found ?? this.#alone())
  }

  /** Opens the database, which is there when people agreed. Makes none. @returns undefined when there is none */
  static async open<E extends Entry>(
    name: string, kind: EntryKind<E>, watcher: DeviceWatcher,
  ): Promise<DeviceDatabase<E> | undefined> {
    return guarded(async () => {
      const [opened] = await Promise.allSettled([EntryDatabase.open(indexedDB, name, kind, watcher)])
      if (opened.status === 'fulfilled' && opened.value) {
        return new DeviceDatabase(opened.value, copyOf(opened.value, name, kind), watcher)
      }
      const copy = await copyPlaces()[0]?.open(name, kind)
      const consent = await copy?.consent()
      if (copy && consent) {
        const database = await EntryDatabase.create(indexedDB, name, kind, watcher, consent)
        await database.takeFrom(copy)
        copy.close()
        return new DeviceDatabase(database, copyOf(database, name, kind), watcher)
      }
      if (opened.status === 'rejected') throw opened.reason
      await deleteCopies(name) // A copy without an agreement is left over from an interrupted clearing.
      return undefined
    })
  }

  /** For people who agree just now: makes the database, or opens it when there is one. */
  static async create<E extends Entry>(
    name: string, kind: EntryKind<E>, watcher: DeviceWatcher, consent: Consent,
  ): Promise<DeviceDatabase<E>> {
    return guarded(async () => {
      const database = await EntryDatabase.create(indexedDB, name, kind, watcher, consent)
      return new DeviceDatabase(database, copyOf(database, name, kind), watcher)
    })
  }

  /** @returns true when neither such a database nor a copy of it is left */
  static async delete(name: string): Promise<boolean> {
    return guarded(async () => {
      if (typeof indexedDB === 'undefined') return true
      await deleteCopies(name)
      // Deleted without looking whether it is there: a database that is being made is not listed yet, and deleting waits for it.
      await wrap(indexedDB.deleteDatabase(name))
      // The copy is deleted a second time, because a tab that had the database open may have made a new one in the meantime.
      await deleteCopies(name)
      return true
    }).catch(() => false)
  }

  /** Reads all entries except those whose ids are in `known`. @returns undefined when the agreement is gone */
  read(known: ReadonlySet<string>): Promise<KeptEntries<E> | undefined> {
    return this.#database.read(known)
  }

  /**
   * Resolves when the entries are on the disk, twice where there is a copy.
   *
   * @returns false, and nothing is written, when entries of another series are kept here
   */
  async write(entries: readonly E[], series: string): Promise<boolean> {
    const isOurs = await this.#database.write(entries, series)
    if (isOurs && !await this.#inCopy(copy => copy.write(entries, series))) {
      this.#letGoOfCopy()
      this.#alone()
    }
    return isOurs
  }

  /** Deletes entries: here and in the copy, which would bring them back. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.#inCopy(copy => copy.remove(ids))
    await this.#database.remove(ids)
  }

  /** Deletes all entries and the agreement, for when the database itself cannot be deleted yet. */
  async empty(): Promise<void> {
    await this.#inCopy(copy => copy.empty())
    await this.#database.empty()
  }

  close(): void {
    this.#database.close()
    this.#letGoOfCopy()
  }

  /** Does some work in the copy. @returns its result; undefined when there is no copy, or the work fails or takes too long */
  #inCopy<T>(work: (copy: EntryCopy<E>) => Promise<T>): Promise<T | undefined> {
    return before(COPIED_WITHIN_MS, this.#copy.then(copy => copy && work(copy)).catch(() => undefined))
  }

  #letGoOfCopy(): void {
    void this.#copy.then(copy => copy?.close())
    this.#copy = Promise.resolve(undefined)
  }
}

/** Chromium and those made of it; other browsers keep databases in ways that a kill does no harm to. */
function needsCopy(): boolean {
  return navigator.userAgent.includes('Chrome/')
}

/** Where this browser can have copies. They are made in the first; an earlier version may have made them in another. */
function copyPlaces(): CopyPlace[] {
  return [
    ...storageBuckets() ? [bucketCopies] : [],
    ...typeof webkitRequestFileSystem === 'function' ? [fileCopies] : [],
  ]
}

async function deleteCopies(name: string): Promise<void> {
  for (const place of copyPlaces()) await place.delete(name)
}

/** Opens the copy, made when there is none, and brings it up to date. @returns undefined when there can be none */
async function copyOf<E extends Entry>(
  database: EntryDatabase<E>, name: string, kind: EntryKind<E>,
): Promise<EntryCopy<E> | undefined> {
  try {
    const consent = await database.consent()
    const copy = consent && await copyPlaces()[0]?.create(name, kind, consent)
    if (!copy) return undefined
    await copy.takeFrom(database)
    const still = await EntryDatabase.open(indexedDB, name, kind, unwatched)
    still?.close()
    if (still) return copy
    // Another tab cleared everything in the meantime.
    copy.close()
    await deleteCopies(name)
  } catch {
    // Without a copy, the database alone has to do.
  }
  return undefined
}
