/** Installs packages of the operating system, where that is Debian or made from it, and where we may. */
import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {createInterface} from 'node:readline'

/** When a mirror has sent nothing for this long, we stop. apt by itself goes on trying for minutes. */
const STILL_MS = 15_000

/** Any call of apt is stopped after this long. None that works takes as long. */
const LIMIT_MS = 900_000

const APT = '/usr/bin/apt-get'

export function isDebian() {
  return existsSync(APT)
}

/** True for root, and for a user whom sudo does not ask for a password. */
export function mayInstall() {
  return isDebian() && (isRoot() || spawnSync('sudo', ['-n', 'true']).status === 0)
}

/**
 * Installs packages without asking anybody anything.
 *
 * @param {string[]} packages
 * @returns {Promise<string | undefined>} what apt said, in a line, when they could not be installed
 */
export async function install(packages) {
  const words = ['install', '--yes', '--no-install-recommends', ...packages]
  const update = await apt(['update'], STILL_MS)
  if (update.status !== 0) return update.problem
  const download = await apt([...words, '--download-only'], STILL_MS)
  // A warning while the lists were updated tells why a package is missing now, so it is told rather than the error here.
  if (download.status !== 0) return update.problem ?? download.problem
  // Without STILL_MS: if apt were stopped while it unpacks, it would leave half a package on the machine.
  const {status, problem} = await apt(words)
  return status === 0 ? undefined : problem
}

/**
 * @param {string[]} words
 * @param {number} [stillMs] - stop apt when its download has made no progress for this long
 * @returns {Promise<{status: number | null, problem?: string}>} `problem` is the first error, or else the first warning
 */
async function apt(words, stillMs) {
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', APT, '-qq', '-o', 'Dpkg::Use-Pty=0',
    '-o', 'APT::Status-Fd=1', ...words]
  if (!isRoot()) command.unshift('sudo', '-n')
  const [program = APT, ...rest] = command
  const child = spawn(program, rest, {stdio: ['ignore', 'pipe', 'pipe']})
  /** @type {string[]} */
  const said = []
  const stopped = new Promise(stop => {
    const limit = setTimeout(stop, LIMIT_MS, `it had not ended after ${LIMIT_MS / 60_000} minutes`)
    const still = stillMs === undefined ? undefined
      : setTimeout(stop, stillMs, `its mirror has sent nothing for ${stillMs / 1000} seconds`)
    child.once('close', () => {
      clearTimeout(limit)
      clearTimeout(still)
    })
    /** @type {string | undefined} */
    let progress
    /** @param {string} line */
    const hear = line => {
      // Twice a second apt says how far the download is, such as "dlstatus:1:9.0494:Retrieving file 1 of 3", even if it is stuck.
      if (!line.startsWith('dlstatus:')) return said.push(line)
      if (line !== progress) still?.refresh()
      progress = line
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({input: stream}).on('line', hear)
  })
  const ended = await Promise.race([once(child, 'close'), stopped])
  if (typeof ended === 'string') {
    // Under sudo we may not be allowed to end apt, so nothing waits for its end.
    child.kill()
    return {status: null, problem: ended}
  }
  const [status] = ended
  const problem = said.find(line => line.startsWith('E: ')) ?? said.find(line => line.startsWith('W: '))
  return {status, problem: problem?.slice(3).trim() ?? (status === 0 ? undefined : `it ended with ${status}`)}
}

function isRoot() {
  return process.getuid?.() === 0
}
