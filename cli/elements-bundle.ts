import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {REPOSITORY, statsAt} from './paths.js'

const SOURCES = join(REPOSITORY, 'components')
const BUNDLES = join(REPOSITORY, 'dist/embed')
/** What was not used for a day was made from sources that have changed since. */
const KEEP_MS = 24 * 60 * 60 * 1000

/**
 * The elements as scripts: `dsg.js` and its `chunks/`. Built when there is none for the sources as they are now.
 *
 * A bundle's folder is named by a fingerprint of its sources and never changes once it stands, so that two builds at
 * once cannot pull a file from under each other.
 *
 * @param say - told before a build, which takes some seconds
 * @returns the folder
 */
export async function elementsBundle(say: (line: string) => void): Promise<string> {
  const folder = join(BUNDLES, fingerprint())
  if (existsSync(folder)) return folder
  say('Building the elements …')
  mkdirSync(BUNDLES, {recursive: true})
  const draft = `${folder}.${process.pid}`
  try {
    await bundle(draft)
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

async function bundle(outDir: string): Promise<void> {
  const {build} = await import('vite')
  await build({
    configFile: false,
    root: REPOSITORY,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      target: 'es2022',
      lib: {entry: {dsg: join(SOURCES, 'embed/dsg.ts')}, formats: ['es']},
      rolldownOptions: {
        // Vite leaves white space in libraries, for bundlers to come; here none comes.
        output: {minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].[hash].js'},
      },
    },
  })
}

/** Of the sources, of the lock file for what they import, and of how they are built. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = readdirSync(SOURCES, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'))
  const paths = [
    ...files.sort().map(name => join(SOURCES, name)),
    ...['package-lock.json', 'tsconfig.json', 'cli/elements-bundle.ts'].map(name => join(REPOSITORY, name)),
  ]
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex').slice(0, 12)
}

function removeOld(current: string): void {
  for (const name of readdirSync(BUNDLES)) {
    const folder = join(BUNDLES, name)
    const age = Date.now() - (statsAt(folder)?.mtimeMs ?? Date.now())
    if (folder !== current && age > KEEP_MS) rmSync(folder, {recursive: true, force: true})
  }
}
