import {deleteDB, openDB} from 'idb'
import type {DBSchema, IDBPDatabase} from 'idb'
import {isCanvasItem} from '../model/canvas-check.js'
import type {CanvasItem} from '../model/canvas-items.js'
import type {DatabaseWatcher} from './record-database.js'
import {guarded, isFull, isKnownAbsent} from './storage-fault.js'

/** Raised when the stores change; an older build that meets it leaves the database alone. */
const VERSION = 1

interface Consent { id: 'saving'; at: string; series: string }

interface Schema extends DBSchema {
  /** One record an item, so that nothing is ever rewritten and nothing can be half-written. */
  items: {key: string; value: CanvasItem}
  /**
   * One record, written when the team agrees, with the series that the items are of. A database without it is left over
   * from an interrupted clearing.
   */
  consent: {key: 'saving'; value: Consent}
}

export interface KeptCanvas {
  series: string
  items: CanvasItem[]
  /** Keys of records that are damaged or from a newer build; they stay where they are. */
  unreadable: string[]
}

/** One canvas on this device. Every method throws `StorageFault` and nothing else. */
export class CanvasDatabase {
  readonly #database: IDBPDatabase<Schema>

  private constructor(database: IDBPDatabase<Schema>) {
    this.#database = database
  }

  /** Opens the database of a team that agreed; makes none. @returns undefined when there is none */
  static async open(name: string, watcher: DatabaseWatcher): Promise<CanvasDatabase | undefined> {
    return guarded(async () => {
      if (await isKnownAbsent(name)) return undefined
      let isAbsent = false
      const database = await connect(name, watcher, transaction => {
        isAbsent = true
        transaction.abort()
      }).catch((error: unknown) => {
        if (!isAbsent) throw error
        return undefined
      })
      if (!database || await database.get('consent', 'saving')) return database && new CanvasDatabase(database)
      database.close()
      await deleteDB(name)
      return undefined
    })
  }

  /** Opens the database of a team that agrees now, and makes it when there is none. */
  static async create(name: string, watcher: DatabaseWatcher, consent: Omit<Consent, 'id'>): Promise<CanvasDatabase> {
    return guarded(async () => {
      const put = {id: 'saving', ...consent} as const
      // Agreed and made in one transaction: no other tab ever sees one without the other.
      const database = await connect(name, watcher, transaction => {
        transaction.objectStore('consent').put(put).catch(() => undefined) // The open request fails with it.
      })
      if (!await database.get('consent', 'saving')) await database.put('consent', put)
      return new CanvasDatabase(database)
    })
  }

  /** @returns true when no such database is left */
  static async delete(name: string): Promise<boolean> {
    return guarded(async () => {
      if (typeof indexedDB === 'undefined') return true
      // Without looking first: one that is being made is not listed yet, and browsers delete it once it is made.
      await deleteDB(name)
      return true
    }).catch(() => false)
  }

  /** What is kept, but for the items whose ids are in `known`. @returns undefined when the agreement is gone */
  async read(known: ReadonlySet<string>): Promise<KeptCanvas | undefined> {
    return guarded(async () => {
      const consent = await this.#database.get('consent', 'saving')
      if (!consent) return undefined
      const keys = (await this.#database.getAllKeys('items')).filter(key => !known.has(key))
      const values = known.size ? await this.#each(keys) : await this.#all(keys)
      const isReadable = (value: unknown, i: number): boolean => isCanvasItem(value) && value.id === keys[i]
      return {
        series: consent.series,
        items: values.filter(isReadable) as CanvasItem[],
        unreadable: keys.filter((_, i) => !isReadable(values[i], i)),
      }
    })
  }

  /**
   * Resolves when the items are on the disk: after the transaction's `complete`, which waits for the disk.
   *
   * @returns false, and nothing is written, when items of another series are kept here
   */
  async write(items: readonly CanvasItem[], series: string): Promise<boolean> {
    return guarded(async () => {
      const transaction = this.#database.transaction(['items', 'consent'], 'readwrite', {durability: 'strict'})
      transaction.done.catch(() => undefined) // Reported below, or by the request that failed first.
      const kept = transaction.objectStore('items')
      const consents = transaction.objectStore('consent')
      const consent = await consents.get('saving')
      const writes: Promise<unknown>[] = []
      if (consent && consent.series !== series) {
        if (await kept.count() > 0) return false
        writes.push(consents.put({...consent, series}))
      }
      writes.push(...items.map(item => kept.put(item)))
      const faults = (await Promise.allSettled([...writes, transaction.done]))
        .flatMap(result => result.status === 'rejected' ? [result.reason as unknown] : [])
      // A full disk shows up on the write, on the transaction, or on both: the one that names it is the useful one.
      if (faults.length) throw faults.find(isFull) ?? faults[0]
      return true
    })
  }

  /** Deletes all records, the agreement among them: for when deleting the database has to wait. */
  async empty(): Promise<void> {
    return guarded(async () => {
      const transaction = this.#database.transaction(['items', 'consent'], 'readwrite', {durability: 'strict'})
      await Promise.all([
        transaction.objectStore('items').clear(), transaction.objectStore('consent').clear(), transaction.done,
      ])
    })
  }

  close(): void {
    this.#database.close()
  }

  /** Much the quickest, but one record that the browser cannot decode spoils it. */
  async #all(keys: string[]): Promise<unknown[]> {
    const values = await this.#database.getAll('items').catch(() => [])
    return values.length === keys.length ? values : this.#each(keys)
  }

  /** @returns undefined in the place of what cannot be decoded */
  async #each(keys: string[]): Promise<unknown[]> {
    return Promise.all(keys.map(key => this.#database.get('items', key).catch(() => undefined)))
  }
}

type Upgrade = Parameters<NonNullable<NonNullable<Parameters<typeof openDB<Schema>>[2]>['upgrade']>>[3]

/** @param made - called when the database did not exist, once its stores are there; may abort */
async function connect(
  name: string, watcher: DatabaseWatcher, made: (transaction: Upgrade) => void,
): Promise<IDBPDatabase<Schema>> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(name, VERSION, {
    upgrade(db, _oldVersion, _newVersion, transaction) {
      transaction.done.catch(() => undefined) // The open request fails with it.
      db.createObjectStore('items', {keyPath: 'id'})
      db.createObjectStore('consent', {keyPath: 'id'})
      made(transaction)
    },
    blocking(_ours, theirs) {
      database.close()
      if (theirs === null) watcher.cleared()
      else watcher.upgraded()
    },
    terminated() { watcher.lost() },
  })
  return database
}
