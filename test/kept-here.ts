import '../components/state/device/copy-file.js'
import {replace} from './state/device/storage.js'
import type {StorageBuckets} from '../components/state/device/storage-bucket.js'

/** Chromium's; other browsers have none. */
export const {storageBuckets} = navigator as {storageBuckets?: StorageBuckets}

/** Names of the databases that this site has on the device, and of the buckets and files that copies are in. */
export async function keptHere(): Promise<string[]> {
  const databases = await indexedDB.databases()
  const buckets = await storageBuckets?.keys() ?? []
  const files = await filesHere()
  return [
    ...databases.map(({name}) => name!), ...buckets.map(name => `bucket ${name}`), ...files.map(({name}) => `file ${name}`),
  ].sort()
}

/** What is in Chromium's file system for pages; other browsers have none. */
export async function filesHere(): Promise<FileSystemFileEntry[]> {
  if (!('webkitResolveLocalFileSystemURL' in window)) return []
  const root = await new Promise<FileSystemEntry | undefined>(resolve =>
    webkitResolveLocalFileSystemURL(`filesystem:${origin}/temporary/`, resolve, () => resolve(undefined)))
  if (!root) return []
  const reader = (root as FileSystemDirectoryEntry).createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (!some.length) return all as FileSystemFileEntry[]
    all.push(...some)
  }
}

/** As in a browser that has no place for copies. @returns ends it */
export function withoutCopies(): () => void {
  const restores = [
    replace(navigator as {storageBuckets?: unknown}, 'storageBuckets', {value: undefined}),
    replace(window, 'webkitRequestFileSystem', {value: undefined}),
  ]
  return () => { for (const restore of restores) restore() }
}

/** Deletes a database, past our own code. */
export async function deleteDatabase(name: string, where: IDBFactory = indexedDB): Promise<void> {
  const request = where.deleteDatabase(name)
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error!)
  })
}
