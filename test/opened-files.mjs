/**
 * A site for files that a test has made, opened by their own address: as a page in a frame, they can run what they hold. What
 * they ask for beyond themselves is remembered.
 *
 *     const {origin} = await (await fetch('/opened-files.json')).json()
 *     await fetch(`${origin}/NAME/1.svg`, {method: 'PUT', body, headers: {'content-type': 'image/svg+xml'}})
 *     await (await fetch(`${origin}/asked/NAME`)).json()    // addresses below /NAME/ since the last time
 *
 * Browsers run at the same time, so each test has a NAME that no other has.
 */
import {once} from 'node:events'
import {createServer} from 'node:http'
import {portOf} from './port-of.mjs'

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function openedFiles() {
  /** @type {import('node:http').Server | undefined} */
  let server
  /** @type {Map<string, {type: string, body: Buffer}>} */
  const files = new Map()
  /** @type {string[]} */
  let asked = []
  return {
    name: 'opened-files',
    async serverStart() {
      server = createServer(async (request, response) => {
        const {method, url = '', headers} = request
        const open = {
          'access-control-allow-origin': '*', 'access-control-allow-methods': '*', 'access-control-allow-headers': '*',
          'cache-control': 'no-store',
        }
        const file = files.get(url)
        if (method === 'OPTIONS') response.writeHead(204, open).end()
        else if (method === 'PUT') {
          files.set(url, {type: headers['content-type'] ?? '', body: Buffer.concat(await request.toArray())})
          response.writeHead(204, open).end()
        } else if (url.startsWith('/asked/')) {
          const folder = `${url.slice('/asked'.length)}/`
          const theirs = asked.filter(path => path.startsWith(folder))
          asked = asked.filter(path => !path.startsWith(folder))
          response.writeHead(200, {...open, 'content-type': 'application/json'}).end(JSON.stringify(theirs))
        } else if (file) response.writeHead(200, {...open, 'content-type': file.type}).end(file.body)
        else {
          // A browser asks for its icon by itself.
          if (url !== '/favicon.ico') asked.push(url)
          response.writeHead(404, open).end()
        }
      }).listen(0, '127.0.0.1')
      // It would close a connection at the very moment that a browser uses it once more.
      server.keepAliveTimeout = 0
      await once(server, 'listening')
    },
    serve({path}) {
      if (path !== '/opened-files.json') return undefined
      return {type: 'json', body: JSON.stringify({origin: `http://127.0.0.1:${portOf(server)}`})}
    },
    serverStop() {
      server?.closeAllConnections()
      server?.close()
    },
  }
}
