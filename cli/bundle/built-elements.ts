import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Chunks} from '../../components/site/preload.js'
import {bundleElements, CHUNKS_FILE} from './bundle-elements.js'
import {IS_CLONE, REPOSITORY, statsAt} from '../terminal/paths.js'

const SOURCES = ['components', 'cli/bundle'].map(name => join(REPOSITORY, name))
const BUNDLES = join(REPOSITORY, 'dist/embed')
/** What was not used for a day was made from sources that have changed since. */
const KEEP_MS = 24 * 60 * 60 * 1000

/**
 * The elements as scripts: `dsg.js`, its `chunks/` and `dsg-all.js`. The published package has them ready; in a clone they
 * are built when there are none for the sources as they are now.
 *
 * There, a bundle's folder is named by a fingerprint of its sources and never changes once it stands, so that two builds at
 * once cannot pull a file from under each other.
 *
 * @param say - told before a build, which takes some seconds
 * @returns the folder
 */
export async function elementsBundle(say: (line: string) => void): Promise<string> {
  if (!IS_CLONE) return join(REPOSITORY, 'cdn')
  const folder = join(BUNDLES, fingerprint())
  if (existsSync(folder)) return folder
  say('Building the elements …')
  mkdirSync(BUNDLES, {recursive: true})
  const draft = `${folder}.${process.pid}`
  try {
    await bundleElements(draft)
    renameSync(draft, folder)
  } catch (error) {
    // Another build came first with the same sources, and so with the same result.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(draft, {recursive: true, force: true})
  }
  removeOld(folder)
  return folder
}

/** @param elements - folder of the elements' scripts */
export function readChunks(elements: string): Chunks {
  return JSON.parse(readFileSync(join(elements, CHUNKS_FILE), 'utf8')) as Chunks
}

/** Of the sources and of what builds them, and of the lock file for what they import. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap(folder => readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts')).sort().map(name => join(folder, name)))
  const others = ['package-lock.json', 'tsconfig.json', 'components/tsconfig.json'].map(name => join(REPOSITORY, name))
  for (const path of [...files, ...others]) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex').slice(0, 12)
}

function removeOld(current: string): void {
  for (const name of readdirSync(BUNDLES)) {
    const folder = join(BUNDLES, name)
    const age = Date.now() - (statsAt(folder)?.mtimeMs ?? Date.now())
    if (folder !== current && age > KEEP_MS) rmSync(folder, {recursive: true, force: true})
  }
}
