import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {embedFaults} from '../../../components/model/embeds/embed-faults.js'
import {readPage} from '../../../components/model/embeds/read-page.js'
import {PAGE, SITE} from './known-site.js'
import {WRONG_PAGES} from './wrong-pages.js'

const LENGTH = 150_000
const LIMIT_MS = 2_000

/** Repeated without end, behind a beginning. Each has cost some reader its linear time, or could. */
const PIECES: readonly [start: string, piece: string][] = [
  ['', '<div class="CanvasZone" data-sp-a="{&quot;id&quot;:&quot;a b&quot;}"><p class="x">Words &nbsp;</p><a href="/sites/a">A</a></div>\n'],
  ['', '<div>'], ['', '<p>'], ['<p><button>', '<b><div>'], ['', '<'], ['', '&'], ['', '&lt;dsg-'], ['', '< dsg-'], ['', '<script>'],
  ['', '<script>import "'], ['', '<!--'], ['', '<!-- dsg-guide -->'], ['', '<a b="'], ['', '<a b=“'], ['', '<a ='], ['', '</x>'],
  ['', '<dsg-guide>'], ['', '</dsg-x>'], ['<dsg-guide ', 'a b2="c" '], ['<dsg-guide ', ' '], ['<dsg-guide ', '\u00a0'], ['<dsg-guide ', '&nbsp;'],
  ['<a b="', 'x y= '], ['<svg>', '<g>'], ['', '<title>'], ['', '<iframe>'], ['', '[digital-skills-guide '], ['', '\n'],
  ['', `<a href="${SITE}modules/spot-x.html">`], ['', `<script type="module" src="${SITE}dsg.js"></script>`],
  ['', `<iframe src="${SITE}embed.html?show=quiz&module=x">`], ['', WRONG_PAGES.map(({html}) => html).join('\n')],
]

describe('150,000 characters', () => {
  for (const [start, piece] of PIECES) {
    it(`take no longer than a person waits: ${JSON.stringify(start + piece.slice(0, 60))}`, () => {
      const html = (start + piece.repeat(Math.ceil(LENGTH / piece.length))).slice(0, LENGTH)
      // Processor time, not the clock's: other tests run beside this one.
      const before = process.cpuUsage()
      embedFaults(readPage(html), PAGE)
      const {user, system} = process.cpuUsage(before)
      assert.ok((user + system) / 1000 < LIMIT_MS, `${(user + system) / 1000} ms`)
    })
  }
})
