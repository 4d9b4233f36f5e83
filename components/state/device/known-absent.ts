import {bucketName, storageBuckets} from './storage-bucket.js'

/** In `sessionStorage`: what is in memory, while the page is loaded again. See `hand-over.ts`. */
export const HAND_OVER = 'dsg-hand-over'
/** What `hand-over.ts` knows, for those who are not to wait for its code. */
export const leaving = {isHandedOver: false}

/** Names of databases on this device, and of buckets for copies of them; undefined when the browser does not tell. */
export type KeptNames = readonly (string | undefined)[] | undefined

/** To be asked for before anybody needs them, since the browser takes a moment to tell. */
export async function keptNames(): Promise<KeptNames> {
  try {
    // What was handed over is the keeper's to take.
    if (sessionStorage.getItem(HAND_OVER)) return undefined
    const buckets = storageBuckets()?.keys().catch(() => [])
    return [...(await indexedDB.databases()).map(({name}) => name), ...await buckets ?? []]
  } catch {
    // It forbids even to ask, or is too old.
    return undefined
  }
}

/** True only when the browser says that there is no such database here, nor a bucket with a copy of it. */
export async function isUnlisted(name: string, kept = keptNames()): Promise<boolean> {
  const names = await kept
  return names !== undefined && !names.includes(name) && !names.includes(bucketName(name))
}

/** True only when it is certain that there is no such database here, nor a copy of it. Elsewhere it takes the keeper to look. */
export async function isKnownAbsent(name: string, kept?: Promise<KeptNames>): Promise<boolean> {
  // On plain http, copies are in files.
  return isSecureContext && isUnlisted(name, kept)
}

/**
 * The database that a record is kept in, on a device where the learner agreed.
 *
 * @param name - the id of the guide; for one person's own record, with `/` and their mark after it: see `state/record/marks.ts`
 */
export function recordDatabase(name: string): string {
  return `dsg-record-${name}`
}
