import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {startModule} from './processes.mjs'

/** `npm run lint`: what the compiler does not see in scripts and workflows. One check a file. */
export const lint = program('lint', '../lint/lint.mjs')

/**
 * `npm run size`: compares what a page loads with the budgets in `cli/bundle/chunks.ts`. One check a row. The browser tests use
 * the same build of the elements.
 */
export const size = program('size', '../size.mjs', {execArgv: ['--import', 'tsx']})

/**
 * A suite that is a program of its own. It prints what it finds, and sends its counts at the end.
 *
 * @param {string} name
 * @param {string} path - from this file
 * @param {import('node:child_process').ForkOptions} [options]
 * @returns {import('./suites.mjs').Suite}
 */
function program(name, path, options) {
  return {
    name,
    async run() {
      const running = startModule(fileURLToPath(new URL(path, import.meta.url)), [], options)
      let counts = {passed: 0, failed: 1}
      running.on('message', said => counts = /** @type {typeof counts} */ (said))
      await once(running, 'close')
      return [counts]
    },
  }
}
