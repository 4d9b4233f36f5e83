import {fileURLToPath} from 'node:url'
import type {Browser, Page} from 'puppeteer-core'
import {PACK_VERSION, type SearchFile} from '../../components/model/pack/files.js'
import type {SearchSection} from '../../components/model/guide/guide.js'
import type {Synonym} from '../../components/model/guide/glossary.js'
import {buildIndex} from '../../components/search/build-index.js'
import {serveScript} from '../../scripts/browsers/serve-script.js'
import type {MeasuredOpening} from '../search.page.js'
import {startChromium} from './chromium.js'
import {quantile, short, table} from './figures.js'

/** How often opening is measured, each time on a new page. */
const ROUNDS = 5

/** What the first search and then a keystroke costs on a page in Chromium, as tables with what is over them; none without it. */
export async function inChromium(
  sections: readonly SearchSection[], synonyms: readonly Synonym[], typed: readonly string[], limitMs: number,
): Promise<string[]> {
  const browser = await startChromium()
  if (!browser) return []
  const site = await serveScript(fileURLToPath(new URL('../search.page.ts', import.meta.url)))
  try {
    const index = buildIndex(sections)
    const before = await openings(browser, site.address, JSON.stringify({
      format: 'dsg-search', version: PACK_VERSION, sections: [...sections], synonyms: [...synonyms], index,
    } satisfies SearchFile))
    const page = await pageAt(browser, site.address)
    const {ours, miniSearch} = await page.evaluate(
      (...given) => window.measureSearch(...given), index, [...sections], [...synonyms], [...typed], limitMs,
    )
    const both = Math.min(ours.length, miniSearch.length)
    const rows: [string, number[]][] = [
      ['ours', ours], ['ours, on the same as MiniSearch', ours.slice(0, both)], ['MiniSearch', miniSearch],
    ]
    const typing = table(['library', 'keystroke ms p50', 'p95', 'most', 'keystrokes'], rows.map(([name, times]) =>
      [name, ...[0.5, 0.95, 1].map(share => short(quantile(times, share))), String(times.length)]))
    return [`The same in ${await browser.version()}: before the first search, then typing`, before, typing]
  } finally {
    await browser.close()
    site.close()
  }
}

/** A table of how long a page is busy with a search file before it can search, at full speed and on a slow computer. */
async function openings(browser: Browser, address: string, file: string): Promise<string> {
  const rows: string[][] = []
  for (const slowdown of [1, 4]) {
    const rounds: MeasuredOpening[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const page = await pageAt(browser, address)
      await page.emulateCPUThrottling(slowdown)
      rounds.push(await page.evaluate(text => window.measureOpening(text), file))
      await page.close()
    }
    const median = (of: (round: MeasuredOpening) => number): string => short(quantile(rounds.map(of), 0.5))
    rows.push([
      slowdown === 1 ? 'as it is' : `${slowdown} times slower`, median(({parsing}) => parsing), median(({checking}) => checking),
      median(({opening}) => opening), median(({parsing, checking, opening}) => parsing + checking + opening),
      median(({building}) => building),
    ])
  }
  return table(['processor', 'ms to parse', 'to check', 'to open', 'together', 'to make an index'], rows)
}

async function pageAt(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(address)
  await page.waitForFunction('window.measureSearch')
  return page
}
