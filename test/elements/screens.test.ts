import {expect} from 'chai'
import '../../components/elements/guide/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import {titlesOf, type ScreenNames} from '../../components/elements/guide/titles.js'
import {screenStrings} from '../../components/elements/guide/screen.strings.js'
import {routeOf} from '../../components/elements/shared/page/read-route.js'
import {hashOf, type Route} from '../../components/elements/shared/page/route.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {at, follow, MODULE, module, PATHWAY, pathway, shownTitle} from './guide-history.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const HOSTS = 'Ward 7 – Staff intranet'

describe('each screen of a guide', () => {
  beforeEach(() => {
    at('')
    document.title = HOSTS
  })

  const shown = (more: unknown = false) =>
    show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()} ?without-title=${more === 'without-title'}></dsg-guide>`)
  const titled = (start: string) => until(() => document.title.startsWith(start), () => `"${start}", not "${document.title}"`)

  /** Every place there is in the shipped guide. */
  function routes(): Route[] {
    const {pathways, modules, glossary} = shippedGuide().manifest
    return [
      {view: 'home'}, {view: 'search', query: ''}, {view: 'search', query: 'phishing'}, {view: 'assessment'}, {view: 'profile'},
      {view: 'record'}, {view: 'glossary'}, {view: 'unknown', asked: 'nothing/of/ours'},
      ...pathways.map(({id}): Route => ({view: 'pathway', pathway: id})),
      ...modules.map(({id}): Route => ({view: 'module', module: id})),
      ...modules.flatMap(({id, pages}) => pages.slice(1).map((page): Route => ({view: 'module', module: id, page: page.id}))),
      ...glossary.map(({id}): Route => ({view: 'glossary', term: id})),
    ]
  }

  it('has a title and an address of its own, in every guide there is', () => {
    const {manifest} = shippedGuide()
    const names: ScreenNames = screenStrings.en
    const all = routes()
    expect(all.length).to.be.greaterThan(200)
    const titles = all.map(route => titlesOf(route, manifest, names).join(' – '))
    const twice = titles.filter((title, nth) => titles.indexOf(title) !== nth)
    expect(twice).to.deep.equal([])
    expect(new Set(all.map(hashOf)).size).to.equal(all.length)
    for (const route of all) expect(JSON.stringify(routeOf(hashOf(route))), hashOf(route)).to.equal(JSON.stringify(route))
  })

  it('names itself in the title of the page, before the host\'s own', async () => {
    const element = await shown()
    expect(document.title).to.equal(HOSTS)
    await until(() => find('.foot', element.shadowRoot!))
    await follow(element, PATHWAY, pathway.title)
    await titled(pathway.title)
    expect(document.title).to.equal(`${pathway.title} – ${HOSTS}`)
    await follow(element, MODULE, module.title)
    await titled(module.title)
    element.remove()
    expect(document.title).to.equal(HOSTS)
  })

  it('leaves a title alone that the host wrote meanwhile', async () => {
    const element = await shown()
    await until(() => find('.foot', element.shadowRoot!))
    await follow(element, PATHWAY, pathway.title)
    await titled(pathway.title)
    document.title = '(1) New message'
    await follow(element, MODULE, module.title)
    await titled(module.title)
    expect(document.title).to.equal(`${module.title} – (1) New message`)
    document.title = 'Another page of the host'
    element.remove()
    expect(document.title).to.equal('Another page of the host')
  })

  it('leaves the title alone when it is told to', async () => {
    const element = await shown('without-title')
    await until(() => find('.foot', element.shadowRoot!))
    await follow(element, PATHWAY, pathway.title)
    await follow(element, MODULE, module.title)
    expect(document.title).to.equal(HOSTS)
  })

  it('is named by the guide that moved last, of two on a page', async () => {
    const place = await show(html`<div><dsg-guide .guide=${shippedGuide()} address="none"></dsg-guide>
      <dsg-guide .guide=${shippedGuide()} address="none"></dsg-guide></div>`)
    const [one, two] = findAll<DsgGuide>('dsg-guide', place)
    for (const each of [one!, two!]) await until(() => find('.foot', each.shadowRoot!))
    const open = async (element: DsgGuide, its: string, title: string) => {
      findAll<HTMLAnchorElement>('a', element.shadowRoot!).find(({hash}) => hash === its)!.click()
      await titled(title)
    }
    await open(one!, PATHWAY, pathway.title)
    await open(two!, '#dsg/record', 'My record')
    expect(document.title).to.equal(`My record – ${HOSTS}`)
    one!.remove()
    expect(document.title).to.equal(`My record – ${HOSTS}`)
    two!.remove()
    expect(document.title).to.equal(HOSTS)
  })

  it('moves nothing when what comes last comes, and shows nothing that the screen itself would move', async () => {
    for (const route of [{view: 'home'}, {view: 'record'}, {view: 'assessment'}, {view: 'glossary'}, {view: 'module', module: module.id}] as const) {
      at(hashOf(route))
      const early: string[] = []
      const place = document.createElement('main')
      document.body.append(place)
      const element = document.createElement('dsg-guide')
      element.guide = shippedGuide()
      place.append(element)
      const root = element.shadowRoot ?? await until(() => element.shadowRoot)
      const watch = new MutationObserver(() => {
        if (root.querySelector('.coming') && root.querySelector('.foot')) early.push(hashOf(route))
      })
      watch.observe(root, {childList: true, subtree: true})
      const foot = await until(() => find('.foot', root))
      const below = findAll('.view, .coming, dsg-saving', root)
        .filter(each => foot.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)
      expect(below.map(({localName}) => localName), hashOf(route)).to.deep.equal([])
      expect(early).to.deep.equal([])
      watch.disconnect()
      place.remove()
    }
  })

  it('has no link to copy where somebody else would see another page: home, an empty search, what is on this device', async () => {
    for (const [hash, isThere] of [
      ['', false], ['#dsg/search', false], ['#dsg/search/%20', false], ['#dsg/record', false], ['#dsg/profile', false], ['#dsg/nowhere/at-all', false],
      ['#dsg/search/password', true], ['#dsg/glossary', true], ['#dsg/assessment', true], [PATHWAY, true], [MODULE, true],
    ] as const) {
      at(hash)
      const element = await shown()
      const foot = await until(() => find('.foot', element.shadowRoot!))
      await settled(element)
      expect(find('button', foot) !== undefined, hash).to.equal(isThere)
      element.parentElement!.remove()
    }
  })

  it('has its address copied, and says so; where that is refused, it is there to be copied by hand', async () => {
    at(MODULE)
    const element = await shown()
    const button = await until(() => find<HTMLButtonElement>('.foot button', element.shadowRoot!))
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!
    const copied: string[] = []
    const clipboard = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', {configurable: true, get: () => ({writeText})})
    try {
      clipboard(async text => { copied.push(text) })
      button.focus()
      await press('Enter')
      await until(() => copied.length, () => `nothing copied; focus on ${focused()?.outerHTML}`)
      await until(() => words(find('.foot [aria-live]', element.shadowRoot!)) === 'Link copied', () => find('.foot', element.shadowRoot!)?.outerHTML + location.hash)
      expect(copied).to.deep.equal([location.href])
      clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')))
      await press('Enter')
      const box = await until(() => find<HTMLInputElement>('.address', element.shadowRoot!))
      await until(() => focused() === box)
      expect(box.value).to.equal(location.href)
      expect(box.selectionEnd).to.equal(location.href.length)
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard')
      if (!navigator.clipboard) Object.defineProperty(Navigator.prototype, 'clipboard', real)
    }
  })

  const ASTRAY: [asked: string, near: string | undefined][] = [
    [`#dsg/module/${module.id}x`, module.title],
    [`#dsg/modul/${module.id}`, module.title],
    [`#dsg/module/${module.id.split('-').slice(0, -1).join('-')}`, module.title],
    [`#dsg/pathway/${pathway.id}.`, pathway.title],
    ['#dsg/module/%E0%A4%A', undefined],
    ['#dsg/module/', undefined],
    ['#dsg/xylophone', undefined],
  ]
  for (const [asked, near] of ASTRAY) {
    it(`at ${asked} is a page that helps on`, async () => {
      at(asked)
      const element = await shown()
      await until(() => shownTitle() === 'Page not found', () => shownTitle())
      const links = findAll<HTMLAnchorElement>('a', element.shadowRoot!).map(words)
      if (near) expect(links).to.include(near)
      expect(links).to.include(`Go to the start of "${guide.title}"`)
      expect(location.hash).to.equal(asked)
    })
  }
})
