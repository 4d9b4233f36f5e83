import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {staticSite} from '../../components/site/site.js'
import {everyShape, lostWords, wordsIn} from './every-shape.js'

/** How many folders are written and read. Set it higher to look for more: a thousand take a minute. */
const FOLDERS = Number(process.env.FOLDERS ?? 250)

describe('no word is dropped in silence', () => {
  const alone: [string, string, string][] = [
    ['the only ## heading', '# Page\n\n## Only heading\n\nWords.', 'Only heading'],
    ['the only ## heading, above a question alone', '# Page\n\n## Only heading\n\n### Do: this\n<!-- id: a -->', 'Only heading'],
    ['a # heading that differs from the title', '# Another title\n\nWords.', 'Another title'],
    ['a second # heading', '# Page\n\n# Another title\n\nWords.', 'Another title'],
  ]
  for (const [what, text, words] of alone) {
    it(`${what} is on the page`, () => {
      const {guide} = compileGuide([
        {path: 'pathways/basics/pathway.md', text: '---\nid: basics\ntitle: x\nsummary: x\naudience: [everyone]\nmodules: [page]\n---\n'},
        {path: 'pathways/basics/page.md', text: `---\nid: page\ntitle: Page\n---\n\n${text}\n`},
      ])
      const page = staticSite(guide).find(({path}) => path === 'modules/page.html')!.text
      assert.match(page.replace(/<script[^]*?<\/script>/g, ''), new RegExp(`<h2[^>]*>${words}</h2>`))
    })
  }

  it('a title that is also the only heading is there once', () => {
    const {guide} = compileGuide([{path: 'pathways/basics/page.md', text: '---\nid: page\ntitle: Page\n---\n\n# Page\n\nWords.\n'}])
    const page = staticSite(guide).find(({path}) => path === 'modules/page.html')!.text
    assert.equal(page.match(/<h[1-6][^>]*>Page<\/h/g)!.length, 1)
  })

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
