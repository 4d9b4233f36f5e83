import {once} from 'node:events'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {build} from 'vite'

/** A page that runs one script. Its address stays the same, however often a browser is started. */
export interface Site {
  address: string
  close(): void
}

/**
 * @param entry - path of a TypeScript file; what it imports comes with it
 * @param hear - called with what the page posts to `/tell`
 */
export async function serveScript(entry: string, hear: (body: string) => void = () => {}): Promise<Site> {
  const script = await bundled(entry)
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = ''
      request.on('data', (chunk: Buffer) => { body += chunk.toString() })
      request.on('end', () => {
        hear(body)
        response.writeHead(204).end()
      })
      return
    }
    const isScript = request.url === '/script.js'
    response.writeHead(200, {'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8'})
    response.end(isScript ? script : '<!doctype html><title>Page</title><script type="module" src="/script.js"></script>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    // Bundled into one file, because parts that are loaded later have no address here.
    build: {
      write: false, target: 'es2022', lib: {entry, formats: ['es']}, rolldownOptions: {output: {codeSplitting: false}},
    },
  })
  const output = Array.isArray(result) ? result[0]! : result
  if (!('output' in output)) throw new Error(`${entry} was watched, not built`)
  return output.output[0].code
}
