import {expect} from 'chai'
import '../../components/elements/glossary/define.js'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import '../../components/elements/quiz/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const pathway = guide.pathways[0]!
const module = guide.modules.find(({id}) => id === pathway.modules[0])!
const START = location.pathname + location.search

/** What the host has in its address's hash. */
const FOREIGN = ['#/news/5', '#!page', '#section', '#/', '#dsgx/home', '#%E0%A4%A', '#page-1', '#term-x']
/** What the host keeps with an entry of the history. */
const KEPT = {key: 'abc', idx: 3, __N: true, nested: {scroll: [0, 12]}}

const heading = () => words(focused() ?? undefined)
/** Only where it is another: WebKit allows 100 changes in 10 seconds. */
const at = (hash: string, state: unknown = null) => {
  if (location.hash !== hash || history.state !== state) history.replaceState(state, '', START + hash)
}
const link = (root: Element, hash: string) => findAll<HTMLAnchorElement>('a', root.shadowRoot!).find(each => each.hash === hash)!

async function follow(root: Element, hash: string, title: string): Promise<void> {
  const its = link(root, hash)
  its.focus()
  await press('Enter')
  await until(() => heading() === title, () => `focus on "${title}", is on "${heading()}"`)
}

async function travel(way: 'back' | 'forward', title: string): Promise<void> {
  history[way]()
  await until(() => heading() === title, () => `${way} to "${title}", is on "${heading()}"`)
}

/** What a host's entry has beside what is ours. */
function hosts(state: unknown): unknown {
  return state && Object.fromEntries(Object.entries(state).filter(([key]) => !key.startsWith('dsg')))
}

const PATHWAY = `#dsg/pathway/${pathway.id}`
const MODULE = `#dsg/module/${module.id}`

describe('the address of a page with dsg-guide', function () {
  this.timeout(60_000)
  const shown = (address?: string) => show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()} address=${address ?? ''}></dsg-guide>`)
  beforeEach(() => at(''))
  after(() => at(''))

  for (const hash of FOREIGN) {
    it(`has the host's "${hash}" all the time, and Back and Forward lead to where the learner was`, async () => {
      at(hash, KEPT)
      const element = await shown()
      const isLeft = () => {
        expect(location.hash).to.equal(hash)
        expect(hosts(history.state)).to.deep.equal(KEPT)
      }
      await follow(element, PATHWAY, pathway.title)
      isLeft()
      await follow(element, MODULE, module.title)
      isLeft()
      await travel('back', pathway.title)
      isLeft()
      await travel('back', guide.title)
      isLeft()
      await travel('forward', pathway.title)
      await travel('forward', module.title)
      isLeft()
    })

    it(`has the host's "${hash}" while somebody searches, and the results are found again`, async () => {
      at(hash, KEPT)
      const element = await shown()
      find('input[type="search"]', element.shadowRoot!)!.focus()
      await type('password')
      const result = await until(() => find<HTMLAnchorElement>('.results a', element.shadowRoot!))
      expect(location.hash).to.equal(hash)
      expect(hosts(history.state)).to.deep.equal(KEPT)
      result.focus()
      await press('Enter')
      await until(() => find('dsg-module', element.shadowRoot!))
      history.back()
      await until(() => find<HTMLInputElement>('#query', element.shadowRoot!)?.value === 'password')
      expect(location.hash).to.equal(hash)
    })
  }

  it('never has the place with address="none", whether there is a hash or not', async () => {
    for (const hash of ['', '#/news', MODULE]) {
      at(hash)
      const element = await shown('none')
      expect(words(element)).to.contain(guide.title)
      await follow(element, PATHWAY, pathway.title)
      expect(location.hash).to.equal(hash)
      await travel('back', guide.title)
      expect(location.hash).to.equal(hash)
      element.remove()
    }
  })

  it('always has the place with address="hash"', async () => {
    at('#main')
    const element = await shown('hash')
    await follow(element, PATHWAY, pathway.title)
    expect(location.hash).to.equal(PATHWAY)
    await travel('back', guide.title)
    expect(location.hash).to.equal('#main')
  })

  it('has the place by itself when there is no hash, and the host\'s things go along', async () => {
    for (const state of [null, KEPT]) {
      at('', state)
      const element = await shown()
      await follow(element, PATHWAY, pathway.title)
      expect(location.hash).to.equal(PATHWAY)
      // Where the host keeps nothing, there is nothing either: some routers take whatever there is for theirs.
      expect(state ? hosts(history.state) : history.state).to.deep.equal(state)
      await follow(element, MODULE, module.title)
      await travel('back', pathway.title)
      await travel('back', guide.title)
      expect(state ? hosts(history.state) : history.state).to.deep.equal(state)
      expect(location.hash).to.equal('')
      element.remove()
    }
  })

  for (const state of ['a text', 7, ['a', 'list'], true, new Map([['key', 1]])]) {
    it(`leaves a host's entry as it is that nothing can be added to: ${JSON.stringify(state)}`, async () => {
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

  it('changes without an event that a router would take for its own', async () => {
    const element = await shown()
    const heard: string[] = []
    const hear = (event: Event) => heard.push(event.type)
    for (const name of ['hashchange', 'popstate']) addEventListener(name, hear)
    await follow(element, PATHWAY, pathway.title)
    await follow(element, MODULE, module.title)
    for (const name of ['hashchange', 'popstate']) removeEventListener(name, hear)
    expect(heard).to.deep.equal([])
  })

  it('is followed when the host, or the learner, writes a place in it', async () => {
    await shown()
    location.hash = MODULE
    await until(() => heading() === module.title)
    location.hash = ''
    await until(() => heading() === guide.title)
  })

  for (const [hash, address] of [['', ''], ['#/news', ''], ['', 'none']] as const) {
    it(`"${hash}"${address && ` with address="${address}"`}: taken out and put back, or made anew, the guide is where it was`, async () => {
      at(hash)
      const element = await shown(address)
      await follow(element, PATHWAY, pathway.title)
      await follow(element, MODULE, module.title)
      const {parentNode} = element
      element.remove()
      parentNode!.append(element)
      await settled(element)
      expect(words(find('h2', element.shadowRoot!))).to.equal(module.title)
      element.remove()
      const anew = await shown(address)
      await until(() => words(find('#title', anew.shadowRoot!)) === module.title)
      expect(focused()).to.equal(document.body)
    })
  }

  it('keeps the host\'s place when the learner chooses the same link twice: there is one entry for it', async () => {
    at('#/news')
    const element = await shown()
    await follow(element, PATHWAY, pathway.title)
    const {length} = history
    link(element, PATHWAY)?.click()
    for (const each of findAll<HTMLAnchorElement>('.navigation a', element.shadowRoot!)) if (each.hash === PATHWAY) each.click()
    expect(history.length).to.equal(length)
  })

  it('goes on when the browser takes no more entries, as Safari does after 100', async () => {
    const element = await shown()
    const {pushState, replaceState} = history
    history.pushState = history.replaceState = () => { throw new DOMException('too many', 'SecurityError') }
    try {
      await follow(element, PATHWAY, pathway.title)
      await follow(element, MODULE, module.title)
    } finally {
      Object.assign(history, {pushState, replaceState})
    }
  })
})

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
    const loaded = {...shippedGuide(), base: 'https://guide.nhs.uk/digital/'}
    for (const [own, start] of [[undefined, loaded.base], ['/skills', new URL('/skills', location.href).href]] as const) {
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
