/** Programs that suites start. Each heads a group of its own, so that what it started ends with it, even if it hangs. */
import {fork, spawn} from 'node:child_process'
import {ROOT} from '../setup/setup.mjs'

/** So long a program has to close what it opened, such as browsers. */
const MERCY_MS = 5_000

const HAS_GROUPS = process.platform !== 'win32'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set()

/**
 * As `spawn` of Node, in the repository's root.
 *
 * @param {string} command
 * @param {string[]} words
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, words, options) {
  return watched(spawn(command, words, {cwd: ROOT, detached: HAS_GROUPS, ...options}))
}

/**
 * As `fork` of Node, in the repository's root.
 *
 * @param {string} module
 * @param {string[]} words
 * @param {import('node:child_process').ForkOptions} [options]
 */
export function startModule(module, words, options) {
  return watched(fork(module, words, {cwd: ROOT, detached: HAS_GROUPS, ...options}))
}

/** Ends whatever still runs, and resolves when it has ended. */
export async function endAll() {
  const ended = Promise.all([...running].map(child => new Promise(resolve => child.once('exit', resolve))))
  for (const child of running) signal(child, 'SIGTERM')
  const late = setTimeout(() => {
    for (const child of running) signal(child, 'SIGKILL')
  }, MERCY_MS)
  await ended
  clearTimeout(late)
}

// A terminal's Ctrl+C reaches this process's group only.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(name, () => void endAll().then(() => process.exit(1)))
}

/** @param {ChildProcess} child */
function watched(child) {
  child.once('spawn', () => running.add(child))
  child.once('exit', () => {
    running.delete(child)
    // What it left behind may hold on to its output, and would keep whoever reads that waiting.
    signal(child, 'SIGKILL')
  })
  return child
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  try {
    if (HAS_GROUPS && child.pid !== undefined) process.kill(-child.pid, name)
    else child.kill(name)
  } catch (error) {
    // It ended by itself just now.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
