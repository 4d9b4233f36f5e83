import {expect} from 'chai'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import {packFiles} from '../../components/compile/pack/pack.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {isSafeImage, isSafeLink} from '../../components/model/guide/document.js'
import {find, findAll, html, show, words} from './screen.js'
import {until} from './settled.js'

const HOSTILE = '/test/fixtures/compile/xss.md'

/** Everything on screen that could run or lead somewhere it must not. */
function dangers(root: ParentNode): string[] {
  return findAll('*', root).flatMap(element => {
    const found: string[] = []
    if (['script', 'style', 'iframe', 'object', 'embed', 'link', 'base', 'meta'].includes(element.localName)) found.push(element.localName)
    for (const {name, value} of element.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'formaction') found.push(`${element.localName} ${name}`)
      if (name === 'href' && !isSafeLink(value)) found.push(`${element.localName} href=${value}`)
      if (name === 'src' && !isSafeImage(value) && !value.startsWith('/test/')) found.push(`${element.localName} src=${value}`)
    }
    return found
  })
}

describe('hostile content', () => {
  let ran: unknown[]
  beforeEach(() => {
    ran = []
    window.alert = (...said) => { ran.push(...said) }
  })

  it('from a markdown file is inert, and its harmless words are there', async () => {
    const element = await show<DsgModule>(html`<dsg-module src=${HOSTILE} one-page></dsg-module>`)
    await until(() => find('h2', element.shadowRoot!))
    expect(dangers(element.shadowRoot!)).to.deep.equal([])
    for (const link of findAll<HTMLAnchorElement>('.page a', element.shadowRoot!)) {
      expect(link.protocol).to.be.oneOf(['http:', 'https:', 'mailto:', 'tel:'])
    }
    expect(words(element)).to.contain('<script>')
    expect(ran).to.deep.equal([])
  })

  it('from a pack is inert', async () => {
    const text = await (await fetch(HOSTILE)).text()
    const {guide} = compileGuide([
      {path: 'guide.yaml', text: 'id: hostile\ntitle: Hostile\nlang: en-GB\npublisher: Test'},
      {path: 'pathways/hostile/pathway.md', text: '---\nid: hostile\ntitle: Hostile\nsummary: x\naudience: [everyone]\nmodules: [xss]\n---\n'},
      {path: 'pathways/hostile/xss.md', text},
    ])
    const files = new Map(packFiles(guide).map(({path, text}) => [`/hostile/${path}`, text]))
    const [module] = guide.modules
    await withFiles(files, async () => {
      const element = await show<DsgModule>(html`<dsg-module src="/hostile/guide.json" module=${module!.id} one-page></dsg-module>`)
      await until(() => find('h2', element.shadowRoot!))
      expect(dangers(element.shadowRoot!)).to.deep.equal([])
      expect(ran).to.deep.equal([])
    })
  })

  const handMade: [string, (pack: any) => void][] = [
    ['a node that no renderer knows', pack => { pack.glossary = [{id: 'x', term: 'x', also: [], meaning: [{type: 'html', value: '<img onerror=alert(1)>'}]}] }],
    ['an address with a scheme that runs', pack => { pack.glossary = [{id: 'x', term: 'x', also: [], meaning: [{type: 'paragraph', children: [{type: 'link', url: 'javascript:alert(1)', children: []}]}]}] }],
    ['a file outside the pack', pack => { pack.search = '../elsewhere.json' }],
  ]
  for (const [what, change] of handMade) {
    it(`in a pack made by hand, ${what}, is refused with a message, and the host's words stay`, async () => {
      const manifest = {
        format: 'dsg-guide', version: 1, id: 'hand-made', title: 'Hand-made', lang: 'en', edition: 'x', settings: {}, pathways: [],
        modules: [], glossary: [], frameworks: [], canvases: [], search: 'search.json',
      }
      change(manifest)
      await withFiles(new Map([[`/hand-made/${encodeURIComponent(what)}.json`, JSON.stringify(manifest)]]), async () => {
        const element = await show(html`<dsg-guide src="/hand-made/${encodeURIComponent(what)}.json"><p>Ask the library.</p></dsg-guide>`)
        const alert = await until(() => find('[role="alert"]', element.shadowRoot!))
        expect(words(alert)).to.contain('There is a fault in the guide or in this page.')
        expect(words(element)).to.contain('Ask the library.')
        expect(ran).to.deep.equal([])
      })
    })
  }
})

/** Answers requests for these addresses, as a server that someone else controls would. */
async function withFiles(files: ReadonlyMap<string, string>, run: () => Promise<void>): Promise<void> {
  const real = window.fetch
  window.fetch = async (input, init) => {
    const text = files.get(new URL(input instanceof Request ? input.url : input, location.href).pathname)
    return text === undefined ? real(input, init) : new Response(text, {headers: {'Content-Type': 'application/json'}})
  }
  try {
    await run()
  } finally {
    window.fetch = real
  }
}
