/** The parts of the Storage Buckets API that are used here. Only Chromium has it, and only on pages that came by https. */
export interface StorageBuckets {
  keys(): Promise<string[]>
  open(name: string, options?: {durability: 'strict'}): Promise<{indexedDB: IDBFactory}>
  delete(name: string): Promise<void>
}

export function storageBuckets(): StorageBuckets | undefined {
  return (navigator as {storageBuckets?: StorageBuckets}).storageBuckets
}

/**
 * The name of the bucket, or file, for a database's copy. It has to begin with a letter or a digit and have fewer than 64
 * characters. Two databases with long names that end alike share one; in it, each copy has the full name of its database.
 */
export function bucketName(database: string): string {
  return /[^_-].{0,62}$/.exec(database.replace(/[^a-z0-9-]/g, '_'))![0]
}
