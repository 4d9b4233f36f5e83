/**
 * A site where things are wrong, as keepers of sites set them up: `/wrong/WHAT/…` on the site of the tests' pages, and `/WHAT/…`
 * on another one, whose address `/wrong-site.json` tells. What is right comes from the guide that `demo-site.mjs` builds.
 */
import {once} from 'node:events'
import {createServer} from 'node:http'
import {portOf} from './port-of.mjs'

const PAGE = '<!doctype html><html lang="en"><title>Page</title><h1>Sign in</h1><form><input type="password"></form></html>'

/**
 * @typedef {object} Answer
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string | Buffer} [body] - undefined: the connection is cut
 * @property {true} [isCut] - after the first half of the body
 */

/**
 * What each part of the site does with a request for a file.
 *
 * @type {Record<string, (file: () => Promise<Buffer>, path: string) => Answer | Promise<Answer>>}
 */
const PARTS = {
  'shared': async file => ({headers: {'access-control-allow-origin': '*'}, body: await file()}),
  'not-shared': async file => ({body: await file()}),
  'shared-with-another': async file => ({headers: {'access-control-allow-origin': 'https://example.org'}, body: await file()}),
  'hangs-up': () => ({}),
  'half': async file => ({body: await file(), isCut: true}),
  'page-for-all': () => ({headers: {'content-type': 'text/html', 'access-control-allow-origin': '*'}, body: PAGE}),
  'leads-to-page': (_, path) => ({
    status: 302, body: '',
    headers: {'location': path.startsWith('/wrong/') ? '/wrong/page-for-all/sign-in?secret=1' : '/page-for-all/sign-in?secret=1', 'access-control-allow-origin': '*'},
  }),
  'leads-elsewhere': (_, path) => ({
    status: 302, headers: {'location': path.startsWith('/wrong/') ? `${otherSite}/not-shared/sign-in` : '/not-shared/sign-in'}, body: '',
  }),
  'sign-in': () => ({status: 401, headers: {'content-type': 'text/html', 'access-control-allow-origin': '*'}, body: PAGE}),
  'forbidden': () => ({status: 403, headers: {'access-control-allow-origin': '*'}, body: ''}),
  'fails': () => ({status: 503, body: ''}),
  'gone': () => ({status: 410, body: PAGE}),
  'empty': () => ({body: ''}),
  'utf-16': async file => ({body: Buffer.from(`\ufeff${(await file()).toString()}`, 'utf16le')}),
  'with-mark': async file => ({headers: {'content-type': 'text/plain; charset=windows-1252'}, body: `\ufeff${(await file()).toString()}`}),
  'cut-short': async file => ({body: (await file()).subarray(0, 400)}),
  'another-product': () => ({body: '{"name": "package", "version": "1.0.0"}'}),
  'words': () => ({body: 'Gone fishing'}),
}

let otherSite = ''

/** @typedef {import('@web/test-runner').TestRunnerConfig} Config */

/** @returns {{plugin: import('@web/test-runner').TestRunnerPlugin, middleware: NonNullable<Config['middleware']>[number]}} */
export function wrongSite() {
  /** @type {import('node:http').Server | undefined} */
  let server
  let port = 0
  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  const respond = ({url = ''}, response) => {
    answerAt(port, url).then(({status = 200, headers, body, isCut}) => {
      if (body === undefined) return response.destroy()
      const head = {'content-type': 'text/plain', 'cache-control': 'no-store', 'content-length': Buffer.byteLength(body), ...headers}
      response.writeHead(status, head)
      if (isCut) response.write(body.slice(0, body.length / 2), () => response.destroy())
      else response.end(body)
    }, error => response.writeHead(502).end(String(error)))
  }
  return {
    plugin: {
      name: 'wrong-site',
      async serverStart({config}) {
        port = Number(config.port)
        server = createServer(respond).listen(0, '127.0.0.1')
        await once(server, 'listening')
        otherSite = `http://127.0.0.1:${portOf(server)}`
      },
      serve({path}) {
        return path === '/wrong-site.json' ? {type: 'json', body: JSON.stringify({origin: otherSite})} : undefined
      },
      serverStop() {
        server?.closeAllConnections()
        server?.close()
      },
    },
    middleware(context, next) {
      if (!context.path.startsWith('/wrong/')) return next()
      context.status = 200 // Or the runner would report a missing file.
      context.respond = false
      respond(context.req, context.res)
    },
  }
}

/**
 * @param {number} port
 * @param {string} path
 * @returns {Promise<Answer>}
 */
async function answerAt(port, path) {
  const [, what = '', file = ''] = /^(?:\/wrong)?\/([^/?]+)\/([^?]*)/.exec(path) ?? []
  const part = PARTS[what]
  if (!part) return {status: 404, body: ''}
  return part(async () => {
    const response = await fetch(`http://localhost:${port}/guide/${file}`)
    return Buffer.from(await response.arrayBuffer())
  }, path)
}
