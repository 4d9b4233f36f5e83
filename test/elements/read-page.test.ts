import {expect} from 'chai'
import fc from 'fast-check'
import {scriptCode, frameCode} from '../../components/model/guide/embed-code.js'
import {readPage} from '../../components/model/embeds/read-page.js'
import {isHidden} from '../../components/model/embeds/written.js'
import {guide} from '../../stories/content.js'

/** Pieces of pages as people write them, closed or not. */
const PIECES = [
  '<p>', '</p>', '<div class="a">', '</div>', '<ul><li>', '</ul>', '<table><tr><td>', '</table>', '<b>', '</b>', '<a href=x>', '</a>', '<br/>',
  'text < 3 & more', '&lt;dsg-guide&gt;', '<img src="x" alt="a > b">', '<h2>', '</h2>', '<button>', '</button>', '<span>', '</span>', '<br>',
  '<dsg-quiz src="a" module=b>', '</dsg-quiz>', '<dsg-guide src=\'x y\' shared-computer>', '</dsg-guide>', '<DSG-Search src = "a&amp;b" SRC=c>',
  '</dsg-search >', '<dsg-x\n\tsrc\n=\n"a"\n>', '<dsg-a src=a/b/>', '<dsg-b/src="a">', '<dsg-d a=\'"\' b="\'">',
  '<!-- <dsg-guide> -->', '<!-- -- > -->', '<!doctype html>', '<?php dsg ?>', '</ dsg-guide>', '<>', '< dsg-guide>',
  '<template>', '</template>', '<textarea><dsg-guide></textarea>', '<style><dsg-guide></style>', '<script>var a = "<dsg-guide>"</script >',
  '<xmp><dsg-guide></xmp>', '<svg>', '</svg>', '<g/>', '<foreignObject>', '</foreignObject>', '<math>', '</math>', '<iframe><dsg-guide></iframe>',
]

interface Seen { tag: string; attributes: Record<string, string> }

/** The elements that are named like ours in what the browser makes of a page. */
function inBrowser(html: string): Seen[] {
  const page = new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html')
  return [...page.querySelectorAll('*')]
    .filter(({localName, namespaceURI}) => localName.startsWith('dsg-') && namespaceURI === 'http://www.w3.org/1999/xhtml')
    .map(({localName, attributes}) => ({
      tag: localName, attributes: Object.fromEntries([...attributes].map(({name, value}) => [name, value])),
    }))
}

function read(html: string): Seen[] {
  return readPage(`<!doctype html><body>${html}`).filter(element => element.tag.startsWith('dsg-') && !isHidden(element))
    .map(({tag, attributes}) => ({tag, attributes: Object.fromEntries(attributes)}))
}

/** Where a table stands, browsers put what is not its own before it. */
const sorted = (seen: Seen[]): string[] => seen.map(each => JSON.stringify(each)).sort()

describe('reading a page', () => {
  it('finds the elements and the attributes that the browser finds', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), {maxLength: 14}), pieces => {
      const html = pieces.join('')
      expect(sorted(read(html)), html).to.deep.equal(sorted(inBrowser(html)))
    }), {seed: 17, numRuns: 3_000})
  })

  it('reads the code of the builder as the browser does', () => {
    for (const module of guide.modules) {
      const embed = {show: 'quiz', id: module.id, title: 'A "title" <with> signs & more', isShared: true} as const
      const code = scriptCode(embed, `${location.origin}/guide/`) + frameCode(embed, `${location.origin}/guide/`)
      expect(read(code)).to.deep.equal(inBrowser(code))
    }
  })
})
