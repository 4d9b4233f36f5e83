import {fork} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {stripVTControlCharacters} from 'node:util'
import {ENGINES, ensureBrowsers, leftOutMessage} from '../browsers.mjs'
import {ROOT} from '../setup.mjs'
import {testFiles} from './files.mjs'

const FOLDERS = ['elements', 'state', 'embed', 'journeys']
const RUNNER = fileURLToPath(new URL('browser-run.mjs', import.meta.url))

/** Everything that needs a page, in each engine at once; a row of counts for each engine. */
export const browserTests = {
  name: 'browsers',
  async run({patterns, engines, ci}) {
    const files = testFiles(FOLDERS, patterns)
    if (files.length === 0) return []
    const {missing} = ensureBrowsers({wanted: engines ?? ENGINES, ci})
    for (const engine of missing) console.log(leftOutMessage(engine))
    const wanted = (engines ?? ENGINES).filter(engine => !missing.includes(engine))
    // A process of its own: a runner that crashes or never ends its servers takes no other suite with it.
    const runner = fork(RUNNER, files,
      {cwd: ROOT, env: {...process.env, BROWSERS: wanted.join()}, stdio: ['ignore', 'pipe', 'pipe', 'ipc']})
    let rows = []
    runner.on('message', message => rows = message)
    // The runner moves the cursor about even where there is no terminal.
    for (const stream of [runner.stdout, runner.stderr]) {
      createInterface({input: stream}).on('line', line => console.log(stripVTControlCharacters(line)))
    }
    const [code] = await once(runner, 'close')
    if (rows.length === wanted.length && code === 0) return rows
    console.log(`FAILED  The browser test runner ended with ${code} before every engine was done. See above for why.`)
    return [...rows, {name: 'browser test runner', passed: 0, failed: 1, skipped: 0}]
  },
}
