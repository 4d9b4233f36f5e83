/**
 * What it costs to show a document tree, over the browser's own parser given the same text. Run it with
 * `npm run bench:render`, on a computer that does nothing else.
 */
import {fileURLToPath} from 'node:url'
import {compileContent} from '../cli/content/compile-content.js'
import {serveScript} from '../scripts/browsers/serve-script.js'
import {startChromium} from './lib/chromium.js'
import {quantile, short, table} from './lib/figures.js'
import {report} from './lib/report.js'
import type {MeasuredRender} from './render.page.js'

const ROUNDS = 60
/** The first rounds are of code that has not been used before; a page that is opened is in those. */
const FIRST = 3

const {guide} = compileContent(fileURLToPath(new URL('../content', import.meta.url)))
const documents = guide.modules.flatMap(({pages}) => pages.map(({children}) => children))
const browser = await startChromium()
if (browser) {
  const site = await serveScript(fileURLToPath(new URL('render.page.ts', import.meta.url)))
  try {
    const page = await browser.newPage()
    await page.goto(site.address)
    await page.waitForFunction('window.measureRender')
    const measured = await page.evaluate((...given) => window.measureRender(...given), documents, ROUNDS)
    const elements = measured.elements.toLocaleString('en-GB')
    const {say, end} = report('render', `${documents.length} pages of the shipped guide (${elements} elements), ${ROUNDS} rounds; `
      + await browser.version())
    say(tableOf(measured))
    end()
  } finally {
    await browser.close()
    site.close()
  }
}

function tableOf({ours, again, innerHtml}: MeasuredRender): string {
  const row = (what: string, figures: number[], over: number[]) => [
    what, ...[0.5, 0.05, 0.95].map(share => short(quantile(figures, share))),
    (quantile(figures, 0.5) / quantile(over, 0.5)).toFixed(2),
  ]
  const warm = innerHtml.slice(FIRST)
  return table(['ms', 'median', 'p5', 'p95', 'over innerHTML'], [
    row('innerHTML', warm, warm),
    row('ours', ours.slice(FIRST), warm),
    row('ours, the same again', again.slice(FIRST), warm),
    row(`ours, the first ${FIRST}`, ours.slice(0, FIRST), innerHtml.slice(0, FIRST)),
  ])
}
