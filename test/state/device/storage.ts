import type {LearnerEvent, NewEvent} from '../../../components/model/record/record.js'
import {keptRecord, type KeptSurroundings} from './kept.js'
import {type RecordLog} from '../../../components/state/record/record.js'
import type {RecordStore, SavingState} from '../../../components/state/record/record.js'

/** Looks at the browser's storage past our own code, so that a fault of ours cannot hide itself. */

let guides = 0
const stores: RecordStore[] = []

/** A guide id that no other test uses. */
export function newGuide(): string {
  return `test-${Date.now()}-${++guides}`
}

/** A store as a tab opens it. Several with one guide are as many tabs. Closed by `closeAll`. */
export function tab(guide: string, surroundings?: KeptSurroundings): RecordLog {
  const store = keptRecord(guide, 'edition-1', surroundings)
  stores.push(store)
  return store
}

export function closeAll(): void {
  for (const store of stores.splice(0)) store.close()
}

export function read(page: string): NewEvent {
  return {type: 'read', about: 'm1', hash: '', page}
}

export function pages(events: readonly LearnerEvent[]): string[] {
  return events.map(event => event.type === 'read' ? event.page : event.type)
}

/** Resolves when `holds` does: at once, or after one of the store's changes. */
export function until(store: Pick<RecordStore, 'subscribe'>, holds: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const stop = store.subscribe(check)
    function check() {
      if (!holds()) return
      stop()
      resolve()
    }
    check()
  })
}

export function becomes(store: RecordStore, saving: SavingState): Promise<void> {
  return until(store, () => store.saving === saving)
}

/** Resolves to the open database, or undefined when there is none; leaves none behind that was not there. */
export function openRaw(guide: string, name = `dsg-record-${guide}`): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let isNew = false
    request.onupgradeneeded = () => {
      isNew = true
      request.transaction!.abort()
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = event => {
      event.preventDefault()
      if (isNew) resolve(undefined)
      else reject(request.error!)
    }
  })
}

/** Makes a database as it would be found, in one version or another. */
export function makeRaw(
  guide: string, version: number, fill: (database: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`dsg-record-${guide}`, version)
    request.onupgradeneeded = () => fill(request.result, request.transaction!)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error!)
    request.onblocked = () => reject(new Error('Another connection holds the database'))
  })
}

export function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error!)
  })
}

/** What is on the disk for a guide; undefined when there is no database. */
export async function onDisk(guide: string): Promise<LearnerEvent[] | undefined> {
  const database = await openRaw(guide)
  if (!database) return undefined
  const values = await finished<LearnerEvent[]>(database.transaction('events').objectStore('events').getAll())
  database.close()
  return values.sort((a, b) => a.at < b.at ? -1 : 1)
}

/** Replaces a property until the returned function is called. */
export function replace<T extends object>(target: T, name: keyof T, descriptor: PropertyDescriptor): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, {configurable: true, ...descriptor})
  return () => {
    if (before) Object.defineProperty(target, name, before)
    else delete target[name]
  }
}
