import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {staticSite} from '../../components/site/site.js'
import {everyShape, lostWords, wordsIn} from './every-shape.js'

/** How many folders are written and read. `npm run prove:words` takes many more. */
const FOLDERS = Number(process.env.FOLDERS ?? 250)

describe('no word is dropped in silence', () => {
  it('each is on a static page or in a diagnostic', () => {
    for (let seed = 1; seed <= FOLDERS; seed++) {
      const written = everyShape(seed)
      const {guide, diagnostics} = compileGuide(written.files)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [], `seed ${seed}`)
      const pages = staticSite(guide, undefined, undefined, {tell: line => assert.fail(`seed ${seed}: ${line}`)})
      const found = wordsIn(pages.filter(({path}) => path.endsWith('.html')).map(({text}) => visible(text)).join(' '))
      assert.deepEqual(lostWords(written, diagnostics, found), [], `seed ${seed}`)
    }
  })
})

/** What a person reads of a page, with what is read out to those who cannot see it. The words are all of plain letters. */
function visible(html: string): string {
  return html.replace(/<script[^]*?<\/script>|<head>[^]*?<\/head>/g, '').replace(/<[^>]*?(?: alt="([^"]*)")?[^>]*>/g, ' $1 ')
}
