/** What of the Storage Buckets API is used here. Only Chromium has it, and only on pages that came by https. */
export interface StorageBuckets {
  keys(): Promise<string[]>
  open(name: string, options?: {durability: 'strict'}): Promise<{indexedDB: IDBFactory}>
  delete(name: string): Promise<void>
}

export function storageBuckets(): StorageBuckets | undefined {
  return (navigator as {storageBuckets?: StorageBuckets}).storageBuckets
}

/**
 * A bucket's name begins with a letter or a digit and has fewer than 64 characters. Two databases whose names end alike
 * share a bucket, in which each has its own name.
 */
export function bucketName(database: string): string {
  return database.replace(/[^a-z0-9-]/g, '_').slice(-63).replace(/^[_-]+/, '')
}
