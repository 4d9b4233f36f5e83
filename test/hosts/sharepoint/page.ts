import {readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Stricter than SharePoint's own, which still allows eval and styles in the page. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'"
const TYPES: Record<string, string> = {'.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html'}
const STAND_IN = fileURLToPath(new URL('stand-in.js', import.meta.url))
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page of an intranet</title></head><body><div id="part"></div>
<script src="/stand-in.js"></script><script src="/words.js"></script><script src="/part.js"></script></body></html>`

/** What the stand-in makes of the package's script. */
export interface WebPart {
  domElement: HTMLElement
  properties: Record<string, unknown>
  render(): void
  onThemeChanged(theme: object): void
  onPropertyPaneConfigurationStart(): void
  onPropertyPaneFieldChanged(path: string, before: unknown, now: unknown): void
  getPropertyPaneConfiguration(): {pages: {groups: {groupFields: Field[]}[]}[]}
}

export interface Field { name: string; text?: string; options?: {key: string; text: string}[] }

declare global {
  interface Window {
    WebPart: new () => WebPart
    part: WebPart
    /** What the page's security policy did not allow. */
    violations: string[]
  }
}

/** A site with one page that has the web part on it, and the guide's files beside it, as in a document library. */
export class PageOfSharePoint {
  readonly #server: Server
  readonly address: string

  private constructor(server: Server) {
    this.#server = server
    this.address = `http://localhost:${(server.address() as AddressInfo).port}`
  }

  /**
   * @param files - of the package, by path
   * @param guide - folder of a guide that was built
   */
  static async start(files: Record<string, Uint8Array>, guide: string): Promise<PageOfSharePoint> {
    const script = (name: RegExp) => Object.entries(files).find(([path]) => name.test(path))![1]
    const pages: Record<string, string | Uint8Array> = {
      '/page.html': PAGE,
      '/stand-in.js': readFileSync(STAND_IN),
      '/words.js': script(/Strings_en-us_\w+\.js$/),
      '/part.js': script(/web-part_\w+\.js$/),
      '/details.json': JSON.stringify({it_service_desk: 'ext 4444'}),
      '/faulty.json': JSON.stringify({it_service_desk: ['ext 4444']}),
    }
    const server = createServer((request, response) => {
      const {pathname} = new URL(request.url ?? '/', 'http://localhost')
      try {
        const body = pages[pathname] ?? readFileSync(join(guide, pathname.replace(/^\/guide\//, '')))
        const type = TYPES[extname(pathname)] ?? 'application/octet-stream'
        response.writeHead(200, {'content-type': type, 'content-security-policy': POLICY}).end(body)
      } catch {
        response.writeHead(404).end()
      }
    })
    server.listen(0, 'localhost')
    await once(server, 'listening')
    return new PageOfSharePoint(server)
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
