/**
 * `npm run build:wordpress`: the WordPress plugin as the zip that wp-admin takes, with a guide and the elements in it.
 *
 *     npm run build:wordpress                                          the guide of this repository
 *     npm run build:wordpress -- --with hosts/example-trust/local      with an organisation's own pages over it
 *     npm run build:wordpress -- --out site/plugin.zip                 to another file
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {zipSync} from 'fflate'
import {slashed} from '../../cli/terminal/slashed.mjs'
import {ROOT, stopWith} from '../setup/setup.mjs'
import {translationTemplate} from './wordpress-pot.mjs'

const NAME = 'digital-skills-guide'
const SOURCE = join(ROOT, 'hosts/wordpress')
/** One date for every file, so that the same files make the same zip: the first day that a zip can name. */
const MADE = new Date(1980, 0, 1)

try {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {with: {type: 'string', multiple: true, default: []}, out: {type: 'string'}},
  })
  const out = resolve(values.out ?? join(ROOT, `dist/${NAME}-wordpress.zip`))
  const [content = join(ROOT, 'content'), ...more] = positionals
  if (more.length) throw new Error(`Name one content folder, not ${positionals.join(' and ')}.`)
  const files = {...pluginFiles(), ...guideFiles(content, values.with)}
  write(out, zipSync(inFolder(files), {level: 9, mtime: MADE}))
  console.log(`${Object.keys(files).length} files written to ${relative('.', out)}. In WordPress: Plugins, Add new, Upload plugin.`)
} catch (error) {
  stopWith(error)
}

/** The plugin's own files, by their paths in it: with this package's version filled in, and with the words for translators. */
function pluginFiles() {
  const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const texts = filesIn(SOURCE).filter(path => path !== 'README.md')
    .map(path => ({path, text: readFileSync(join(SOURCE, path), 'utf8')}))
  const versioned = texts.map(({path, text}) =>
    [path, text.replace(/^( \* Version:|Stable tag:) .*$/m, `$1 ${version}`)])
  const words = texts.filter(({path}) => /\.php$|editor\.js$|block\.json$/.test(path))
  return encoded(Object.fromEntries([
    ...versioned,
    ['LICENSE', readFileSync(join(ROOT, 'LICENSE'), 'utf8')],
    [`languages/${NAME}.pot`, translationTemplate(words, version)],
  ]))
}

/**
 * What `dsg build` writes, without the script for pages that cannot have module scripts: WordPress can.
 *
 * @param {string} content
 * @param {string[]} locals
 */
function guideFiles(content, locals) {
  const folder = mkdtempSync(join(tmpdir(), 'dsg-wordpress-'))
  try {
    const guide = join(folder, 'guide')
    const {status, stdout, stderr} = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'cli/dsg.ts'), 'build',
      resolve(content), ...locals.flatMap(local => ['--with', resolve(local)]), '--out', guide],
    {cwd: ROOT, encoding: 'utf8'})
    if (status !== 0) throw new Error(`The guide could not be built, and no zip was written.\n${stdout}${stderr}`)
    return Object.fromEntries(filesIn(guide).filter(path => path !== 'dsg-all.js')
      .map(path => [`guide/${path}`, readFileSync(join(guide, path))]))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => slashed(relative(folder, join(entry.parentPath, entry.name))))
    .sort()
}

/** @param {Record<string, string>} texts */
function encoded(texts) {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]))
}

/**
 * Files in one folder, whose name WordPress takes as the name of the plugin.
 *
 * @param {Record<string, Uint8Array>} files
 */
function inFolder(files) {
  return Object.fromEntries(Object.entries(files).map(([path, body]) => [`${NAME}/${path}`, body]))
}

/**
 * Writes the whole zip, or none: WordPress refuses half a zip without giving a reason.
 *
 * @param {string} out
 * @param {Uint8Array} zip
 */
function write(out, zip) {
  const draft = `${out}.${process.pid}`
  mkdirSync(dirname(out), {recursive: true})
  try {
    writeFileSync(draft, zip)
    renameSync(draft, out)
  } finally {
    rmSync(draft, {force: true})
  }
}
