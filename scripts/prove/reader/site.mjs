import {once} from 'node:events'
import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {extname, join, posix} from 'node:path'
import {ROOT} from '../../setup/setup.mjs'

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
}

/**
 * Serves the demonstration intranet with a guide that was built.
 *
 * @param {string} guide - the folder of the built guide
 */
export async function serveDemo(guide) {
  const server = createServer(({url = '/'}, response) => {
    const [, top = '', ...rest] = posix.normalize(new URL(url, 'http://here').pathname).split('/')
    const file = top === 'guide' || top === 'dsg' ? join(guide, ...rest) : join(ROOT, 'hosts/intranet', top, ...rest)
    const type = TYPES[extname(file)]
    if (type && existsSync(file)) response.writeHead(200, {'Content-Type': type}).end(readFileSync(file))
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {address: `http://localhost:${port}/index.html`, close: () => server.closeAllConnections() ?? server.close()}
}
