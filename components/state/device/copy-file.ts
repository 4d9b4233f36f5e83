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

/**
 * The file that has a database's copy: see `fileCopies`. Asking leaves nothing on the device.
 *
 * @throws NotFoundError, by rejecting, when there is none; another error in browsers that have no such files
 */
export function copyFile(database: string): Promise<FileSystemEntry> {
  return new Promise((found, failed) =>
    webkitResolveLocalFileSystemURL(`filesystem:${origin}/temporary/${bucketName(database)}`, found, failed))
}
