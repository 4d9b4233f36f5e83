import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {REPOSITORY} from '../../cli/terminal/paths.js'

/** Somebody's project: a folder outside the tree, with the package installed from the file that would be published. */
export interface Project {
  folder: string
  /** Absolute path of that file. */
  tarball: string
  /** What is in it, by path. */
  files: string[]
}

export interface Ran { code: number | null; output: string }

/** Packs, which builds, and installs. Packages it depends on come from npm's cache where they are in it. */
export function installedProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'dsg-package-'))
  const packed = npm(REPOSITORY, 'pack', '--json', '--loglevel=error', '--pack-destination', folder)
  // What the build says comes first.
  const [{filename, files}] = JSON.parse(packed.slice(packed.search(/^\[$/m))) as [{filename: string; files: {path: string}[]}]
  const {devDependencies} = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as
    {devDependencies: Record<string, string>}
  write(folder, 'package.json', JSON.stringify({
    private: true,
    type: 'module',
    dependencies: {'digital-skills-guide': `file:${filename}`, '@types/react': devDependencies['@types/react']},
  }))
  npm(folder, 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  return {folder, tarball: join(folder, filename), files: files.map(({path}) => path)}
}

/** Runs a JavaScript file of the repository's tools, in this folder. */
export function runTool(folder: string, tool: string, ...words: string[]): Ran {
  return run(process.execPath, [join(REPOSITORY, 'node_modules', tool), ...words], folder)
}

/** Runs a program in a folder. */
export function run(program: string, words: string[], cwd: string): Ran {
  const {status, stdout, stderr, error} = spawnSync(program, words,
    {cwd, encoding: 'utf8', maxBuffer: 1e8, env: {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined}})
  if (error) throw error
  return {code: status, output: stdout + stderr}
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), text)
}

function npm(cwd: string, ...words: string[]): string {
  const {status, stdout, stderr, error} = spawnSync('npm', words,
    {cwd, encoding: 'utf8', maxBuffer: 1e8, shell: process.platform === 'win32'})
  if (error || status !== 0) throw new Error(`npm ${words[0]} failed.\n${error?.message ?? stdout + stderr}`)
  return stdout
}
