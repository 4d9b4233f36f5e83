import {fileURLToPath} from 'node:url'
import puppeteer from 'puppeteer-core'
import type {SearchSection} from '../../components/model/guide.js'
import {buildIndex} from '../../components/search/build-index.js'
import type {Synonym} from '../../components/search/synonyms.js'
import {serveScript} from '../../test/crash/serve-script.js'
import type {MeasuredPage} from '../search.page.js'
import {quantile, short, table} from './figures.js'

/** Prints what a keystroke costs on a page in Chromium, when this machine has it. */
export async function inChromium(
  sections: readonly SearchSection[], synonyms: readonly Synonym[], typed: readonly string[], limitMs: number,
): Promise<void> {
  const {findBrowsers} = await import(new URL('../../scripts/browsers.mjs', import.meta.url).href) as
    {findBrowsers(): {chromium?: {executable: string}}}
  const executablePath = findBrowsers().chromium?.executable
  if (!executablePath) return console.log('\nLeft out Chromium: not on this machine.')
  const site = await serveScript(fileURLToPath(new URL('../search.page.ts', import.meta.url)))
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // Building the peer's index of 30,000 sections takes longer than puppeteer waits unless told.
  const browser = await puppeteer.launch({
    executablePath, args: ['--disable-gpu', '--no-first-run', ...root], protocolTimeout: 600_000,
  })
  try {
    const page = await browser.newPage()
    await page.goto(site.address)
    await page.waitForFunction('window.measureSearch')
    const {opening, ours, miniSearch} = await page.evaluate(
      (...given) => window.measureSearch(...given), buildIndex(sections, synonyms), [...sections], [...typed], limitMs,
    ) as MeasuredPage
    const version = await browser.version()
    console.log(`\n### ${version}, ${sections.length} sections; opening our index took ${short(opening)} ms\n`)
    const both = Math.min(ours.length, miniSearch.length)
    const rows: [string, number[]][] = [
      ['ours', ours], ['ours, on the same as MiniSearch', ours.slice(0, both)], ['MiniSearch', miniSearch],
    ]
    console.log(table(['library', 'keystroke ms p50', 'p95', 'most', 'keystrokes'], rows.map(([name, times]) =>
      [name, ...[0.5, 0.95, 1].map(share => short(quantile(times, share))), String(times.length)])))
  } finally {
    await browser.close()
    site.close()
  }
}
