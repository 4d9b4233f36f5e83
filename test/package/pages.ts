import {createServer, type Server} from 'node:http'
import {readFile} from 'node:fs/promises'
import {extname, join, normalize} from 'node:path'
import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import puppeteer, {type Browser} from 'puppeteer-core'
import {launchOptions} from '../../scripts/browsers/browsers.mjs'

const TYPES: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.css': 'text/css',
}

/** What a person sees of a page. */
export interface Seen {
  /** The text of the quiz on it. */
  quiz: string
  /** Tags of ours that are registered. */
  tags: string[]
  /** What went to the console, and what was not found. */
  complaints: string[]
}

/** A folder on a plain web server, and a browser to look at it with. */
export class Pages {
  readonly #server: Server
  readonly #browser: Browser

  private constructor(server: Server, browser: Browser) {
    this.#server = server
    this.#browser = browser
  }

  static async open(folder: string): Promise<Pages> {
    // The browser first: where it does not start, there is no server that would have to be stopped.
    const browser = await puppeteer.launch(launchOptions('chromium'))
    const server = createServer((request, response) => {
      const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
      readFile(join(folder, path)).then(
        body => response.writeHead(200, {'content-type': TYPES[extname(path)] ?? 'application/octet-stream'}).end(body),
        () => response.writeHead(404).end())
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Pages(server, browser)
  }

  /** Opens a page, and waits until the quiz on it asks something. */
  async see(path: string): Promise<Seen> {
    const page = await this.#browser.newPage()
    const complaints: string[] = []
    page.on('console', message => { if (['error', 'warn'].includes(message.type())) complaints.push(message.text()) })
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('response', response => {
      if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`)
    })
    const {port} = this.#server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/${path}`)
    const asked = await page.waitForFunction(
      () => document.querySelector('dsg-quiz')?.shadowRoot?.querySelector('form')?.innerText, {timeout: 15_000},
    ).catch(() => undefined)
    const quiz = await asked?.jsonValue() ?? ''
    const tags = await page.evaluate(() =>
      ['dsg-quiz', 'dsg-guide', 'dsg-profile'].filter(tag => customElements.get(tag) !== undefined))
    await page.close()
    return {quiz, tags, complaints}
  }

  async close(): Promise<void> {
    await this.#browser.close()
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
