import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {stripVTControlCharacters} from 'node:util'
import {startModule} from './processes.mjs'

const RUNNER = fileURLToPath(new URL('browser-run.mjs', import.meta.url))

/** @typedef {import('./suites.mjs').Row} Row */

/**
 * Everything that needs a page, in each engine at once; a row of counts for each engine.
 *
 * @satisfies {import('./suites.mjs').Suite}
 */
export const browserTests = {
  name: 'browsers',
  tests: ['elements', 'state', 'embed', 'journeys'],
  inEach: true,
  async run({files, here, at}) {
    // Runs as a process of its own, so that a runner that crashes, or never ends its servers, does no harm to other suites.
    const runner = startModule(RUNNER, files,
      {env: {...process.env, BROWSERS: here.join()}, stdio: ['ignore', 'pipe', 'pipe', 'ipc']})
    /** @type {Row[]} */
    let rows = []
    runner.on('message', said => {
      const {rows: counts, running = []} = /** @type {{rows?: Row[], running?: string[]}} */ (said)
      if (counts) rows = counts
      else at(running)
    })
    // The runner prints codes that move the cursor, even where there is no terminal. These are taken out.
    for (const stream of [runner.stdout, runner.stderr]) {
      if (stream) createInterface({input: stream}).on('line', line => console.log(stripVTControlCharacters(line)))
    }
    const [code] = await once(runner, 'close')
    if (rows.length === here.length && code === 0) return rows
    console.log(`FAILED  The browser test runner ended with ${code} before every engine was done. See above for why.`)
    return [...rows, {name: 'browser test runner', passed: 0, failed: 1}]
  },
}
