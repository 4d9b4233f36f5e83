import {expect} from 'chai'
import '../../components/elements/glossary/define.js'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import '../../components/elements/quiz/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {at, follow, heading, link, MODULE, module, PATHWAY, pathway, START, travel} from './guide-history.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

describe('a link into dsg-guide', function () {
  this.timeout(60_000)
  beforeEach(() => at(''))
  afterEach(() => { for (const base of document.querySelectorAll('base')) base.remove() })

  /** Whether a click is the guide's: then nobody else, the browser included, follows the link. */
  function isTaken(its: Element, init: MouseEventInit = {}): boolean {
    let taken = false
    addEventListener('click', event => {
      taken = event.defaultPrevented
      event.preventDefault()
    }, {once: true})
    its.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ...init}))
    return taken
  }

  it('is followed before a router at the document hears of it, wherever the link is', async () => {
    const before: boolean[] = []
    const router = (event: Event) => { before.push(event.defaultPrevented) }
    document.addEventListener('click', router)
    const element = await show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
    await follow(element, PATHWAY, pathway.title)
    await follow(element, MODULE, module.title)
    document.removeEventListener('click', router)
    expect(before).to.deep.equal([true, true])
  })

  it('is left to the browser with a key held down, or another button', async () => {
    const element = await show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
    const its = link(element, PATHWAY)
    for (const init of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {button: 1}]) {
      expect(isTaken(its, init), JSON.stringify(init)).to.equal(false)
    }
    expect(words(find('#title', element.shadowRoot!))).to.equal(guide.title)
    expect(isTaken(its)).to.equal(true)
  })

  it('from another part of the guide, or from the host\'s own words, opens there, and keeps the host\'s hash', async () => {
    at('#/news')
    const place = await show(html`<div>
      <dsg-guide .guide=${shippedGuide()}></dsg-guide>
      <dsg-glossary .guide=${shippedGuide()}></dsg-glossary>
      <p><a id="own" href=${MODULE}>a module</a></p>
    </div>`)
    place.querySelector<HTMLElement>('#own')!.click()
    await until(() => heading() === module.title)
    expect(location.hash).to.equal('#/news')
  })

  it('to another site\'s guide is left alone', async () => {
    const place = await show(html`<div>
      <dsg-guide .guide=${shippedGuide()}></dsg-guide>
      <a id="own" href=${`https://elsewhere.nhs.uk/guide/${MODULE}`}>a module</a>
    </div>`)
    expect(isTaken(place.querySelector('#own')!)).to.equal(false)
  })

  it('names, with address="none", a page that can show the place in a new tab', async () => {
    const base = 'https://guide.nhs.uk/digital/'
    for (const [own, start] of [[undefined, base], ['/skills', new URL('/skills', location.href).href]] as const) {
      // The entry of the history has the place where the one before was left.
      at('')
      const loaded = {...shippedGuide(), base}
      const element = await show<DsgGuide>(html`<dsg-guide .guide=${loaded} address="none"></dsg-guide>`)
      if (own) element.guideHref = own
      element.requestUpdate()
      await settled(element)
      const links = findAll<HTMLAnchorElement>('a', element.shadowRoot!).filter(each => each.hash.startsWith('#dsg/'))
      expect(links.length).to.be.greaterThan(5)
      for (const its of links) expect(its.href).to.equal(start + its.hash)
      await follow(element, PATHWAY, pathway.title)
      await follow(element, MODULE, module.title)
      expect(location.pathname + location.search).to.equal(START)
      element.remove()
    }
  })

  for (const base of ['/other/', 'https://elsewhere.nhs.uk/deep/page?x=1']) {
    it(`leads to this page where addresses begin at ${base}, in every part, and so does the click`, async () => {
      const element = Object.assign(document.createElement('base'), {href: base, target: '_blank'})
      document.head.append(element)
      const place = await show(html`<div>
        <dsg-guide .guide=${shippedGuide()}></dsg-guide>
        <dsg-module .guide=${shippedGuide()} module=${module.id}></dsg-module>
        <dsg-quiz .guide=${shippedGuide()} module=${module.id}></dsg-quiz>
        <dsg-glossary .guide=${shippedGuide()}></dsg-glossary>
      </div>`)
      const home = place.querySelector('dsg-guide')!
      const check = () => {
        const links = findAll<HTMLAnchorElement>('a', place).filter(each => /^#(dsg\/|page-)/.test(each.hash))
        expect(links.length).to.be.greaterThan(5)
        for (const its of links) expect(its.href.split('#')[0], its.outerHTML).to.equal(location.href.split('#')[0])
      }
      check()
      for (const [hash, title] of [[PATHWAY, pathway.title], [MODULE, module.title]] as const) {
        await follow(home, hash, title)
        check()
      }
      expect(location.pathname + location.search + location.hash).to.equal(START + MODULE)
      const alone = place.querySelector('dsg-module')!
      await follow(alone, `#page-${module.pages[1]!.id}`, module.pages[1]!.title)
      expect(location.pathname + location.search + location.hash).to.equal(START + MODULE)
      await travel('back', module.title)
    })
  }

  it('is taken when a router has changed the page\'s path since the link was drawn', async () => {
    document.head.append(Object.assign(document.createElement('base'), {href: '/other/'}))
    const element = await show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
    history.replaceState(null, '', `${location.origin}${START}&tab=2`)
    await follow(element, PATHWAY, pathway.title)
    expect(location.search + location.hash).to.equal(`${new URL(location.href).search}${PATHWAY}`)
    history.replaceState(null, '', `${location.origin}${START}`)
  })
})

describe('an entry of the browser\'s history', function () {
  this.timeout(60_000)
  const shown = () => show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
  after(() => at(''))

  for (const state of ['a text', 7, ['a', 'list'], true, new Map([['key', 1]])]) {
    it(`stays as the host has it, when nothing can be added to: ${JSON.stringify(state)}`, async () => {
      for (const hash of ['#/news', '']) {
        at(hash, state)
        const element = await shown()
        await follow(element, PATHWAY, pathway.title)
        await follow(element, MODULE, module.title)
        expect(history.state).to.deep.equal(state)
        expect(location.hash).to.equal(hash || MODULE)
        element.remove()
      }
      at('#/news', state)
      const {length} = history
      const alone = await show(html`<dsg-module .guide=${shippedGuide()} module=${module.id}></dsg-module>`)
      await follow(alone, `#page-${module.pages[1]!.id}`, module.pages[1]!.title)
      expect(history.state).to.deep.equal(state)
      // There is no entry for it, in which Back would lead nowhere.
      expect(history.length).to.equal(length)
    })
  }
})
