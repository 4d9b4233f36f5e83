/**
 * Serves what `dsg export` makes of the shipped guide: each package unpacked in a folder of its own, as learning systems do, with
 * its zip beside the folder. Each is made when a test first asks for it.
 */
import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {unzipSync} from 'fflate'

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url))

/**
 * The packages and the words for `dsg export`, by the name of their folder below `/packages/`.
 *
 * @type {Record<string, string[]>}
 */
const PACKAGES = {
  pathway: ['scorm12', '--pathway', 'staying-safe-with-data'],
  module: ['scorm12', '--module', 'spot-suspicious-email'],
  tasks: ['scorm12', '--module', 'join-and-use-a-community'],
  failing: ['scorm12', '--module', 'spot-suspicious-email', '--not-passed', 'failed'],
  reporting: ['scorm12', '--module', 'spot-suspicious-email', '--interactions'],
  html: ['html', '--pathway', 'staying-safe-with-data'],
}

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.xml': 'text/xml', '.zip': 'application/zip',
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function packagesSite() {
  /** @type {string | undefined} */
  let folder
  /** @type {Map<string, Promise<Buffer>>} */
  const made = new Map()
  return {
    name: 'packages-site',
    async serve({path, query}) {
      const [, name = '', rest = ''] = /^\/packages\/(?:any\/where\/)?(\w+)(?:\.zip|\/(.*))$/.exec(path) ?? []
      if (!Object.hasOwn(PACKAGES, name)) return undefined
      const making = made.get(name) ?? make(name)
      made.set(name, making)
      const zip = await making
      // Koa takes bytes as well as text, but the type of a plugin does not say so.
      if (path.endsWith('.zip')) return {body: /** @type {string} */ (/** @type {unknown} */ (zip)), type: TYPES['.zip']}
      const file = unzipSync(zip, {filter: ({name}) => name === rest})[rest]
      // axe has to run inside the page that it checks, but the page's own policy allows only scripts that the page names.
      const extra = 'axe' in query ? '<script src="/node_modules/axe-core/axe.min.js"></script>' : ''
      return file && {body: Buffer.from(file).toString() + extra, type: TYPES[extname(rest)]}
    },
    serverStop() {
      if (folder) rmSync(folder, {recursive: true, force: true})
    },
  }

  /** @param {string} name */
  async function make(name) {
    folder ??= mkdtempSync(join(tmpdir(), 'dsg-packages-'))
    const out = join(folder, `${name}.zip`)
    const command = ['--import', 'tsx', 'cli/dsg.ts', 'export', ...PACKAGES[name] ?? [], '--out', out]
    await promisify(execFile)(process.execPath, command, {cwd: REPOSITORY})
    return readFileSync(out)
  }
}
