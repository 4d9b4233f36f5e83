/**
 * Serves at `/large/` a guide that is large enough to be searched in a worker. It is made when a test first asks for it.
 * `page.html` there has a search box for it. Its address says under which policy, and with which script.
 */
import {execFile} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, normalize} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

const SCRIPT = fileURLToPath(new URL('large-pack.ts', import.meta.url))
const PLACE = '/large/'

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function largePack() {
  /** @type {string | undefined} */
  let folder
  /** @type {Promise<string> | undefined} */
  let made
  return {
    name: 'large-pack',
    async serve({path, query}) {
      if (!path.startsWith(PLACE)) return undefined
      if (path === `${PLACE}page.html`) return page(query)
      made ??= make()
      const file = join(await made, normalize(path.slice(PLACE.length - 1)))
      return existsSync(file) ? {body: readFileSync(file, 'utf8'), type: 'json'} : undefined
    },
    serverStop() {
      if (folder) rmSync(folder, {recursive: true, force: true})
    },
  }

  async function make() {
    folder = mkdtempSync(join(tmpdir(), 'dsg-large-'))
    await promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT, folder], {cwd: fileURLToPath(new URL('..', import.meta.url))})
    return folder
  }
}

/** @param {import('node:querystring').ParsedUrlQuery} query */
function page({policy, script}) {
  const body = `<!doctype html><html lang="en"><head><title>Search</title><script type="module" src="${script}"></script></head>
    <body><dsg-search src="${PLACE}guide.json"></dsg-search></body></html>`
  return {body, type: 'html', headers: {'Content-Security-Policy': String(policy)}}
}
