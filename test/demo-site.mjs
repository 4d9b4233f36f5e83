/**
 * Serves the demonstration intranet with a guide that `dsg build` made, under the strict policy that many intranets send. The
 * guide is built once, when a test first asks for it.
 */
import {execFile} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join, posix} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url))
const HOST = join(REPOSITORY, 'hosts/intranet')
/** Pages that are served at `/strict/`, to compare what they do under the policy and without it. */
const HOSTILE = join(REPOSITORY, 'hosts/hostile')

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; "
  + 'trusted-types lit-html'

/** A site of one page, which is served whatever path its router has given it. */
const ROUTED = join(HOSTILE, 'routed.html')

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.md': 'text/markdown', '.xml': 'application/xml',
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function demoSite() {
  /** @type {Promise<string> | undefined} */
  let site
  /** @type {string | undefined} */
  let folder
  return {
    name: 'demo-site',
    async serve({path, query, headers}) {
      if (path.startsWith('/routed/')) return {body: readFileSync(ROUTED, 'utf8'), type: 'text/html'}
      const file = await fileAt(path)
      if (!file) return undefined
      // axe has to run inside the page that it checks, but the policy allows only scripts that the page itself names. So it is
      // written into the page, and into pages that the page shows in a frame.
      const isChecked = extname(file) === '.html' && ('axe' in query || headers.referer?.endsWith('?axe'))
      const extra = isChecked ? '<script src="/node_modules/axe-core/axe.min.js"></script>' : ''
      return {body: readFileSync(file, 'utf8') + extra, type: TYPES[extname(file)], headers: {'Content-Security-Policy': POLICY}}
    },
    serverStop() {
      if (folder) rmSync(folder, {recursive: true, force: true})
    },
  }

  /** @param {string} path */
  async function fileAt(path) {
    const [, top = '', ...rest] = posix.normalize(decodeURIComponent(path)).split('/')
    if (top === 'guide' || top === 'dsg') {
      site ??= build()
      return existing(join(await site, ...rest))
    }
    return existing(top === 'strict' ? join(HOSTILE, ...rest) : join(HOST, top, ...rest))
  }

  async function build() {
    folder = mkdtempSync(join(tmpdir(), 'dsg-demo-'))
    const out = join(folder, 'site')
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'cli/dsg.ts', 'build', 'content', '--out', out], {cwd: REPOSITORY})
    return out
  }
}

/** @param {string} file */
function existing(file) {
  return extname(file) && existsSync(file) ? file : undefined
}
