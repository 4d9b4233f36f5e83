/**
 * `npm run prove:bare`: runs CI, and what a person does first, on a machine that has nothing but Node, npm and git.
 *
 *     npm run prove:bare                         everything, in 20 minutes
 *     npm run prove:bare -- start mirror-silent  only these cases
 *
 * That machine is a Debian root folder, made for the run and deleted after it. Node, npm and the settings that say where
 * packages come from are this machine's own. It tries the last commit, without changes that are not committed.
 */
import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {ROOT, stopWith} from '../setup/setup.mjs'

const IN_ROOT = fileURLToPath(new URL('in-root.sh', import.meta.url))
/** How soon after `npm ci` a run has to end that cannot get what it needs. */
const LIMIT_SECONDS = 30
/** A user of that machine who is not root. */
const STAFF = 'staff-member'

/**
 * @typedef {{text: string, second: number}} Line
 * @typedef {{what: string, user?: string, command: string, check: (lines: Line[], code: number | null) => string}} Case
 */

/**
 * The cases, each tried in a clone of its own, in this order. `ci` installs the browsers, which are there for all cases after
 * it. `check` gets the lines that were printed, each with its second, and the exit code; it returns what is worth telling, or
 * throws.
 *
 * @type {Record<string, Case>}
 */
const CASES = {
  'start': {
    what: 'npm start, as somebody who may not install',
    user: STAFF,
    command: `npm start > started & until grep -qs ^Ready: started; do kill -0 $! && sleep 1 || exit 1; done; cat started
      node -e 'fetch(process.argv[1]).then(page => page.text()).then(console.log)' $(grep -o 'http[^ ]*' started); kill $!`,
    check(lines) {
      if (!lines.some(({text}) => text.includes('<dsg-guide'))) throw new Error('the demonstration was not served')
      return 'the demonstration was served'
    },
  },
  'test': {
    what: 'npm test, as somebody who may not install',
    user: STAFF,
    command: 'npm test --silent',
    check: endsInSentence(/you may not install them here/),
  },
  'mirror-refuses': {
    what: '.ci/run, and the mirror of apt cannot be reached',
    command: withProxy('bash .ci/run', 'http://127.0.0.1:9'),
    check: endsInSentence(/apt could not install them \(.+\)/),
  },
  'mirror-silent': {
    what: '.ci/run, and the mirror of apt never answers',
    command: `node -e 'require("net").createServer(() => {}).listen(9999)' & ${withProxy('bash .ci/run', 'http://127.0.0.1:9999')}`,
    check: endsInSentence(/apt could not install them \(.+ sent nothing/),
  },
  'ci': {
    what: '.ci/run',
    command: 'bash .ci/run',
    check: endsGreen,
  },
  'far-away': {
    what: 'npm test -- quiz search, as somebody who may not install, with another language, time zone and umask',
    user: STAFF,
    command: 'umask 077; TZ=Pacific/Kiritimati LANG=de_DE.UTF-8 LANGUAGE=de npm test --silent -- quiz search',
    check: endsGreen,
  },
}

const root = mkdtempSync(join(tmpdir(), 'dsg-bare-'))
/** @type {import('node:child_process').ChildProcess | undefined} */
let inRoot
process.once('exit', () => {
  inRoot?.kill('SIGKILL')
  rmSync(root, {recursive: true, force: true})
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
try {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CASES)
  const cases = names.map(name => {
    const found = CASES[name]
    if (!found) throw new Error(`There is no case "${name}". Use ${Object.keys(CASES).join(', ')}.`)
    return {name, found}
  })
  makeRoot()
  const results = []
  for (const {name, found} of cases) results.push(await prove(name, found))
  console.log(`\n${results.join('\n')}`)
  process.exitCode = results.some(result => result.startsWith('FAILED')) ? 1 : 0
} catch (error) {
  stopWith(error)
}

/**
 * Tries a case and prints what it prints. Returns a line about how it ended.
 *
 * @param {string} name
 * @param {Case} tried
 */
async function prove(name, {what, user = 'root', command, check}) {
  console.log(`\n${name}: ${what}`)
  const folder = `/srv/${name}`
  run('git', 'clone', '--quiet', '--no-hardlinks', ROOT, join(root, folder))
  run('chroot', root, 'chown', '--recursive', `${user}:`, folder)

  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  const running = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private',
    'sh', IN_ROOT, root, user, folder, 'bash', '-c', command], {stdio: ['ignore', 'pipe', 'pipe']})
  inRoot = running
  /** @type {Line[]} */
  const lines = []
  for (const stream of [running.stdout, running.stderr]) {
    createInterface({input: stream}).on('line', text => {
      console.log(text)
      if (text.trim()) lines.push({text, second: seconds()})
    })
  }
  const [code] = await once(running, 'close')
  rmSync(join(root, folder), {recursive: true, force: true})
  try {
    return `passed  ${what}: ${check(lines, code)}, in ${seconds()} seconds`
  } catch (error) {
    return `FAILED  ${what}: ${error instanceof Error ? error.message : error}, after ${seconds()} seconds`
  }
}

/** @type {Case['check']} */
function endsGreen(lines, code) {
  const text = lines.at(-1)?.text ?? 'it printed nothing'
  if (code !== 0 || !/^[1-9]\d* passed, 0 failed$/.test(text)) throw new Error(text)
  return text
}

/**
 * A check for a run that ends soon after `npm ci`, with one sentence and without running a suite.
 *
 * @param {RegExp} pattern
 * @returns {Case['check']}
 */
function endsInSentence(pattern) {
  return (lines, code) => {
    const installed = lines.findIndex(({text}) => /^added \d+ packages/.test(text))
    const rest = lines.slice(installed + 1).filter(({text}) => !text.startsWith('Installing '))
    const {text, second} = rest[0] ?? {text: '', second: 0}
    if (code === 0) throw new Error('it ended as if all were well')
    if (installed < 0 || rest.length !== 1 || !/^The tests need .+, and try again\.$/.test(text) || !pattern.test(text)) {
      throw new Error(`it did not end in one sentence after npm ci, but in ${rest.length} lines`)
    }
    const took = second - (lines[installed]?.second ?? 0)
    if (took > LIMIT_SECONDS) throw new Error(`it ended ${took} seconds after npm ci`)
    return `one sentence, ${took} seconds after npm ci`
  }
}

/**
 * A command that runs while apt is told to use this proxy.
 *
 * @param {string} command
 * @param {string} proxy
 */
function withProxy(command, proxy) {
  const file = '/etc/apt/apt.conf.d/90proxy'
  return `echo 'Acquire::http::Proxy "${proxy}"; Acquire::https::Proxy "${proxy}";' > ${file}; ${command}; code=$?; rm ${file}; exit $code`
}

/** Makes the root folder: Debian in this machine's release, with git, and with this machine's Node and npm. */
function makeRoot() {
  const release = existsSync('/etc/os-release') && /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
  const hasAll = ['apt-get', 'mmdebstrap', 'unshare'].every(program => !spawnSync(program, ['--version']).error)
  if (!release || !hasAll || process.getuid?.() !== 0) {
    throw new Error('This needs Debian, root and mmdebstrap: "apt-get install mmdebstrap", and try again as root.')
  }
  console.log(`Making a Debian ${release} that has only Node, npm and git.`)

  // Packages come from where this machine gets its own, without the lists that no test needs.
  const sources = linesOf('apt-get', 'indextargets', '--format', 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)',
    'Created-By: Packages', 'Origin: Debian')
  if (sources.length === 0) throw new Error('apt has no lists of Debian\'s packages: "apt-get update", and try again.')
  const settings = linesOf('apt-config', 'dump', 'Acquire').filter(line => !line.includes('::IndexTargets'))
  run('mmdebstrap', '--quiet', '--variant=minbase', '--include=ca-certificates,git',
    ...settings.map(line => `--aptopt=${line}`), release, root, ...sources)
  for (const path of ['/etc/resolv.conf', '/etc/hosts', '/etc/apt/auth.conf.d', '/usr/local/share/ca-certificates']) lend(path)
  run('chroot', root, 'update-ca-certificates')

  lend(process.execPath, '/usr/local/bin/node')
  lend(join(...linesOf('npm', 'root', '--global'), 'npm'), '/usr/local/lib/node_modules/npm')
  for (const name of ['npm', 'npx']) symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name))
  const npmrc = ['globalconfig', 'userconfig'].flatMap(name => linesOf('npm', 'config', 'get', name)).filter(existsSync)
  mkdirSync(join(root, 'usr/local/etc'), {recursive: true})
  writeFileSync(join(root, 'usr/local/etc/npmrc'), npmrc.map(path => readFileSync(path, 'utf8')).join('\n'))

  run('chroot', root, 'useradd', '--create-home', STAFF)
}

/**
 * Copies a file or folder of this machine into the root.
 *
 * @param {string} path
 * @param {string} to - in the root
 */
function lend(path, to = path) {
  if (!existsSync(path)) return
  mkdirSync(dirname(join(root, to)), {recursive: true})
  cpSync(path, join(root, to), {recursive: true, dereference: true})
}

/**
 * @param {string} program
 * @param {string[]} words
 */
function linesOf(program, ...words) {
  return run(program, ...words).split('\n').filter(Boolean)
}

/**
 * @param {string} program
 * @param {string[]} words
 * @returns {string} what it printed
 */
function run(program, ...words) {
  const {status, stdout, stderr, error} = spawnSync(program, words, {cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8})
  if (status === 0) return stdout
  throw new Error(`${program} ${words.join(' ')} failed.\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
}
