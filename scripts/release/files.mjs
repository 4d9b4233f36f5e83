/**
 * `npm run release:files`: everything that people can use without Node, as files in one folder, with their checksums.
 *
 *     npm run release:files                      all of it, into dist/release
 *     npm run release:files -- site scorm12      only these parts
 *     npm run release:files -- --tag v0.1.0      refuses when that is not the version in package.json
 *     npm run release:files -- --content DIR --out DIR
 */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {zipSync} from 'fflate'
import {compileContent} from '../../cli/content/compile-content.js'
import {ROOT, stopWith} from '../setup/setup.mjs'
import {slashed} from '../../cli/terminal/slashed.mjs'

const NAME = 'digital-skills-guide'
const SUMS = 'SHA256SUMS'
/** One date for every file, so that the same files make the same zip: the first day that a zip can name. */
const MADE = new Date(1980, 0, 1, 12)

/**
 * @typedef {{content: string, out: string, version: string}} Asked
 */

/**
 * The parts of a release. Each writes its files into the folder.
 *
 * @satisfies {Record<string, (asked: Asked) => void>}
 */
const PARTS = {
  npm: ({out}) => run('npm', ['pack', '--pack-destination', out]),
  site: ({content, out, version}) => inTemporaryFolder(folder => {
    dsg('build', content, '--out', join(folder, 'site'))
    writeFileSync(join(out, `${NAME}-${version}-site.zip`), zipOf(join(folder, 'site')))
  }),
  wordpress: ({content, out, version}) =>
    node('scripts/wordpress/wordpress-zip.mjs', content, '--out', join(out, `${NAME}-${version}-wordpress.zip`)),
  sharepoint({out, version}) {
    node('hosts/sharepoint/build.mjs')
    cpSync(join(ROOT, `dist/${NAME}.sppkg`), join(out, `${NAME}-${version}-sharepoint.sppkg`))
  },
  scorm12({content, out, version}) {
    for (const {id} of compileContent(content).guide.pathways) {
      dsg('export', 'scorm12', content, '--pathway', id, '--out', join(out, `${id}-${version}-scorm12.zip`))
    }
  },
}

try {
  const {parts, ...asked} = readArguments()
  begin(asked.out)
  for (const part of parts) PARTS[part](asked)
  const names = readdirSync(asked.out).sort()
  writeFileSync(join(asked.out, SUMS), names.map(name => `${sha256(join(asked.out, name))}  ${name}\n`).join(''))
  console.log([...names, SUMS].map(name => join(relative('.', asked.out), name)).join('\n'))
} catch (error) {
  stopWith(error)
}

/** @returns {Asked & {parts: (keyof typeof PARTS)[]}} */
function readArguments() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      content: {type: 'string', default: join(ROOT, 'content')}, out: {type: 'string', default: join(ROOT, 'dist/release')},
      tag: {type: 'string'},
    },
  })
  const unknown = positionals.find(part => !Object.hasOwn(PARTS, part))
  if (unknown) throw new Error(`There is no part "${unknown}". Use ${Object.keys(PARTS).join(', ')}.`)
  const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  if (values.tag && values.tag !== `v${version}`) {
    throw new Error(`The tag is ${values.tag}, and package.json says ${version}. Tag v${version}, or change the version first.`)
  }
  const parts = /** @type {(keyof typeof PARTS)[]} */ (positionals.length ? positionals : Object.keys(PARTS))
  return {parts, version, content: resolve(values.content), out: resolve(values.out)}
}

/**
 * Makes the folder empty. Files of an earlier run are removed; files that somebody else keeps there are not.
 *
 * @param {string} out
 */
function begin(out) {
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, SUMS))) {
    throw new Error(`${out} has files that are not a release's. Name another folder with --out, or empty it.`)
  }
  rmSync(out, {recursive: true, force: true})
  mkdirSync(out, {recursive: true})
}

/** @param {string[]} words */
function dsg(...words) {
  node('cli/dsg.ts', ...words)
}

/** @param {string[]} words */
function node(...words) {
  run(process.execPath, ['--import', 'tsx', ...words])
}

/**
 * Runs a command. What it prints is shown only when it fails, because each command repeats the same notes about the content.
 *
 * @param {string} command
 * @param {string[]} words
 */
function run(command, words) {
  const {status, error, stdout, stderr} = spawnSync(command, words,
    {cwd: ROOT, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'pipe'], shell: isShim(command)})
  if (!error && status === 0) return
  const how = error ? `did not start: ${error.message}` : `ended with ${status}:\n${stdout}${stderr}`
  throw new Error(`${command} ${words.join(' ')} ${how}\nThe folder is not complete: run this again when that is mended.`)
}

/**
 * True for npm on Windows, where it is a script that only the shell can run.
 *
 * @param {string} command
 */
function isShim(command) {
  return command === 'npm' && process.platform === 'win32'
}

/** @param {string} folder */
function zipOf(folder) {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name))).sort()
  const files = paths.map(path => [slashed(path), readFileSync(join(folder, path))])
  return zipSync(Object.fromEntries(files), {level: 9, mtime: MADE})
}

/** @param {(folder: string) => void} write */
function inTemporaryFolder(write) {
  const folder = mkdtempSync(join(tmpdir(), 'dsg-release-'))
  try {
    write(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** @param {string} path */
function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
