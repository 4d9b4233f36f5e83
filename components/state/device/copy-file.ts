import {bucketName} from './storage-bucket.js'

/** What is used of Chromium's file system for pages, and TypeScript does not know. No other browser has it. */
declare global {
  function webkitRequestFileSystem(
    type: 0, bytes: number, opened: (system: FileSystem) => void, failed: (error: unknown) => void,
  ): void
  function webkitResolveLocalFileSystemURL(
    address: string, found: (entry: FileSystemEntry) => void, failed: (error: unknown) => void,
  ): void
}

/** The names of all such files, as `bucketName` makes them; none in browsers that have no such files, or forbid to ask. */
export async function copyFileNames(): Promise<string[]> {
  const names: string[] = []
  try {
    const folder = await new Promise<FileSystemEntry>((found, failed) =>
      webkitResolveLocalFileSystemURL(`filesystem:${origin}/temporary/`, found, failed)) as FileSystemDirectoryEntry
    const reader = folder.createReader()
    for (let some; !some || some.length;) {
      some = await new Promise<FileSystemEntry[]>((read, failed) => reader.readEntries(read, failed))
      names.push(...some.map(({name}) => name))
    }
  } catch {
    // There is none, or this browser knows of none.
  }
  return names
}

/**
 * The file that has a database's copy: see `fileCopies`. Asking leaves nothing on the device.
 *
 * @throws NotFoundError, by rejecting, when there is none; another error in browsers that have no such files
 */
export function copyFile(database: string): Promise<FileSystemEntry> {
  return new Promise((found, failed) =>
    webkitResolveLocalFileSystemURL(`filesystem:${origin}/temporary/${bucketName(database)}`, found, failed))
}
