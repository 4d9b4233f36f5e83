/**
 * Puts one folder in the place of another: node swap-folders.mjs FOLDER DRAFT REPLACED
 *
 * A process of its own, because no system Node runs on can exchange two folders in one step from here: between the two
 * renames there is no folder at all. Whoever kills the build does not kill this, so nobody is left in between.
 */
import {existsSync, renameSync} from 'node:fs'

const [folder = '', draft = '', replaced = ''] = process.argv.slice(2)
const hadOne = existsSync(folder)
try {
  if (hadOne) renameSync(folder, replaced)
  renameSync(draft, folder)
} catch (error) {
  if (hadOne && !existsSync(folder)) renameSync(replaced, folder)
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
