/**
 * What a fresh clone needs before anything else can run. It imports only Node's own modules, because it runs before there are
 * dependencies.
 */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const OLDEST_NODE = {major: 20, minor: 19}
/** npm is stopped after this long: it goes on trying when the registry does not answer. */
const INSTALL_LIMIT_MS = 900_000
const STAMP = new URL('../../node_modules/.installed-from', import.meta.url)

/**
 * Installs the dependencies when they are missing, or are not those that the lock file names.
 *
 * @throws when Node is too old, or npm fails; the message says what to do
 */
export function ensureDependencies() {
  checkNode(process.versions.node)
  const wanted = lockHash()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.log('Installing dependencies with npm ci. This takes about a minute the first time.')
  // Development dependencies are included even with NODE_ENV=production: the tools are among them.
  const {status, error} = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=warn'],
    {cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32', timeout: INSTALL_LIMIT_MS})
  if (error || status !== 0) {
    const isLate = error && 'code' in error && error.code === 'ETIMEDOUT'
    const late = isLate && `it had not ended after ${INSTALL_LIMIT_MS / 60_000} minutes`
    throw new Error(`npm ci failed${error ? `: ${late || error.message}` : ''}. Its messages are above. `
      + 'Check that this machine reaches the npm registry, and try again.')
  }
  writeFileSync(STAMP, wanted)
}

/** @param {string} version - such as `20.19.0` */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const oldest = OLDEST_NODE
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return
  throw new Error(`This needs Node ${oldest.major}.${oldest.minor} or newer, and this is Node ${version}. `
    + 'Install a newer Node from nodejs.org, and try again.')
}

/**
 * Ends the process with one plain sentence instead of a stack, for mistakes a person can put right.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function stopWith(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

/** A hash of the lock file and the platform: some packages are binaries, and machines may share a folder. */
function lockHash() {
  const lock = readFileSync(new URL('../../package-lock.json', import.meta.url))
  return createHash('sha256').update(lock).update(process.platform + process.arch).digest('hex')
}
