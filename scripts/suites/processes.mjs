/** Programs that suites start. Each leads a process group of its own, so that all it started can be ended with it. */
import {fork, spawn} from 'node:child_process'
import {ROOT} from '../setup/setup.mjs'

/** How long a program has to close what it opened, such as browsers, before it is killed. */
const MERCY_MS = 5_000

const HAS_GROUPS = process.platform !== 'win32'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set()

/**
 * Like Node's `spawn`, but in the repository's root.
 *
 * @param {string} command
 * @param {string[]} words
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, words, options) {
  return watched(spawn(command, words, {cwd: ROOT, detached: HAS_GROUPS, ...options}))
}

/**
 * Like Node's `fork`, but in the repository's root.
 *
 * @param {string} module
 * @param {string[]} words
 * @param {import('node:child_process').ForkOptions} [options]
 */
export function startModule(module, words, options) {
  return watched(fork(module, words, {cwd: ROOT, detached: HAS_GROUPS, ...options}))
}

/** Ends all programs that still run, and resolves when they have ended. */
export async function endAll() {
  const ended = Promise.all([...running].map(child => new Promise(resolve => child.once('exit', resolve))))
  for (const child of running) signal(child, 'SIGTERM')
  const late = setTimeout(() => {
    for (const child of running) signal(child, 'SIGKILL')
  }, MERCY_MS)
  await ended
  clearTimeout(late)
}

// Ctrl+C in a terminal reaches only the group of this process, so the signal is passed on.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(name, () => void endAll().then(() => process.exit(1)))
}

/** @param {ChildProcess} child */
function watched(child) {
  child.once('spawn', () => running.add(child))
  child.once('exit', () => {
    running.delete(child)
    // Processes that the program left behind may hold its output open, and whoever reads that would wait. So they are killed.
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
    // The program may have ended by itself just now.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
