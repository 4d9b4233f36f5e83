import {bucketName, storageBuckets} from './storage-bucket.js'

/** Names of databases on this device, and of buckets for copies of them; undefined when the browser does not tell. */
export type KeptNames = ReadonlySet<string> | undefined

/** @throws DOMException where storage is forbidden */
export async function keptNames(): Promise<KeptNames> {
  if (typeof indexedDB.databases !== 'function') return undefined
  const [databases, buckets] = await Promise.all([
    indexedDB.databases().catch(() => undefined), storageBuckets()?.keys().catch(() => undefined),
  ])
  return databases && new Set([...databases.map(({name}) => name!), ...buckets ?? []])
}

/** Asks for the names before anybody needs them, since the browser takes a moment to tell. */
export function keptNamesAhead(): Promise<KeptNames> {
  const names = keptNames()
  // A failure is no unhandled rejection: whoever waits for the names gets it.
  names.catch(() => undefined)
  return names
}

/** True only when the browser says that there is no such database here, nor a copy of it. */
export async function isKnownAbsent(name: string, kept = keptNames()): Promise<boolean> {
  const names = await kept
  return names !== undefined && !names.has(name) && !names.has(bucketName(name))
}

/**
 * The database that a record is kept in, on a device where the learner agreed.
 *
 * @param name - the id of the guide; for one person's own record, with `/` and their mark after it: see `state/record/marks.ts`
 */
export function recordDatabase(name: string): string {
  return `dsg-record-${name}`
}
