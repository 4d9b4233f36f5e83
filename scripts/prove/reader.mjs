/**
 * `npm run prove:reader`: goes through the demonstration's guide by keys alone, in Firefox with the screen reader Orca, and
 * writes what was said after each key into `docs/screen-reader.md`. On Linux, and on a screen that nobody sees.
 *
 *     npm run prove:reader             all journeys, in about 4 minutes
 *     npm run prove:reader -- nurse    those whose title has this word; nothing is written but to the terminal
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readLayers} from '../../cli/content/read-layers.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {ROOT, stopWith} from '../setup/setup.mjs'
import {Desk} from './reader/desk.mjs'
import {JOURNEYS} from './reader/journeys.mjs'
import {whatIsMissing} from './reader/needs.mjs'
import {Person} from './reader/person.mjs'
import {serveDemo} from './reader/site.mjs'

const CONTENT = join(ROOT, 'content')
const LOCAL = join(ROOT, 'hosts/example-trust/local')
const FILE = join(ROOT, 'docs/screen-reader.md')

/** The names of roles in the place of words, and what was not asked for. */
const ODD = /statusbar|highlight (start|end)|^ +\d+ pathways/

const words = process.argv.slice(2)
const missing = whatIsMissing()
if (missing) stopWith(missing)

const folder = mkdtempSync(join(tmpdir(), 'dsg-heard-'))
execFileSync(process.execPath, ['--import', 'tsx', 'cli/dsg.ts', 'build', CONTENT, '--with', LOCAL, '--out', join(folder, 'site')],
  {cwd: ROOT, stdio: 'pipe'})
const {guide} = compileGuide(readLayers(CONTENT, [LOCAL]).files)
const site = await serveDemo(join(folder, 'site'))
/** @type {string[]} */
const parts = []
try {
  for (const {title, hash, go} of JOURNEYS.filter(({title}) => words.every(word => title.toLowerCase().includes(word)))) {
    console.log(`\n${title}`)
    const {desk, said} = await Desk.at(site.address + hash)
    const person = new Person(desk, said)
    try {
      await go(person, guide)
      const odd = person.log.filter(line => ODD.test(line))
      if (odd.length) throw new Error(`Orca said what is nothing to anybody:\n${odd.join('\n')}`)
    } catch (error) {
      console.log(`FAILED  ${title}: ${error instanceof Error ? error.message : error}`)
      process.exitCode = 1
      continue
    } finally {
      await desk.close()
    }
    parts.push(`## ${title}\n\n\`\`\`text\n${person.log.join('\n')}\n\`\`\`\n`)
  }
} finally {
  site.close()
  rmSync(folder, {recursive: true, force: true})
}
// A journey that failed is not in it; the lines above say why.
if (words.length === 0) writeFileSync(FILE, `${introduction()}\n${parts.join('\n')}`)

function introduction() {
  /** @param {string} program */
  const version = program => execFileSync(program, ['--version'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim()
  return `# What a screen reader says

\`npm run prove:reader\` wrote this page. It goes through the demonstration's guide by keys alone, in ${version('firefox-esr')}
with Orca ${version('orca')}, and keeps what Orca said after each key. On the left is what was pressed; on the right, each line is one
thing that was said. Lines with a dash say what the person wants next.

Orca is as it is after installation, but that it does not read a whole page by itself, and does not say each letter that is
typed. H goes to the next heading, K to the next link, B to the next button, E to the next box to type in, R to the next radio
button and X to the next tick box. "Browse mode" and "Focus mode" are Orca's own: whether keys go to it or to the page.
Questions are drawn by chance, so that another run has others.
`
}
