import type {CopyPlace} from './entry-copy.js'
import {EntryDatabase, unwatched} from './entry-database.js'
import {bucketName, storageBuckets} from './storage-bucket.js'

/** Copies in storage buckets, each of which has a log file of its own. */
export const bucketCopies: CopyPlace = {
  async open(name, kind) {
    if (await hasBucket(name)) return EntryDatabase.open(await databasesIn(name), name, kind, unwatched)
  },

  async create(name, kind, consent) {
    const where = await databasesIn(name)
    const create = () => EntryDatabase.create(where, name, kind, unwatched, consent)
    // The first time that a damaged copy is opened, Chromium fails; the second time, it makes a new one.
    return create().catch(create)
  },

  async delete(name) {
    if (await hasBucket(name)) await storageBuckets()!.delete(bucketName(name))
  },
}

async function hasBucket(name: string): Promise<boolean> {
  const names = await storageBuckets()!.keys().catch(() => undefined)
  return names?.includes(bucketName(name)) ?? false
}

/** The databases in the bucket, made when there is none. */
async function databasesIn(name: string): Promise<IDBFactory> {
  return (await storageBuckets()!.open(bucketName(name), {durability: 'strict'})).indexedDB
}
