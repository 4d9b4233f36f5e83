import {once} from 'node:events'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as after} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import puppeteer from 'puppeteer-core'
import type {Browser} from 'puppeteer-core'
import {launchOptions} from '../../scripts/browsers/browsers.mjs'
import {serveScript} from '../../scripts/browsers/serve-script.js'
import type {Site} from '../../scripts/browsers/serve-script.js'
import type {Word} from './writer.js'

/** A page that has not said a word for so long never will. */
const SILENT_MS = 20_000

const DATABASE = /Default.IndexedDB.http_[^_]+_\d+\.indexeddb\.leveldb.\d+\.log$/

/**
 * Sites that browsers treat in two ways: what comes from this machine counts as secure, as https does, and a host by another
 * name is as an intranet on plain http. `files` are what a kill can tear: the logs of databases and of their copies, the
 * copies themselves, and the log of what files there are.
 */
const SITES = {
  'a secure site': {
    host: '127.0.0.1', files: {database: DATABASE, copy: /Default.WebStorage.\d+.IndexedDB.indexeddb\.leveldb.\d+\.log$/},
  },
  'plain http': {
    host: 'intranet.example', files: {
      database: DATABASE, copy: /Default.File System.\d+.t.\d+.\d+$/, list: /Default.File System.\d+.t.Paths.\d+\.log$/,
    },
  },
} as const
export type SiteKind = keyof typeof SITES
export type Torn = 'database' | 'copy' | 'list'

/** A device with Chromium on it, and one page, which runs `writer.ts`. */
export class Device {
  /** Ids of what its pages showed as saved. */
  readonly shown = new Set<string>()
  readonly #profile = mkdtempSync(join(tmpdir(), 'dsg-killed-'))
  readonly #waiting = new Map<keyof Word, (word: Word) => void>()
  readonly #kind: {host: string; files: Partial<Record<Torn, RegExp>>}
  #site: Site | undefined
  #browser: Browser | undefined

  constructor(kind: SiteKind = 'a secure site') {
    this.#kind = SITES[kind]
  }

  /** Where the page is. */
  async address(): Promise<string> {
    const entry = fileURLToPath(new URL('writer.ts', import.meta.url))
    this.#site ??= await serveScript(entry, body => this.#hear(JSON.parse(body) as Word))
    return this.#site.address.replace('127.0.0.1', this.#kind.host)
  }

  /** The next word of a kind. @throws when the page stays silent */
  async says<K extends keyof Word>(key: K): Promise<NonNullable<Word[K]>> {
    const waiting = new AbortController()
    const word = new Promise<Word>(resolve => this.#waiting.set(key, resolve))
    const silence = after(SILENT_MS, undefined, {signal: waiting.signal})
    const said = await Promise.race([word, silence]).finally(() => waiting.abort())
    const value = said?.[key]
    if (value === undefined) throw new Error(`The page has not said "${key}" for ${SILENT_MS} ms.`)
    return value
  }

  async start(): Promise<Browser> {
    const {args, ...options} = launchOptions('chromium')
    const rule = `--host-resolver-rules=MAP ${this.#kind.host} 127.0.0.1`
    this.#browser = await puppeteer.launch({...options, args: [...args, rule], userDataDir: this.#profile})
    return this.#browser
  }

  /**
   * Starts the browser, and shows the page until it has saved something.
   *
   * @returns ids of what the page had once it had opened its record, and of what it had shown before and had no more
   */
  async visit(): Promise<{found: string[]; lost: string[]}> {
    const before = [...this.shown]
    const [address, browser] = [await this.address(), await this.start()]
    const page = await browser.newPage()
    const [found] = await Promise.all([this.says('found'), this.says('showedSaved'), page.goto(address)])
    return {found, lost: missing(before, found)}
  }

  /** All its processes at once, without a word: nothing is flushed, closed or told. */
  async kill(): Promise<void> {
    const main = this.#browser?.process()
    this.#browser = undefined
    if (!main) return
    const ended = once(main, 'exit')
    // The driver starts it as the head of a group of its own, except on Windows, which has none.
    if (process.platform === 'win32') main.kill('SIGKILL')
    else process.kill(-main.pid!, 'SIGKILL')
    await ended
  }

  /** Leaves nothing behind, whatever happened: a browser that lives on would keep the process that started it. */
  async forget(): Promise<void> {
    await this.kill()
    this.#site?.close()
    rmSync(this.#profile, {recursive: true, force: true, maxRetries: 5})
  }

  /** The path of what a kill can tear. */
  path(torn: Torn): string {
    const pattern = this.#kind.files[torn]!
    const found = readdirSync(this.#profile, {recursive: true, encoding: 'utf8'}).filter(path => pattern.test(path))
    if (found.length !== 1) throw new Error(`${found.length} files are like ${String(pattern)}:\n${found.join('\n')}`)
    return join(this.#profile, found[0]!)
  }

  #hear(word: Word): void {
    for (const id of word.showedSaved ?? []) this.shown.add(id)
    for (const key of Object.keys(word) as (keyof Word)[]) {
      this.#waiting.get(key)?.(word)
      this.#waiting.delete(key)
    }
  }
}

export function missing(shown: Iterable<string>, found: readonly string[]): string[] {
  const there = new Set(found)
  return [...shown].filter(id => !there.has(id))
}
