import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {relative} from 'node:path'
import {createInterface} from 'node:readline'
import {slashed} from '../../cli/terminal/slashed.mjs'
import {ROOT} from '../setup/setup.mjs'
import {start} from './processes.mjs'

/** The limit for one test, or before Node 24 for one file: several times what the slowest takes. Node names what exceeds it. */
const FILE_LIMIT_MS = 600_000

/**
 * Runs test files under Node's own runner, as many at once as there are processors. By default Node leaves one processor idle,
 * which is half of a small machine.
 *
 * @param {Pick<import('./suites.mjs').Job, 'files'> & Partial<import('./suites.mjs').Job>} job
 * @param {{limitMs?: number, say?: (text: string) => void}} options
 * @returns {Promise<[import('./suites.mjs').Row]>}
 */
export async function runFiles({files, at = () => {}}, {limitMs = FILE_LIMIT_MS, say = text => process.stdout.write(text)} = {}) {
  /** @type {Record<'passed' | 'failed' | 'skipped', number>} */
  const counts = {passed: 0, failed: 0, skipped: 0}
  const node = start(process.execPath, [
    '--import', 'tsx/esm', '--import', './scripts/suites/end-of-file.mjs',
    '--test', `--test-concurrency=${availableParallelism()}`, `--test-timeout=${limitMs}`,
    '--test-reporter=./scripts/suites/node-reporter.mjs', '--test-reporter-destination=stdout', ...files,
  ], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Unset, because this function is itself tested under Node's runner: with it, the inner run would run nothing.
    env: {...process.env, NODE_TEST_CONTEXT: undefined},
  })
  const ended = once(node, 'close')
  const lines = node.stdout ? createInterface({input: node.stdout}) : []

  // Node reports the files in their order. So the file that hangs is the last one reported, or the first one not reported yet.
  const silent = new Set(files)
  at(files.slice(0, 1))
  for await (const line of lines) {
    const {outcome, name, file, problem = ''} = /** @type {import('./node-reporter.mjs').Line} */ (JSON.parse(line))
    const path = slashed(relative(ROOT, file ?? ''))
    if (silent.delete(path)) at([path, ...silent].slice(0, 2))
    if (outcome === 'said') say(problem)
    else counts[outcome] += 1
    if (outcome === 'failed') say(`FAILED  ${path}: ${name}\n${problem}\n\n`)
    if (outcome === 'skipped') say(`skipped  ${path}: ${name}\n`)
  }
  const [code] = await ended
  if (code !== 0 && counts.failed === 0) {
    say(`FAILED  Node's test runner ended with ${code} and named no failed test. Run it by hand to see why.\n`)
    counts.failed = 1
  }
  return [counts]
}
