import {bucketName, storageBuckets} from './storage-bucket.js'

/** True only when the browser says that there is no such database here, nor a copy of it; not all can be asked. */
export async function isKnownAbsent(name: string): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return false
  const known = await indexedDB.databases().catch(() => undefined)
  return known !== undefined && !known.some(database => database.name === name) && !await hasCopy(name)
}

/** True when there is a bucket for a copy of the database. */
export async function hasCopy(name: string): Promise<boolean> {
  const names = await storageBuckets()?.keys().catch(() => undefined)
  return names?.includes(bucketName(name)) ?? false
}

/** The database that a guide's record is kept in, on a device where the learner agreed. @param guide - id of the guide */
export function recordDatabase(guide: string): string {
  return `dsg-record-${guide}`
}
