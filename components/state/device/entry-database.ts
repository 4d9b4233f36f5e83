import {wrap} from 'idb'
import type {DBSchema, IDBPDatabase, IDBPTransaction} from 'idb'
import type {Entry} from '../../model/log/entries.js'
import type {Consent, EntryCopy, EntryKind, EntrySource} from './entry-copy.js'
import {StorageFault} from './storage-fault.js'

/** The version of the database. To be raised when its stores change: an older build then leaves the database alone. */
const VERSION = 1

interface StoreSchema extends DBSchema {
  /** One row an entry, so that no row is ever rewritten, and an entry is there whole or not at all. */
  events: {key: string; value: Entry}
  items: {key: string; value: Entry}
  /** One row, written when people agree. A database without this row is left over from an interrupted clearing. */
  consent: {key: 'saving'; value: {id: 'saving'; at: string; series?: string}}
}

/** Hears what another tab or the browser did to the database, whose connection is closed by then. */
export interface DatabaseWatcher {
  /** Another tab is deleting the database. */
  cleared(): void
  /** Another tab runs a newer build, and is changing the stores. */
  upgraded(): void
  /** The browser closed the database: site data were deleted, or the disk failed. */
  lost(): void
}

export const unwatched: DatabaseWatcher = {cleared() {}, upgraded() {}, lost() {}}

export interface KeptEntries<E extends Entry> {
  series: string
  entries: E[]
  /** Keys of rows that are damaged or from a newer build. These rows stay where they are. */
  unreadable: string[]
}

/** The entries of one guide or canvas in one database. Every method throws `StorageFault` and nothing else. */
export class EntryDatabase<E extends Entry> implements EntryCopy<E> {
  readonly #database: IDBPDatabase<StoreSchema>
  readonly #kind: EntryKind<E>

  private constructor(database: IDBPDatabase<StoreSchema>, kind: EntryKind<E>) {
    this.#database = database
    this.#kind = kind
  }

  /** Opens the database, which is there when people agreed. Makes none. @returns undefined when there is none */
  static async open<E extends Entry>(
    where: IDBFactory, name: string, kind: EntryKind<E>, watcher: DatabaseWatcher,
  ): Promise<EntryDatabase<E> | undefined> {
    return guarded(async () => {
      let isAbsent = false
      const database = await connect(where, name, kind.list, watcher, async transaction => {
        isAbsent = true
        transaction.abort()
      }).catch((error: unknown) => {
        if (!isAbsent) throw error
        return undefined
      })
      if (!database || await database.get('consent', 'saving')) return database && new EntryDatabase(database, kind)
      database.close()
      await wrap(where.deleteDatabase(name))
      return undefined
    })
  }

  /** For people who agree just now: makes the database, or opens it when there is one. */
  static async create<E extends Entry>(
    where: IDBFactory, name: string, kind: EntryKind<E>, watcher: DatabaseWatcher, {at, series}: Consent,
  ): Promise<EntryDatabase<E>> {
    return guarded(async () => {
      const consent = {id: 'saving' as const, at, ...(series && {series})}
      // The agreement is written in the transaction that makes the database, so no other tab ever sees one without the other.
      const database = await connect(where, name, kind.list, watcher, async transaction => {
        await transaction.objectStore('consent').put(consent)
      })
      if (!await database.get('consent', 'saving')) await database.put('consent', consent)
      return new EntryDatabase(database, kind)
    })
  }

  /** Reads all entries except those whose ids are in `known`. @returns undefined when the agreement is gone */
  async read(known: ReadonlySet<string>): Promise<KeptEntries<E> | undefined> {
    return guarded(async () => {
      const consent = await this.#database.get('consent', 'saving')
      if (!consent) return undefined
      const keys = await this.#database.getAllKeys(this.#kind.list)
      const newKeys = keys.filter(key => !known.has(key))
      const values = newKeys.length === keys.length ? await this.#all(newKeys) : await this.#each(newKeys)
      const entries = values.filter(this.#kind.isEntry)
      const unreadable = newKeys.filter((_, i) => !this.#kind.isEntry(values[i]))
      return {series: consent.series ?? '', entries, unreadable}
    })
  }

  /**
   * Writes entries. Resolves when they are on the disk: after the transaction's `complete`, which waits for that.
   *
   * @returns false, and nothing is written, when entries of another series are kept here
   */
  async write(entries: readonly E[], series: string): Promise<boolean> {
    return guarded(async () => {
      const transaction = this.#database.transaction([this.#kind.list, 'consent'], 'readwrite', {durability: 'strict'})
      transaction.done.catch(() => undefined) // Told below, or by the request that failed first.
      const kept = transaction.objectStore(this.#kind.list)
      const consents = transaction.objectStore('consent')
      const consent = await consents.get('saving')
      const writes: Promise<unknown>[] = []
      if (consent && (consent.series ?? '') !== series) {
        if (await kept.count() > 0) return false
        writes.push(consents.put({...consent, series}))
      }
      writes.push(...entries.map(entry => kept.put(entry)))
      const faults = (await Promise.allSettled([...writes, transaction.done]))
        .flatMap(result => result.status === 'rejected' ? [result.reason as unknown] : [])
      // When the disk is full, a write fails, or the transaction, or both. The error that says so is the useful one.
      if (faults.length) throw faults.find(isFull) ?? faults[0]
      return true
    })
  }

  async rows(known: ReadonlySet<string>): Promise<E[]> {
    return guarded(async () => {
      const keys = await this.#database.getAllKeys(this.#kind.list)
      return (await this.#each(keys.filter(key => !known.has(key)))).filter(value => value !== undefined) as E[]
    })
  }

  async consent(): Promise<Consent | undefined> {
    return guarded(async () => {
      const consent = await this.#database.get('consent', 'saving')
      return consent && {at: consent.at, series: consent.series ?? ''}
    })
  }

  async takeFrom(other: EntrySource<E>): Promise<void> {
    return guarded(async () => {
      const rows = await other.rows(new Set(await this.#database.getAllKeys(this.#kind.list)))
      const consent = await other.consent()
      if (consent) await this.write(rows, consent.series)
    })
  }

  /** Deletes entries. */
  async remove(ids: readonly string[]): Promise<void> {
    return guarded(async () => {
      const transaction = this.#database.transaction([this.#kind.list], 'readwrite', {durability: 'strict'})
      const kept = transaction.objectStore(this.#kind.list)
      await Promise.all([...ids.map(id => kept.delete(id)), transaction.done])
    })
  }

  /** Deletes all entries and the agreement, for when the database itself cannot be deleted yet. */
  async empty(): Promise<void> {
    return guarded(async () => {
      const {list} = this.#kind
      const transaction = this.#database.transaction([list, 'consent'], 'readwrite', {durability: 'strict'})
      await Promise.all([
        transaction.objectStore(list).clear(), transaction.objectStore('consent').clear(), transaction.done,
      ])
    })
  }

  close(): void {
    this.#database.close()
  }

  /** Reads all rows in one request, which is much the quickest; one by one when the browser cannot decode one of them. */
  async #all(keys: string[]): Promise<unknown[]> {
    const values = await this.#database.getAll(this.#kind.list).catch(() => [])
    return values.length === keys.length ? values : this.#each(keys)
  }

  /** Reads rows one by one. @returns undefined in the place of each that cannot be decoded */
  async #each(keys: string[]): Promise<unknown[]> {
    return Promise.all(keys.map(key => this.#database.get(this.#kind.list, key).catch(() => undefined)))
  }
}

type Upgrade = IDBPTransaction<StoreSchema, ('consent' | 'events' | 'items')[], 'versionchange'>

/** Opens a database. @param made - called once its stores are there, when it did not exist before; may abort, and may fail */
async function connect(
  where: IDBFactory, name: string, list: 'events' | 'items', watcher: DatabaseWatcher,
  made: (transaction: Upgrade) => Promise<void>,
): Promise<IDBPDatabase<StoreSchema>> {
  // Opened without idb's `openDB`, which knows only the page's own `indexedDB` and not that of a storage bucket.
  const request = where.open(name, VERSION)
  request.addEventListener('upgradeneeded', () => {
    const transaction = wrap(request.transaction!) as unknown as Upgrade
    transaction.done.catch(() => undefined) // The open request fails as well, and is reported.
    request.result.createObjectStore(list, {keyPath: 'id'})
    request.result.createObjectStore('consent', {keyPath: 'id'})
    made(transaction).catch(() => undefined) // Either the open request fails as well, or `create` writes the agreement once more.
  })
  const database = await wrap(request) as unknown as IDBPDatabase<StoreSchema>
  database.addEventListener('versionchange', ({newVersion}) => {
    database.close()
    if (newVersion === null) watcher.cleared()
    else watcher.upgraded()
  })
  database.addEventListener('close', () => watcher.lost())
  return database
}

/** Runs work that uses the browser's storage. @throws StorageFault and nothing else */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageFault) throw error
    const isNewer = error instanceof Error && error.name === 'VersionError'
    throw new StorageFault(isNewer ? 'newer' : isFull(error) ? 'full' : 'blocked', error)
  }
}

/** True for the error of a full disk. Browsers report it by name, by an older code, or inside an AbortError. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'QuotaExceededError' || ('code' in error && error.code === 22)
    || /quota/i.test(error.message) || isFull(error.cause)
}
