import {deleteDB, openDB} from 'idb'
import type {DBSchema, IDBPDatabase} from 'idb'
import type {LearnerEvent} from '../model/record.js'
import {guarded, isFull} from './storage-fault.js'
import {isLearnerEvent} from './stored-event.js'

/** Raised when the stores change; an older build that meets it leaves the database alone. */
const VERSION = 1

interface Schema extends DBSchema {
  /** One record an event, so that nothing is ever rewritten and nothing can be half-written. */
  events: {key: string; value: LearnerEvent}
  /** One record, written when the learner agrees. A database without it is left over from an interrupted clearing. */
  consent: {key: 'saving'; value: {id: 'saving'; at: string}}
}

/** What another tab, or the browser, did to our database. We no longer hold it when these are called. */
export interface DatabaseWatcher {
  /** Another tab is deleting it. */
  cleared(): void
  /** Another tab runs a newer build, and is changing the stores. */
  upgraded(): void
  /** The browser closed it: site data were deleted, or the disk failed. */
  lost(): void
}

/** One guide's record on this device. Every method throws `StorageFault` and nothing else. */
export class RecordDatabase {
  readonly #database: IDBPDatabase<Schema>

  private constructor(database: IDBPDatabase<Schema>) {
    this.#database = database
  }

  /** Opens the database of a learner who agreed; makes none. @returns undefined when there is none */
  static async open(name: string, watcher: DatabaseWatcher): Promise<RecordDatabase | undefined> {
    return guarded(async () => {
      let isAbsent = false
      const database = await connect(name, watcher, transaction => {
        isAbsent = true
        transaction.abort()
      }).catch((error: unknown) => {
        if (!isAbsent) throw error
        return undefined
      })
      if (!database || await database.get('consent', 'saving')) return database && new RecordDatabase(database)
      database.close()
      await deleteDB(name)
      return undefined
    })
  }

  /** Opens the database of a learner who agrees now, and makes it when there is none. */
  static async create(name: string, watcher: DatabaseWatcher, at: string): Promise<RecordDatabase> {
    return guarded(async () => {
      // Agreed and made in one transaction: no other tab ever sees one without the other.
      const database = await connect(name, watcher, transaction => {
        transaction.objectStore('consent').put({id: 'saving', at}).catch(() => undefined) // So does this.
      })
      if (!await database.get('consent', 'saving')) await database.put('consent', {id: 'saving', at})
      return new RecordDatabase(database)
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

  /**
   * Reads the events whose ids are not in `known`.
   *
   * @returns undefined when the learner's agreement is gone: another tab is clearing the record. `unreadable` are the
   *   keys of records that are damaged or from a newer build; they stay where they are
   */
  async read(known: ReadonlySet<string>): Promise<{events: LearnerEvent[]; unreadable: string[]} | undefined> {
    return guarded(async () => {
      if (!await this.#database.get('consent', 'saving')) return undefined
      const keys = await this.#database.getAllKeys('events')
      const newKeys = keys.filter(key => !known.has(key))
      const values = newKeys.length === keys.length ? await this.#all(newKeys) : await this.#each(newKeys)
      const events = values.filter(isLearnerEvent)
      const unreadable = newKeys.filter((_, i) => !isLearnerEvent(values[i]))
      return {events, unreadable}
    })
  }

  /** Resolves when the events are on the disk: after the transaction's `complete`, which waits for the disk. */
  async write(events: readonly LearnerEvent[]): Promise<void> {
    return guarded(async () => {
      const transaction = this.#database.transaction('events', 'readwrite', {durability: 'strict'})
      const writes = events.map(event => transaction.store.put(event))
      const faults = (await Promise.allSettled([...writes, transaction.done]))
        .flatMap(result => result.status === 'rejected' ? [result.reason as unknown] : [])
      // A full disk shows up on the write, on the transaction, or on both: the one that names it is the useful one.
      if (faults.length) throw faults.find(isFull) ?? faults[0]
    })
  }

  /** Deletes all records, the learner's agreement among them: for when deleting the database has to wait. */
  async empty(): Promise<void> {
    return guarded(async () => {
      const transaction = this.#database.transaction(['events', 'consent'], 'readwrite', {durability: 'strict'})
      await Promise.all([
        transaction.objectStore('events').clear(), transaction.objectStore('consent').clear(), transaction.done,
      ])
    })
  }

  close(): void {
    this.#database.close()
  }

  /** Much the quickest, but one record that the browser cannot decode spoils it. */
  async #all(keys: string[]): Promise<unknown[]> {
    const values = await this.#database.getAll('events').catch(() => [])
    return values.length === keys.length ? values : this.#each(keys)
  }

  /** @returns undefined in the place of what cannot be decoded */
  async #each(keys: string[]): Promise<unknown[]> {
    return Promise.all(keys.map(key => this.#database.get('events', key).catch(() => undefined)))
  }
}

type Upgrade = Parameters<NonNullable<NonNullable<Parameters<typeof openDB<Schema>>[2]>['upgrade']>>[3]

/** @param made - called when the database did not exist, once its stores are there; may abort */
async function connect(
  name: string, watcher: DatabaseWatcher, made: (transaction: Upgrade) => void,
): Promise<IDBPDatabase<Schema>> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(name, VERSION, {
    upgrade(db, oldVersion, _newVersion, transaction) {
      transaction.done.catch(() => undefined) // The open request fails with it.
      db.createObjectStore('events', {keyPath: 'id'})
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
