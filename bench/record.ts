/**
 * What a long record costs: opening it, deriving progress from it, and saving one more answer, in each engine that is
 * here and that a script can start. Run it with `npm run bench:record`, on a computer that does nothing else.
 */
import {cpus} from 'node:os'
import {fileURLToPath} from 'node:url'
import puppeteer from 'puppeteer-core'
import {findBrowsers, launchOptions} from '../scripts/browsers/browsers.mjs'
import {serveScript} from '../test/crash/serve-script.js'
import type {Measured} from './record.page.js'

interface Row { what: string; limitMs?: number; of: 'median' | 'p95'; times: number[] }

const found = findBrowsers()
const site = await serveScript(fileURLToPath(new URL('record.page.ts', import.meta.url)))
console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`)
try {
  for (const engine of ['chromium', 'firefox'] as const) {
    if (found[engine]) await bench(engine)
    else console.log(`\nLeft out ${engine}: not on this machine.`)
  }
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
    print(await browser.version(), [
      {what: 'open an empty record', of: 'median', times: measured.openEmpty},
      {what: 'open 5,000 events', of: 'median', times: measured.openFull},
      {what: '5,000 events more than empty', of: 'median', limitMs: 100, times: differences(measured)},
      {what: 'derive progress from 5,000', of: 'median', limitMs: 10, times: measured.derive},
      {what: 'answer to "Saved", empty', of: 'p95', limitMs: 300, times: measured.save},
      {what: 'answer to "Saved", 5,000', of: 'p95', limitMs: 300, times: measured.saveInFull},
    ])
  } finally {
    await browser.close()
  }
}

function differences({openEmpty, openFull}: Measured): number[] {
  return openFull.map((full, i) => full - openEmpty[i]!)
}

function print(version: string, rows: Row[]): void {
  console.log(`\n${version}\n`)
  console.log(line(['ms', 'median', 'p5', 'p95', 'rounds', 'limit', '']))
  for (const {what, limitMs, of, times} of rows) {
    const [median, low, high] = [0.5, 0.05, 0.95].map(part => quantile(times, part)) as [number, number, number]
    const isKept = limitMs === undefined || (of === 'p95' ? high : median) < limitMs
    console.log(line([what, median.toFixed(1), low.toFixed(1), high.toFixed(1), String(times.length),
      limitMs === undefined ? '' : `${of} < ${limitMs}`, limitMs === undefined ? '' : isKept ? 'kept' : 'BROKEN']))
    if (!isKept) process.exitCode = 1
  }
}

function line([what = '', ...cells]: string[]): string {
  return what.padEnd(30) + cells.map((cell, i) => i < 4 ? cell.padStart(9) : `  ${cell}`.padEnd(16)).join('').trimEnd()
}

/** @param part - 0 to 1 */
function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(part * sorted.length) - 1] ?? sorted[0] ?? NaN
}
