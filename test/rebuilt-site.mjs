/**
 * Serves sites that are built again while a page of theirs is open. Each test has its own, at `/rebuilt/NAME/`, and says what is
 * there by asking for `/rebuilt/NAME?is=EDITION`: one of `rebuilt.ts`, or `down`, when the server answers with an error. With
 * `&lacks=a,b`, chunks of these names are missing.
 */
import {execFile} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url))

/** @type {Record<string, string>} */
const TYPES = {'.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml'}

/** Pages of somebody who shows parts of the guide. @type {Record<string, string>} */
const PAGES = {
  guide: '<dsg-guide src="guide.json"><p>Read the guide</p></dsg-guide>',
  quiz: '<dsg-quiz src="guide.json" module="spot-suspicious-email"><p>Read the guide</p></dsg-quiz>',
  kinds: '<dsg-quiz src="guide.json" module="share-and-edit-documents"><p>Read the guide</p></dsg-quiz>',
  module: '<dsg-module src="guide.json" module="spot-suspicious-email"><p>Read the guide</p></dsg-module>',
  canvas: '<dsg-search src="guide.json"></dsg-search><dsg-canvas src="guide.json"><p>Read the guide</p></dsg-canvas>',
  assessment: '<dsg-search src="guide.json"></dsg-search><dsg-self-assessment src="guide.json"></dsg-self-assessment>',
  refused: '<script>Object.defineProperty(window, "sessionStorage", {get() { throw new DOMException("No", "SecurityError") }})</script>'
    + '<dsg-guide src="guide.json"><p>Read the guide</p></dsg-guide>',
}

/** @typedef {import('@web/test-runner').TestRunnerConfig} Config */

/**
 * As a middleware, because the test runner would have browsers keep for a year whatever its plugins serve.
 *
 * @returns {{plugin: import('@web/test-runner').TestRunnerPlugin, middleware: NonNullable<Config['middleware']>[number]}}
 */
export function rebuiltSite() {
  /** @type {Promise<string> | undefined} */
  let made
  /** @type {string | undefined} */
  let folder
  /** @type {Map<string, {is: string, lacks: string[]}>} */
  const sites = new Map()
  return {
    plugin: {
      name: 'rebuilt-site',
      serverStop() {
        if (folder) rmSync(folder, {recursive: true, force: true})
      },
    },
    async middleware(context, next) {
      const [, name = '', path] = /^\/rebuilt\/([\w-]+)(?:\/(.*))?$/.exec(context.path) ?? []
      if (!name) return next()
      made ??= build()
      const {is = 'first', lacks = ''} = context.query
      if (path === undefined) sites.set(name, {is: String(is), lacks: String(lacks).split(',')})
      const {status, type, body} = answer(await made, sites.get(name) ?? {is: 'first', lacks: []}, path ?? '')
      // Not by Koa, whose headers the test runner changes.
      context.respond = false
      context.status = status
      context.res.writeHead(status, {'content-type': type, 'cache-control': 'no-store'}).end(body)
    },
  }

  async function build() {
    folder = mkdtempSync(join(tmpdir(), 'dsg-rebuilt-'))
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/rebuilt.ts', folder], {cwd: REPOSITORY})
    return folder
  }
}

/**
 * @param {string} editions - folder
 * @param {{is: string, lacks: string[]}} site
 * @param {string} path
 */
function answer(editions, {is, lacks}, path) {
  if (!path) return {status: 200, type: 'text/plain', body: ''}
  if (is === 'down') return {status: 503, type: 'text/plain', body: 'Down'}
  const page = PAGES[path.replace('.html', '')]
  if (page) {
    return {
      status: 200, type: TYPES['.html'],
      body: `<!doctype html><html lang="en"><title>A page</title><script type="module" src="dsg.js"></script><main><h1>A page</h1>${page}</main>`,
    }
  }
  const file = join(editions, is, path)
  return !extname(file) || !existsSync(file) || lacks.includes(basename(file).split('.')[0] ?? '')
    ? {status: 410, type: 'text/plain', body: 'Gone'} : {status: 200, type: TYPES[extname(file)], body: readFileSync(file)}
}
