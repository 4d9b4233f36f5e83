import {readFile} from 'node:fs/promises'
import type {ServerResponse} from 'node:http'
import {join, resolve} from 'node:path'
import type {Connect, ViteDevServer} from 'vite'
import {isInside} from '../terminal/paths.js'
import {HTML, type ServedFile} from './pack.js'

/** Where a host page finds the pack. */
const GUIDE = '/guide/'
/** Where pages find the elements: those of the host, and those of the pack itself. The frame page has a script of its own. */
export const SCRIPTS = ['/dsg/dsg.js', `${GUIDE}dsg.js`, `${GUIDE}embed.js`, `${GUIDE}dsg-frame.js`]

/** A file of the pack as it is now; `path` is relative to `guide.json`. */
export type FindFile = (path: string) => ServedFile | undefined

/** Answers for the pack and the host's pages; the rest is Vite's. */
export function previewRoutes(vite: ViteDevServer, host: string, findPackFile: FindFile): Connect.NextHandleFunction {
  const answer = async (url: string, response: ServerResponse): Promise<boolean> => {
    const asked = pathOf(url)
    if (SCRIPTS.includes(asked)) return false
    const path = asked.endsWith('/') ? `${asked}index.html` : asked
    const file = path.startsWith(GUIDE) ? findPackFile(path.slice(GUIDE.length)) : await hostPage(host, path)
    if (file) {
      // Adds Vite's client, an external script, which reloads the page when something changed.
      const body = file.type === HTML ? await vite.transformIndexHtml(path, String(file.body)) : file.body
      send(response, 200, {...file, body})
    } else if (path.startsWith(GUIDE)) {
      const body = `The guide has no file "${path.slice(GUIDE.length)}".\n`
      send(response, 404, {type: 'text/plain; charset=utf-8', body})
    }
    return file !== undefined || path.startsWith(GUIDE)
  }
  return (request, response, next) => {
    answer(request.url ?? '/', response).then(isAnswered => isAnswered || next(), next)
  }
}

async function hostPage(host: string, page: string): Promise<ServedFile | undefined> {
  const file = join(host, page)
  if (!page.endsWith('.html') || !isInside(resolve(file), resolve(host))) return undefined
  const body = await readFile(file, 'utf8').catch(() => undefined)
  return body === undefined ? undefined : {type: HTML, body}
}

/** The path of an address; '' when the address is malformed, which is the path of no file. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''))
  } catch {
    return ''
  }
}

function send(response: ServerResponse, status: number, {type, body}: ServedFile): void {
  response.writeHead(status, {'content-type': type, 'cache-control': 'no-store'}).end(body)
}
