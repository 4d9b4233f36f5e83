import {closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

/**
 * Writes a file so that anybody who reads it meanwhile, or after a power cut, finds the old text or the new one whole: the new
 * text is written beside the file, flushed to disk, then renamed over it. Permissions stay as they were.
 */
export function writeAtomically(path: string, text: string | Uint8Array): void {
  const mode = statSync(path, {throwIfNoEntry: false})?.mode
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    const file = openSync(draft, 'w')
    try {
      // Permissions are set here and not when the file is opened, because the person's umask would then take some away.
      if (mode !== undefined) fchmodSync(file, mode & 0o7777)
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
}
