import {wrap} from 'idb'
import type {Entry} from '../../model/log/entries.js'
import {EntryDatabase, guarded} from './entry-database.js'
import type {Consent, DatabaseWatcher, EntryKind, KeptEntries} from './entry-database.js'
import {bucketName, storageBuckets} from './storage-bucket.js'
import {before} from './storage-fault.js'

/** How long we wait for the copy. A slower one is not used until the next visit: the entries are in the database anyway. */
const COPIED_WITHIN_MS = 2_000

const unwatched: DatabaseWatcher = {cleared() {}, upgraded() {}, lost() {}}

/**
 * What one guide or canvas keeps on this device: a database and, in the browsers that need it, a copy of it. Every
 * method throws `StorageFault` and nothing else.
 *
 * Chromium writes all databases of a site to one log file. When it is killed in the middle of a write, its next start goes on
 * writing after the half-written part; the start after that finds the file damaged, and deletes all databases of the site
 * (`test/crash/torn-log.test.ts`). So each entry is written twice: first to the database, and after that to a copy in a
 * storage bucket, which has a log file of its own. A kill can then damage only one of the two. What is deleted is deleted from
 * the copy first, so that the copy never has what the database was told to forget.
 */
export class DeviceDatabase<E extends Entry> {
  readonly #database: EntryDatabase<E>
  #copy: Promise<EntryDatabase<E> | undefined>

  private constructor(database: EntryDatabase<E>, copy: Promise<EntryDatabase<E> | undefined>) {
    this.#database = database
    this.#copy = copy
  }

  /** Opens the database, which is there when people agreed. Makes none. @returns undefined when there is none */
  static async open<E extends Entry>(
    name: string, kind: EntryKind<E>, watcher: DatabaseWatcher,
  ): Promise<DeviceDatabase<E> | undefined> {
    return guarded(async () => {
      const [opened] = await Promise.allSettled([EntryDatabase.open(indexedDB, name, kind, watcher)])
      if (opened.status === 'fulfilled' && opened.value) {
        return new DeviceDatabase(opened.value, copyOf(opened.value, name, kind))
      }
      const copy = await openCopy(name, kind)
      const consent = await copy?.consent()
      if (copy && consent) {
        const database = await EntryDatabase.create(indexedDB, name, kind, watcher, consent)
        await database.takeFrom(copy)
        return new DeviceDatabase(database, Promise.resolve(copy))
      }
      if (opened.status === 'rejected') throw opened.reason
      await deleteCopy(name) // A copy without a database is left over from an interrupted clearing.
      return undefined
    })
  }

  /** For people who agree just now: makes the database, or opens it when there is one. */
  static async create<E extends Entry>(
    name: string, kind: EntryKind<E>, watcher: DatabaseWatcher, consent: Consent,
  ): Promise<DeviceDatabase<E>> {
    return guarded(async () => {
      const database = await EntryDatabase.create(indexedDB, name, kind, watcher, consent)
      return new DeviceDatabase(database, copyOf(database, name, kind))
    })
  }

  /** @returns true when neither such a database nor a copy of it is left */
  static async delete(name: string): Promise<boolean> {
    return guarded(async () => {
      if (typeof indexedDB === 'undefined') return true
      await deleteCopy(name)
      // Deleted without looking whether it is there: a database that is being made is not listed yet, and deleting waits for it.
      await wrap(indexedDB.deleteDatabase(name))
      // The copy is deleted a second time, because a tab that had the database open may have made a new one in the meantime.
      await deleteCopy(name)
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
    if (isOurs && !await this.#inCopy(copy => copy.write(entries, series))) this.#letGoOfCopy()
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
  #inCopy<T>(work: (copy: EntryDatabase<E>) => Promise<T>): Promise<T | undefined> {
    return before(COPIED_WITHIN_MS, this.#copy.then(copy => copy && work(copy)).catch(() => undefined))
  }

  #letGoOfCopy(): void {
    void this.#copy.then(copy => copy?.close())
    this.#copy = Promise.resolve(undefined)
  }
}

async function hasCopy(name: string): Promise<boolean> {
  const names = await storageBuckets()?.keys().catch(() => undefined)
  return names?.includes(bucketName(name)) ?? false
}

/** Opens the bucket for a copy, and makes it when there is none. @returns undefined where there are no buckets */
async function openBucket(name: string): Promise<{indexedDB: IDBFactory} | undefined> {
  return storageBuckets()?.open(bucketName(name), {durability: 'strict'})
}

async function deleteCopy(name: string): Promise<void> {
  if (await hasCopy(name)) await storageBuckets()?.delete(bucketName(name))
}

/** Opens the copy. @returns undefined when there is none */
async function openCopy<E extends Entry>(name: string, kind: EntryKind<E>): Promise<EntryDatabase<E> | undefined> {
  const bucket = await hasCopy(name) && await openBucket(name)
  return bucket ? EntryDatabase.open(bucket.indexedDB, name, kind, unwatched) : undefined
}

/** Opens the copy, made when there is none, and brings it up to date. @returns undefined where there can be none */
async function copyOf<E extends Entry>(
  database: EntryDatabase<E>, name: string, kind: EntryKind<E>,
): Promise<EntryDatabase<E> | undefined> {
  try {
    const bucket = await openBucket(name)
    const consent = bucket && await database.consent()
    if (!consent) return undefined
    const create = () => EntryDatabase.create(bucket.indexedDB, name, kind, unwatched, consent)
    // The first time that a damaged copy is opened, Chromium fails; the second time, it makes a new one.
    const copy = await create().catch(create)
    await copy.takeFrom(database).catch(() => undefined)
    const still = await EntryDatabase.open(indexedDB, name, kind, unwatched)
    still?.close()
    if (still) return copy
    // Another tab cleared everything in the meantime.
    copy.close()
    await deleteCopy(name)
  } catch {
    // Without a copy, the database alone has to do.
  }
  return undefined
}
