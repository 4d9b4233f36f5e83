import type {StorageBuckets} from '../components/state/device/storage-bucket.js'

/** Chromium's; other browsers have none. */
export const {storageBuckets} = navigator as {storageBuckets?: StorageBuckets}

/** Names of the databases that this site has on the device, and of the buckets that copies are in. */
export async function keptHere(): Promise<string[]> {
  const databases = await indexedDB.databases()
  const buckets = await storageBuckets?.keys() ?? []
  return [...databases.map(({name}) => name!), ...buckets.map(name => `bucket ${name}`)].sort()
}

/** Deletes a database, past our own code. */
export async function deleteDatabase(name: string, where: IDBFactory = indexedDB): Promise<void> {
  const request = where.deleteDatabase(name)
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error!)
  })
}
