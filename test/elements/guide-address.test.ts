import {expect} from 'chai'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {at, follow, heading, link, MODULE, module, PATHWAY, pathway, travel} from './guide-history.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

/** What the host has in its address's hash. */
const FOREIGN = ['#/news/5', '#!page', '#section', '#/', '#dsgx/home', '#%E0%A4%A', '#page-1', '#term-x']
/** What the host keeps with an entry of the history. */
const KEPT = {key: 'abc', idx: 3, __N: true, nested: {scroll: [0, 12]}}

/** What a host's entry has beside what is ours. */
function hosts(state: unknown): unknown {
  return state && Object.fromEntries(Object.entries(state).filter(([key]) => !key.startsWith('dsg')))
}

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

  }

  // Fewer, and a short word: each letter changes the entry, and WebKit allows 100 changes in 10 seconds.
  for (const hash of FOREIGN.slice(0, 3)) {
    it(`has the host's "${hash}" while somebody searches, and the results are found again`, async () => {
      at(hash, KEPT)
      const element = await shown()
      find('input[type="search"]', element.shadowRoot!)!.focus()
      await type('nhs')
      const result = await until(() => find<HTMLAnchorElement>('.results a', element.shadowRoot!))
      expect(location.hash).to.equal(hash)
      expect(hosts(history.state)).to.deep.equal(KEPT)
      result.focus()
      await press('Enter')
      await until(() => find('dsg-module', element.shadowRoot!))
      history.back()
      await until(() => find<HTMLInputElement>('#query', element.shadowRoot!)?.value === 'nhs')
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
