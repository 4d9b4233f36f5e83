/**
 * Serves the built guide once more, from an address that every browser takes for another site: `127.0.0.1` on a port of its own,
 * while the tests' pages come from `localhost`. Tests cannot look into a page of another site, so each of these pages gets
 * `probe.js`, which tells what it shows.
 *
 * What is asked for in `canary/` is told: it is something that nobody should ask for.
 *
 *     const {origin, asked} = await (await fetch('/second-site.json')).json()
 */
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {portOf} from './port-of.mjs'

const PROBE = new URL('probe.js', import.meta.url)
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="20"/></svg>'

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function secondSite() {
  /** @type {import('node:http').Server | undefined} */
  let server
  /** @type {string[]} */
  const asked = []
  return {
    name: 'second-site',
    async serverStart({config}) {
      server = createServer((request, response) => {
        if (request.url?.startsWith('/canary/')) asked.push(request.url)
        answer(`http://localhost:${config.port}/guide`, request.url).then(
          ({status, headers, body}) => response.writeHead(status, headers).end(body),
          error => response.writeHead(502).end(String(error)))
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
    },
    serve({path}) {
      if (path !== '/second-site.json') return undefined
      return {type: 'json', body: JSON.stringify({origin: `http://127.0.0.1:${portOf(server)}`, asked})}
    },
    serverStop() {
      server?.closeAllConnections()
      server?.close()
    },
  }
}

/**
 * @param {string} first - the first site
 * @param {string | undefined} url
 */
async function answer(first, url) {
  if (url?.startsWith('/canary/')) return {status: 200, headers: {'content-type': 'image/svg+xml'}, body: DRAWING}
  if (url === '/probe.js') return {status: 200, headers: {'content-type': 'text/javascript'}, body: readFileSync(PROBE)}
  const response = await fetch(first + url)
  const [type, policy] = ['content-type', 'content-security-policy'].map(name => response.headers.get(name))
  const isPage = type?.startsWith('text/html')
  return {
    status: response.status,
    headers: {...(type && {'content-type': type}), ...(policy && {'content-security-policy': policy}), 'cache-control': 'no-store'},
    body: isPage ? `${await response.text()}<script src="/probe.js"></script>` : Buffer.from(await response.arrayBuffer()),
  }
}
