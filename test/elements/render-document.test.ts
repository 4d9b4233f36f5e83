import {expect} from 'chai'
import {html, render} from 'lit'
import {renderBlocks, type RenderContext} from '../../components/elements/shared/document/render-document.js'
import {hashOf} from '../../components/elements/shared/page/route.js'
import type {Block, Setting, TableCell} from '../../components/model/guide/document.js'

const context: RenderContext = {
  level: 2,
  settings: {desk: 'ext 4444', page: 'https://example.nhs.uk/help', bad: 'javascript:alert(1)'},
  base: 'https://example.nhs.uk/guide/',
  idPrefix: 'dsg-',
  callouts: {warning: 'Important', example: 'Example', local: 'Where you work', voice: 'In their words'},
  href: hashOf,
}

function shown(...blocks: Block[]): HTMLElement {
  const place = document.createElement('div')
  render(html`${renderBlocks(blocks, context)}`, place)
  return place
}

const paragraph = (...children: Extract<Block, {type: 'paragraph'}>['children']): Block => ({type: 'paragraph', children})
const text = (value: string) => ({type: 'text', value}) as const

describe('a document tree on screen', () => {
  it('shows what looks like markup as text', () => {
    const place = shown(paragraph(text('<script>alert(1)</script><img src=x onerror=alert(1)>')))
    expect(place.querySelector('script, img')).to.equal(null)
    expect(place.textContent).to.contain('<script>alert(1)</script>')
  })

  for (const url of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)',
    'data:text/html,x', 'vbscript:x', 'search-ms:x', 'ms-word:x', 'blob:x', 'intent:x', '//evil.example', '\\\\evil.example']) {
    it(`keeps the words and drops the address of ${JSON.stringify(url)}`, () => {
      const place = shown(paragraph({type: 'link', url, children: [text('a link')]}))
      expect(place.querySelector('a')).to.equal(null)
      expect(place.textContent).to.contain('a link')
    })
  }

  it('leads inside the guide for module and glossary links', () => {
    const place = shown(paragraph(
      {type: 'link', url: 'module:send-safely#how', children: [text('one')]},
      {type: 'link', url: 'glossary:phishing', children: [text('two')]}))
    expect([...place.querySelectorAll('a')].map(a => a.getAttribute('href')))
      .to.deep.equal(['#dsg/module/send-safely/how', '#dsg/glossary/phishing'])
  })

  it('fills in a local detail, as a link when it is an address, and never a hostile one', () => {
    const setting = (name: string): Setting => ({type: 'setting', name, fallback: [text('ask your manager')]})
    expect(shown(paragraph(setting('desk'))).textContent).to.contain('ext 4444')
    expect(shown(paragraph(setting('page'))).querySelector('a')?.href).to.equal('https://example.nhs.uk/help')
    expect(shown(paragraph(setting('bad'))).querySelector('a')).to.equal(null)
    expect(shown(paragraph(setting('none'))).textContent).to.contain('ask your manager')
    expect(shown(paragraph(setting('constructor'))).textContent).to.contain('ask your manager')
  })

  it('makes one text of words and local details, as screen readers read text by text', () => {
    const place = shown(paragraph(text('Call '), {type: 'setting', name: 'desk', fallback: []}, text(' now. '),
      {type: 'strong', children: [text('Or')]}, text(' later'), text('.')))
    const texts = [...place.querySelector('p')!.childNodes].filter(({nodeType}) => nodeType !== Node.COMMENT_NODE)
    expect(texts.map(node => [node.nodeName, node.textContent])).to.deep.equal([
      ['#text', 'Call ext 4444 now. '], ['STRONG', 'Or'], ['#text', ' later.'],
    ])
    expect(shown(paragraph()).querySelector('p')!.textContent).to.equal('')
  })

  it('numbers headings from the host\'s level', () => {
    const place = shown({type: 'heading', depth: 3, id: 'how', children: [text('How')]})
    expect(place.querySelector('h3#dsg-how')?.textContent).to.contain('How')
  })

  it('names a table\'s columns', () => {
    const cell = (value: string): TableCell => ({type: 'tableCell', children: [text(value)]})
    const place = shown({type: 'table', align: [null, 'right'], children: [
      {type: 'tableRow', children: [cell('Sign'), cell('Count')]},
      {type: 'tableRow', children: [cell('Urgent'), cell('3')]},
    ]})
    expect(place.querySelectorAll('th[scope="col"]')).to.have.length(2)
    expect(place.querySelector('td.align-right .cell')?.textContent).to.equal('3')
    expect(place.querySelector('[style]')).to.equal(null)
  })
})
