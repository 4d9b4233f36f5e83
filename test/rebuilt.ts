/**
 * Builds the shipped guide, and builds it again in the same folder: node --import tsx test/rebuilt.ts FOLDER
 *
 * - `FOLDER/first`: as it was when a page was opened
 * - `FOLDER/kept`: built again, with other words and other scripts
 * - `FOLDER/gone`: the same, and nothing of the first is left
 */
import {execFile} from 'node:child_process'
import {cpSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {promisify} from 'node:util'
import {withEarlierFiles} from '../cli/build/editions.js'
import {OutputFolder, type OutputFile} from '../cli/build/output-folder.js'
import {REPOSITORY} from '../cli/terminal/paths.js'
import {slashed} from '../cli/terminal/slashed.mjs'

const [folder = ''] = process.argv.slice(2)
const place = (name: string): string => join(folder, name)

const dsg = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'cli/dsg.ts', 'build', 'content', ...words], {cwd: REPOSITORY})
// One after the other: the second finds the elements' scripts made.
await dsg('--out', place('first'))
await dsg('--with', 'hosts/example-trust/local', '--out', place('second'))

const second = withOtherScripts(filesIn(place('second')))
for (const [name, days] of [['kept', 30], ['gone', 0]] as const) {
  cpSync(place('first'), place(name), {recursive: true})
  await new OutputFolder(place(name)).replace(withEarlierFiles(place(name), second, '2026-11-30', days))
}

function filesIn(from: string): OutputFile[] {
  return readdirSync(from, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({path: slashed(relative(from, file)), body: readFileSync(file)}))
}

/** Another version of our scripts: each chunk has another name, wherever it is named. */
function withOtherScripts(files: readonly OutputFile[]): OutputFile[] {
  const names = new Map(files.flatMap(({path}) => {
    const [, start, hash, end] = /^chunks\/(.+\.)([\w-]+)(\.js)$/.exec(path) ?? []
    return hash ? [[`${start}${hash}${end}`, `${start}${[...hash].reverse().join('')}${end}`]] : []
  }))
  const renamed = (text: string): string => text.replace(/[\w-]+\.[\w-]+\.js/g, name => names.get(name) ?? name)
  if (!names.size) throw new Error('no chunk has a name with a hash of what is in it')
  return files.map(({path, body}) => ({
    path: renamed(path), body: /\.(?:js|html)$/.test(path) ? renamed(Buffer.from(body as Uint8Array).toString('utf8')) : body,
  }))
}
