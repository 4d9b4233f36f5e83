import {expect} from 'chai'
import {aloneAddress, guideAddress, isMarkdown} from '../../../components/state/guide/guide-address.js'

describe('guideAddress', () => {
  const {origin} = location

  const same = [
    '/guide/guide.json', '/guide/', '/guide', '/guide/index.html', '/guide/#dsg/module/m1',
    '/guide/index.html#dsg/pathways', '/guide/.', '/guide/x/../', '\\guide\\', ' /guide/ ', `${origin}/guide`, `//${location.host}/guide/`,
  ]
  for (const src of same) {
    it(`is one for all that stand for one guide: "${src}"`, () => {
      expect(guideAddress(src)).to.equal(`${origin}/guide/guide.json`)
    })
  }

  const cases: [src: string, address: string][] = [
    ['/', '/guide.json'],
    ['/index.html', '/guide.json'],
    ['/skills/guide', '/skills/guide/guide.json'],
    ['/skills/v1.2', '/skills/v1.2/guide.json'],
    ['/skills/2026.11.30/', '/skills/2026.11.30/guide.json'],
    ['/Our%20guide/', '/Our%20guide/guide.json'],
    ['/Our guide', '/Our%20guide/guide.json'],
    ['/guide/?v=2', '/guide/guide.json?v=2'],
    ['/guide?v=2.1#here', '/guide/guide.json?v=2.1'],
    ['/guide/index.html?v=/2', '/guide/guide.json?v=/2'],
    ['/guide/guide.json?v=2', '/guide/guide.json?v=2'],
    ['/guide/page.md', '/guide/page.md'],
    ['/guide/Page%201.MD', '/guide/Page%201.MD'],
    ['/handler.ashx?guide=1', '/handler.ashx?guide=1'],
    ['/guide/modules/m1.0123.json', '/guide/modules/m1.0123.json'],
    ['/guide/embed-this.html', '/guide/embed-this.html'],
    ['https://guide.example.nhs.uk', 'https://guide.example.nhs.uk/guide.json'],
    ['https://guide.example.nhs.uk/#dsg/home', 'https://guide.example.nhs.uk/guide.json'],
  ]
  for (const [src, address] of cases) {
    it(`of "${src}" is "${address}"`, () => {
      const found = guideAddress(src)
      expect(found).to.equal(new URL(address, origin).href)
      expect(guideAddress(found!)).to.equal(found)
    })
  }

  it('starts from the page, its <base> included', () => {
    const base = document.createElement('base')
    base.href = '/our/skills/page.html'
    document.head.append(base)
    try {
      for (const src of ['.', './', 'guide.json', 'index.html']) expect(guideAddress(src), src).to.equal(`${origin}/our/skills/guide.json`)
      for (const src of ['guide', 'guide/', './guide/']) expect(guideAddress(src), src).to.equal(`${origin}/our/skills/guide/guide.json`)
    } finally {
      base.remove()
    }
  })

  for (const src of ['javascript:alert(1)', 'data:application/json,{}', 'blob:x', 'file:///guide/', 'C:\\guide\\', 'https://', 'http://[']) {
    it(`of "${src}" is none`, () => expect(guideAddress(src)).to.equal(undefined))
  }

  it('of a folder leads to the file of a module, and to no markdown', () => {
    expect(aloneAddress(guideAddress('/guide')!, 'm1')).to.equal(`${origin}/guide/alone/m1.json`)
    expect(isMarkdown(guideAddress('/notes.md/')!)).to.equal(false)
  })
})
