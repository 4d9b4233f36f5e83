/**
 * A reporter for Node's test runner: one line of JSON for each finished test, for `node-tests.mjs` to read.
 *
 *     {"outcome": "passed" | "failed" | "skipped", "file": "…", "name": "suite > test", "problem": "…"}
 *
 * @typedef {object} Line
 * @property {'passed' | 'failed' | 'skipped' | 'said'} outcome - `said` is for what a file printed, which is no test
 * @property {string} [name]
 * @property {string} [file]
 * @property {string} [problem] - why it failed, or what was said
 */
import {resolve} from 'node:path'
import {inspect} from 'node:util'

/**
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* lines(events) {
  /** @type {string[]} */
  const path = []
  for await (const {type, data} of events) {
    if (type === 'test:start') path.splice(data.nesting, Infinity, data.name)
    if (type === 'test:stderr' || type === 'test:stdout') yield line({outcome: 'said', problem: data.message})
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const name = [...path.slice(0, data.nesting), data.name].join(' > ')
    if (data.skip !== undefined || data.todo !== undefined) yield line({outcome: 'skipped', name, file: data.file})
    else if (type === 'test:fail' && !failedInside(data)) {
      yield line({outcome: 'failed', name, file: data.file, problem: explain(data.details.error)})
    } else if (type === 'test:pass' && data.file && resolve(data.name) === data.file) {
      // Node reports a file as a test only when it has no tests, and lets it pass. We let it fail.
      yield line({outcome: 'failed', name, file: data.file, problem: 'There is no test in this file.'})
    } else if (type === 'test:pass' && data.details.type !== 'suite') yield line({outcome: 'passed', file: data.file})
  }
}

/**
 * True for a suite that failed because of its tests: these are reported already. A failure in its own hooks is not.
 *
 * @param {{details: {error?: Error}}} result
 */
function failedInside({details}) {
  return details.error !== undefined && 'failureType' in details.error && details.error.failureType === 'subtestsFailed'
}

/** @param {Error | undefined} error */
function explain(error) {
  const cause = error?.cause ?? error
  return cause instanceof Error ? cause.stack : typeof cause === 'string' ? cause : inspect(cause)
}

/** @param {Line} result */
function line(result) {
  return `${JSON.stringify(result)}\n`
}
