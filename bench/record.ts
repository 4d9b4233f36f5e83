/**
 * What a long record costs: opening it, deriving progress from it, and saving one more answer, in each engine that is
 * here and that a script can start. Run it with `npm run bench:record`, on a computer that does nothing else.
 */
import {fileURLToPath} from 'node:url'
import puppeteer from 'puppeteer-core'
import {findBrowsers, launchOptions} from '../scripts/browsers/browsers.mjs'
import {serveScript} from '../scripts/browsers/serve-script.js'
import {quantile, short, table} from './lib/figures.js'
import {report} from './lib/report.js'
import type {Measured} from './record.page.js'

interface Row { what: string; limitMs?: number; of: 'median' | 'p95'; times: number[] }

const found = findBrowsers()
const site = await serveScript(fileURLToPath(new URL('record.page.ts', import.meta.url)))
const engines = ['chromium', 'firefox'] as const
const {say, end} = report('record', '5,000 events', engines.every(engine => found[engine]))
try {
  for (const engine of engines) {
    if (found[engine]) await bench(engine)
    else console.log(`\nLeft out ${engine}: not on this machine.`)
  }
  end()
} finally {
  site.close()
}

async function bench(engine: 'chromium' | 'firefox'): Promise<void> {
  const browser = await puppeteer.launch(launchOptions(engine))
  try {
    const page = await browser.newPage()
    await page.goto(site.address)
    await page.waitForFunction('window.measured')
    const measured = await page.evaluate('window.measured') as Measured
    say(`In ${await browser.version()}`)
    say(table(['ms', 'median', 'p5', 'p95', 'rounds', 'limit'], rowsOf([
      {what: 'open an empty record', of: 'median', times: measured.openEmpty},
      {what: 'open 5,000 events', of: 'median', times: measured.openFull},
      {what: '5,000 events more than empty', of: 'median', limitMs: 100, times: differences(measured)},
      {what: 'derive progress from 5,000', of: 'median', limitMs: 10, times: measured.derive},
      {what: 'answer to "Saved", empty', of: 'p95', limitMs: 300, times: measured.save},
      {what: 'answer to "Saved", 5,000', of: 'p95', limitMs: 300, times: measured.saveInFull},
    ])))
  } finally {
    await browser.close()
  }
}

function differences({openEmpty, openFull}: Measured): number[] {
  return openFull.map((full, i) => full - openEmpty[i]!)
}

function rowsOf(rows: Row[]): string[][] {
  return rows.map(({what, limitMs, of, times}) => {
    const [median, low, high] = [0.5, 0.05, 0.95].map(share => quantile(times, share)) as [number, number, number]
    const isKept = limitMs === undefined || (of === 'p95' ? high : median) < limitMs
    if (!isKept) process.exitCode = 1
    return [what, short(median), short(low), short(high), String(times.length),
      limitMs === undefined ? '' : `${of} under ${limitMs}: ${isKept ? 'yes' : 'NO'}`]
  })
}
