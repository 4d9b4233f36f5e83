/**
 * Puts one folder in the place of another: node swap-folders.mjs FOLDER DRAFT REPLACED
 *
 * Node cannot exchange two folders in one step: between the two renames there is no folder at all. This is a process of its
 * own, so that killing the build does not kill it there.
 */
import {existsSync, renameSync} from 'node:fs'

const [folder = '', draft = '', replaced = ''] = process.argv.slice(2)
const hadOne = existsSync(folder)
try {
  if (hadOne) renameSync(folder, replaced)
  renameSync(draft, folder)
} catch (error) {
  if (hadOne && !existsSync(folder)) renameSync(replaced, folder)
  // Of its own, as this runs without the rest: the folder's name may hold anything.
  console.error(String(error instanceof Error ? error.message : error).replace(/\p{C}/gu, ' '))
  process.exitCode = 1
}
