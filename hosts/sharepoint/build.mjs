/**
 * `npm run build:sharepoint`: the web part as a package for SharePoint's app catalogue, in dist/.
 *
 * Microsoft's tool chain is large and wants its own versions of things, so it lives in .cache/sharepoint and is no
 * dependency of this repository. It is installed there once, as spfx/package-lock.json says.
 */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'vite'
import {ROOT, stopWith} from '../../scripts/setup/setup.mjs'
import {faultsIn} from './check-package.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PROJECT = join(ROOT, '.cache/sharepoint')
const MADE = join(PROJECT, 'sharepoint/solution/digital-skills-guide.sppkg')
const OUT = join(ROOT, 'dist/digital-skills-guide.sppkg')

try {
  prepare()
  install()
  await bundleGuide()
  for (const step of ['build', 'package-solution']) heft(step)
  const faults = faultsIn(readFileSync(MADE))
  if (faults.length) throw new Error(`The package was built, and is not right:\n${faults.join('\n')}`)
  mkdirSync(dirname(OUT), {recursive: true})
  cpSync(MADE, OUT)
  console.log(`${OUT.slice(ROOT.length)} is ready for the app catalogue.`)
} catch (error) {
  stopWith(error)
}

/** The project anew. Of an earlier build only the tools stay: they trust their own notes of what they made before. */
function prepare() {
  mkdirSync(PROJECT, {recursive: true})
  for (const name of readdirSync(PROJECT)) {
    if (name !== 'node_modules') rmSync(join(PROJECT, name), {recursive: true, force: true})
  }
  cpSync(join(HERE, 'spfx'), PROJECT, {recursive: true})
}

function install() {
  const wanted = createHash('sha256').update(readFileSync(join(PROJECT, 'package-lock.json'))).digest('hex')
  const stamp = join(PROJECT, 'node_modules/.installed-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing the SharePoint Framework\'s tools, which takes some minutes the first time.')
  // Not npm ci: npm leaves other systems' optional binaries out of this lock file, and then npm ci refuses it.
  const words = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  run('npm', words, 'The tools could not be installed.')
  writeFileSync(stamp, wanted)
}

/** Everything of ours in one module, with its types: the tool chain has an older TypeScript and no package of ours. */
async function bundleGuide() {
  const folder = join(PROJECT, 'src/guide')
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      target: 'es2022',
      lib: {entry: {index: join(HERE, 'guide/index.ts')}, formats: ['es']},
      rolldownOptions: {output: {entryFileNames: '[name].js', codeSplitting: false}},
    },
  })
  const types = join(PROJECT, 'temp/types')
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  run(process.execPath, [compiler, '-p', join(HERE, 'tsconfig.types.json'), '--outDir', types],
    'The types could not be written.')
  cpSync(join(types, 'hosts/sharepoint/guide'), folder, {recursive: true})
}

/** @param {string} step */
function heft(step) {
  const program = 'node_modules/@rushstack/heft/bin/heft'
  run(process.execPath, [program, step, '--production'], `Microsoft's "heft ${step}" failed.`)
}

/**
 * @param {string} command
 * @param {string[]} words
 * @param {string} problem - what to say when it fails
 */
function run(command, words, problem) {
  const {status, stdout, stderr, error} = spawnSync(command, words,
    {cwd: PROJECT, encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm'})
  if (status !== 0) throw new Error(`${problem}\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
}
