import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import {extname, join, normalize} from 'node:path'
import {after, before, describe, it} from 'node:test'
import {promisify} from 'node:util'
import type {Browser} from 'puppeteer-core'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {openChromium} from '../hosts/browsers.js'
import {portOf} from '../port-of.mjs'

interface Entry { id: string; title: string; type: 'docs' | 'story' }

const TYPES: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const folder = mkdtempSync(join(tmpdir(), 'dsg-storybook-'))
let server: Server
let browser: Browser
let entries: Entry[]

before(async () => {
  const run = promisify(execFile)
  const node = (...words: string[]): Promise<unknown> => run(process.execPath, words, {cwd: REPOSITORY, maxBuffer: 1e8})
  await node('node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--config', 'custom-elements-manifest.config.mjs')
  await node('node_modules/storybook/dist/bin/dispatcher.js', 'build', '--quiet', '--output-dir', folder)
  entries = Object.values((JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {entries: Record<string, Entry>}).entries)
  server = createServer(({url = '/'}, response) => {
    const {pathname} = new URL(url, 'http://here')
    const file = join(folder, normalize(pathname === '/' ? 'index.html' : pathname))
    const type = TYPES[extname(file)]
    if (type && existsSync(file)) response.writeHead(200, {'Content-Type': type}).end(readFileSync(file))
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  browser = await openChromium()
})

after(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
  rmSync(folder, {recursive: true, force: true})
})

/** Opens a page of Storybook, and returns what went wrong on it and the words that are on it. */
async function opened(path: string, ready: string): Promise<{wrong: string[]; shown: string}> {
  const page = await browser.newPage()
  const here = `http://localhost:${portOf(server)}/`
  const wrong: string[] = []
  page.on('console', message => {
    const about = `${message.text()} ${message.location().url ?? ''}`
    if (message.type() === 'error' && !about.includes('no-such-pack')) wrong.push(about)
  })
  page.on('pageerror', error => wrong.push(String(error)))
  page.on('request', request => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(here)) wrong.push(`asked ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400 && !response.url().includes('no-such-pack')) wrong.push(`${response.status()} ${response.url()}`)
  })
  try {
    await page.goto(here + path)
    await page.waitForFunction(`document.querySelector(${JSON.stringify(ready)})`, {timeout: 30_000})
    await page.waitForNetworkIdle({idleTime: 200, timeout: 30_000})
    return {wrong, shown: await page.evaluate(() => document.body.innerText)}
  } finally {
    await page.close()
  }
}

const DOCS = '#storybook-docs:not([hidden]) h1'

describe('Storybook', () => {
  it('opens with the welcome: what this is, for whom, and a part to try', async () => {
    assert.equal(entries[0]?.title, 'Welcome')
    assert.equal(entries[0]?.type, 'docs')
    const {wrong, shown} = await opened('', '#storybook-preview-iframe')
    assert.deepEqual(wrong, [])
    assert.match(shown, /Welcome/)
    const page = await browser.newPage()
    await page.goto(`http://localhost:${portOf(server)}/iframe.html?id=${entries[0].id}&viewMode=docs`)
    const asked = await page.waitForFunction(() =>
      document.querySelector('dsg-quiz')?.shadowRoot?.querySelector('form input')?.closest('form')?.textContent)
    assert.match(String(await asked.jsonValue()), /Question 1 of/)
    await page.close()
  })

  // A page of the docs shows every story of its element.
  it('says nothing is wrong in the console of any page of its docs, asks no other site, and shows no inner state', async () => {
    const docs = entries.filter(({type}) => type === 'docs')
    assert.ok(docs.length > 10)
    for (const {id, title} of docs) {
      const {wrong, shown} = await opened(`iframe.html?id=${id}&viewMode=docs`, DOCS)
      assert.deepEqual(wrong, [], title)
      assert.doesNotMatch(shown, /^(focusNext|timesCleared|isMissing|renderGuide)\b/m, title)
    }
  })
})
