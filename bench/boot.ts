/**
 * How long until somebody can answer: `npm run bench:boot`, or `npm run bench:boot -- --peers` to fetch from npm what
 * people would pick instead, or `-- --before FOLDER` to measure a site that another version built, in the same run. In
 * Chromium, with its processor slowed 4 times and a phone's network.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {extname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {gzipSync} from 'node:zlib'
import type {Browser} from 'puppeteer-core'
import {compileContent} from '../cli/content/compile-content.js'
import {elementsBundle, readChunks} from '../cli/bundle/built-elements.js'
import type {ChoiceQuestion} from '../components/model/guide/question.js'
import {builtPage, peerPages, plainPages, sitePages, type BootPage} from './lib/boot-pages.js'
import {startChromium} from './lib/chromium.js'
import {quantile, short, table} from './lib/figures.js'
import {report, words} from './lib/report.js'

const MODULE = 'spot-suspicious-email'
const ROUNDS = Number(process.env.ROUNDS ?? 9)
const {values: {peers: withPeers, before}} = parseArgs({args: words, options: {peers: {type: 'boolean'}, before: {type: 'string'}}})
const SLOWER = 4
/** What Lighthouse calls a phone on a slow 4G network. */
const NETWORK = {offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8}
const TYPES: Record<string, string> = {'.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html', '.css': 'text/css'}

interface Visit { ms: number; bytes: number; shift: number }

const content = fileURLToPath(new URL('../content', import.meta.url))
const {guide} = compileContent(content)
const module = guide.modules.find(({id}) => id === MODULE)!
const question = module.questions.find(({type}) => type === 'choice') as ChoiceQuestion
const folder = mkdtempSync(join(tmpdir(), 'dsg-bench-'))
const browser = await startChromium()
if (browser) {
  try {
    execFileSync('npm', ['run', '--silent', 'dsg', '--', 'build', content, '--out', join(folder, 'site')], {stdio: 'ignore'})
    const peers = withPeers ? await peerPages(question) : []
    const site = join(folder, 'site')
    const ours = [...sitePages(site, MODULE), builtPage(site, guide, module, readChunks(await elementsBundle(() => {})))]
    const earlier = before ? sitePages(resolve(before), MODULE, ', before') : []
    await measure(browser, [...await plainPages(question), ...ours, ...earlier, ...peers])
  } finally {
    await browser.close()
    rmSync(folder, {recursive: true})
  }
}

async function measure(browser: Browser, pages: BootPage[]): Promise<void> {
  const {say, end} = report('boot', `${ROUNDS} rounds; ${await browser.version()}`, withPeers && !before)
  const visits = new Map<string, Visit[]>(pages.map(({name}) => [name, []]))
  // In turns, so that whatever else the machine does hits all alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const page of pages) visits.get(page.name)!.push(await visit(browser, page, round))
  }
  const msOf = (name: string) => quantile(visits.get(name)!.map(({ms}) => ms), 0.5)
  say(table(['page', 'usable after ms', 'least', 'most', 'over bare Lit', 'kB fetched', 'layout shift'], pages.map(({name}) => {
    const all = visits.get(name)!
    const times = all.map(({ms}) => ms)
    return [name, short(msOf(name)), short(Math.min(...times)), short(Math.max(...times)), (msOf(name) / msOf('bare Lit')).toFixed(2),
      short(all[0]!.bytes / 1000), Math.max(...all.map(({shift}) => shift)).toFixed(3)]
  })))
  end()
}

/** A first visit, with nothing kept from another. In a round, all quizzes draw the same questions: some need more code. */
async function visit(browser: Browser, {html, files}: BootPage, round: number): Promise<Visit> {
  let bytes = 0
  const server = createServer(({url}, response) => {
    const path = new URL(url!, 'http://here').pathname
    const body = path === '/' ? Buffer.from(html) : files.get(path)
    const sent = body && gzipSync(body)
    if (!sent) return response.writeHead(404).end()
    bytes += sent.length
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'text/html', 'Content-Encoding': 'gzip', 'Content-Length': sent.length,
      'Cache-Control': path.includes('/chunks/') ? 'max-age=31536000, immutable' : 'max-age=60',
    }).end(sent)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    const devtools = await page.createCDPSession()
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', NETWORK)
    await devtools.send('Emulation.setCPUThrottlingRate', {rate: SLOWER})
    // tsx marks functions with a helper that the page does not have.
    await page.evaluateOnNewDocument('globalThis.__name = it => it')
    await page.evaluateOnNewDocument(drawAlike, round)
    await page.evaluateOnNewDocument(watch)
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction('window.usable', {timeout: 60_000})
    return {bytes, ...await page.evaluate('window.usable') as {ms: number; shift: number}}
  } finally {
    await context.close()
    server.closeAllConnections()
    server.close()
  }
}

/** Runs in the page: what is drawn by chance is drawn by the round. */
function drawAlike(round: number): void {
  let state = round + 1
  crypto.getRandomValues = array => {
    const bytes = new Uint8Array(array.buffer)
    for (let i = 0; i < bytes.length; i++) bytes[i] = (state = Math.imul(state, 48_271) >>> 0) >>> 24
    return array
  }
  crypto.randomUUID = () => crypto.getRandomValues(new Uint8Array(16)).reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as ReturnType<Crypto['randomUUID']>
}

/** Runs in the page: notes when a radio button or a checkbox is drawn, however deep, and how far things have jumped. */
function watch(): void {
  let shift = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & {value: number}).value
  }).observe({type: 'layout-shift', buffered: true})
  const isIn = (root: ParentNode): boolean => [...root.querySelectorAll('*')].some(element =>
    // quizdown hides its radio buttons, and draws their labels instead.
    (element.matches('input, sl-radio:defined, .quizdown-content label') && element.getClientRects().length > 0)
    || (element.shadowRoot !== null && isIn(element.shadowRoot)))
  const look = () => {
    if (document.body && isIn(document)) {
      // The frame after this one shows it.
      requestAnimationFrame(() => Object.assign(window, {usable: {ms: performance.now(), shift}}))
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
