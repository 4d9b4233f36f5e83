import assert from 'node:assert/strict'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as after} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {describe, it} from 'node:test'
import puppeteer from 'puppeteer-core'
import type {Browser} from 'puppeteer-core'
import {serveScript} from './serve-script.js'
import type {Word} from './writer.js'

const {findBrowsers} = await import(new URL('../../scripts/browsers.mjs', import.meta.url).href) as
  {findBrowsers(): {chromium?: {executable: string}}}
const {chromium} = findBrowsers()
const isAbsent = chromium ? false : 'Chromium is not on this machine'

const KILLS = 24
/** A page that has not said a word for so long never will. */
const SILENT_MS = 20_000
/**
 * Of a Chromium started again after a kill, on a busy computer, sometimes not even the page's first word arrives, which is
 * said before our store is opened. It is killed like the others, and the next must find everything.
 */
const UNANSWERED = 2
/** The browser is killed within so long of the first answer that was shown as saved. */
const LIVES_MS = 300

/** What one device has, and what its pages showed. */
class Device {
  readonly shown = new Set<string>()
  readonly #profile = mkdtempSync(join(tmpdir(), 'dsg-killed-'))
  readonly #waiting = new Map<keyof Word, (word: Word) => void>()

  hear = (body: string): void => {
    const word = JSON.parse(body) as Word
    for (const id of word.showedSaved ?? []) this.shown.add(id)
    for (const key of Object.keys(word) as (keyof Word)[]) {
      this.#waiting.get(key)?.(word)
      this.#waiting.delete(key)
    }
  }

  /** The next word of a kind; undefined when the page stays silent. */
  async says(key: keyof Word): Promise<Word | undefined> {
    const waiting = new AbortController()
    const word = new Promise<Word>(resolve => this.#waiting.set(key, resolve))
    const silence = after(SILENT_MS, undefined, {signal: waiting.signal})
    return Promise.race([word, silence]).finally(() => waiting.abort())
  }

  start(): Promise<Browser> {
    return puppeteer.launch({
      executablePath: chromium!.executable,
      userDataDir: this.#profile,
      args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    })
  }

  forget(): void {
    rmSync(this.#profile, {recursive: true, force: true, maxRetries: 5})
  }
}

/** All its processes at once, without a word: nothing is flushed, closed or told. */
async function kill(browser: Browser): Promise<void> {
  const main = browser.process()!
  const ended = once(main, 'exit')
  // The driver starts it as the head of a group of its own, except on Windows, which has none.
  if (process.platform === 'win32') main.kill('SIGKILL')
  else process.kill(-main.pid!, 'SIGKILL')
  await ended
}

describe('Chromium on a device of a learner who agreed', {skip: isAbsent, timeout: 180_000}, () => {
  const entry = fileURLToPath(new URL('writer.ts', import.meta.url))

  it(`loses nothing that the page showed as saved when it is killed ${KILLS} times while it writes`, async () => {
    const device = new Device()
    const site = await serveScript(entry, device.hear)
    let browser: Browser | undefined
    let unanswered = 0
    try {
      for (let i = 0; i <= KILLS; i++) {
        const before = [...device.shown]
        const [opened, saved] = [device.says('found'), device.says('showedSaved')]
        browser = await device.start()
        const page = await browser.newPage()
        await page.goto(site.address)
        const found = (await opened)?.found
        if (found) {
          assert.equal(new Set(found).size, found.length, 'an event is there twice')
          const there = new Set(found)
          assert.deepEqual(before.filter(id => !there.has(id)), [], `lost in kill ${i} of ${KILLS}`)
          assert.ok(await saved, `The page has shown nothing as saved for ${SILENT_MS} ms.`)
          await after(Math.random() * LIVES_MS)
        } else {
          unanswered += 1
          assert.ok(unanswered <= UNANSWERED, `Chromium answered its page nothing in ${unanswered} of ${i + 1} starts.`)
        }
        await kill(browser)
        browser = undefined
      }
      assert.ok(device.shown.size > KILLS * 5, `only ${device.shown.size} events were shown as saved`)
    } finally {
      if (browser) await kill(browser) // It would keep this process, and all that wait for it.
      site.close()
      device.forget()
    }
  })

  it('loses nothing that the page showed as saved when the disk is really full', async () => {
    const device = new Device()
    const site = await serveScript(entry, device.hear)
    const browser = await device.start()
    try {
      const page = await browser.newPage()
      const session = await page.createCDPSession()
      await session.send('Storage.overrideQuotaForOrigin', {origin: site.address, quotaSize: 3_000_000})
      const stopped = device.says('saving')
      await page.goto(`${site.address}?text=100000`)
      assert.equal((await stopped)?.saving, 'full')
      const opened = device.says('found')
      await page.reload()
      const found = (await opened)?.found
      assert.ok(found, `The page has not told what it found for ${SILENT_MS} ms.`)
      assert.equal(new Set(found).size, found.length)
      assert.deepEqual([...device.shown].filter(id => !found.includes(id)), [])
      assert.ok(device.shown.size > 3, `only ${device.shown.size} events were shown as saved`)
    } finally {
      await browser.close()
      site.close()
      device.forget()
    }
  })
})
