import {expect} from 'chai'
import '../../components/embed/all.js'
import type {DsgCanvas} from '../../components/elements/canvas/canvas.js'
import type {GuideElement} from '../../components/elements/shared/base/guide-element.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {IDLE_LIMIT_MS, WARNING_MS} from '../../components/state/visit/idle-time.js'
import {idleVisitOf} from '../../components/state/visit/idle-visit.js'
import {AUTUMN, Team} from '../../stories/canvas-team.js'
import {answeredAll, guide as shipped, rated, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {FakeClock} from '../state/visit/fake-clock.js'
import {expectAccessible} from './axe.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const MODULE = shipped.modules.find(({pages}) => pages.length > 3)!
const HOME = '#dsg/home'

describe('on a shared computer, the next person', function () {
  this.timeout(60_000)
  let clock: FakeClock
  let loaded: LoadedGuide
  const here = location.href

  beforeEach(() => {
    clock = new FakeClock()
    loaded = shippedGuide(...answeredAll('spot-suspicious-email', false))
    loaded.record.shareThisVisit()
    // The first to ask for it says which clock counts.
    idleVisitOf(loaded.record, clock)
  })
  afterEach(() => history.replaceState(null, '', here))

  const shownIn = (element: Element) => words(element.shadowRoot!)
  const heading = () => words(focused() ?? undefined)

  /** Time passes until the visit is cleared, with its warning. */
  async function leave(element: Element): Promise<void> {
    clock.goOn(IDLE_LIMIT_MS - WARNING_MS)
    await settled(document.body)
    clock.goOn(WARNING_MS)
    await settled(element)
  }

  async function follow(hash: string): Promise<void> {
    location.hash = hash
    await new Promise(heard => addEventListener('hashchange', heard, {once: true}))
    await settled(document.body)
  }

  async function goBack(): Promise<void> {
    const heard = new Promise(heard => addEventListener('popstate', heard, {once: true}))
    history.back()
    await heard
    await settled(document.body)
  }

  it('begins at the guide\'s first page, with the focus on its heading', async () => {
    const element = await show<GuideElement>(html`<dsg-guide .guide=${loaded}></dsg-guide>`)
    await follow(`#dsg/module/${MODULE.id}/${MODULE.pages[2]!.id}`)
    expect(shownIn(element)).to.contain(MODULE.title)
    await leave(element)
    expect(location.hash).to.equal(HOME)
    expect(find('dsg-module', element.shadowRoot!)).to.equal(undefined)
    await until(() => heading() === shipped.title, heading)
    expect(loaded.record.events).to.deep.equal([])
    await expectAccessible(element)
  })

  it('is not led back by Back to what the last one read or searched for, and walks on as anybody', async () => {
    const element = await show<GuideElement>(html`<dsg-guide .guide=${loaded}></dsg-guide>`)
    const read = ['#dsg/search/passwords', `#dsg/module/${MODULE.id}`, `#dsg/module/${MODULE.id}/${MODULE.pages[1]!.id}`]
    for (const place of read) await follow(place)
    await leave(element)
    for (let i = 0; i < 2; i++) {
      await goBack()
      expect(location.hash).to.equal(HOME)
      expect(shownIn(element)).to.contain(shipped.title)
      expect(find('dsg-module', element.shadowRoot!)).to.equal(undefined)
    }
    expect(loaded.record.events).to.deep.equal([])
    // Their own places are theirs.
    const other = shipped.pathways[0]!
    await follow(`#dsg/pathway/${other.id}`)
    await follow('#dsg/glossary')
    await goBack()
    expect(location.hash).to.equal(`#dsg/pathway/${other.id}`)
    await until(() => shownIn(element).includes(other.title), () => shownIn(element))
  })

  it('leaves what the host keeps with an entry, and the host\'s own entries, as they are', async () => {
    const element = await show<GuideElement>(html`<dsg-guide .guide=${loaded}></dsg-guide>`)
    history.pushState({host: 1}, '', '#/basket')
    await follow(`#dsg/module/${MODULE.id}`)
    history.replaceState({...history.state as object, host: 2}, '')
    await leave(element)
    expect((history.state as {host: number}).host).to.equal(2)
    await goBack()
    expect([location.hash, (history.state as {host: number}).host]).to.deep.equal(['#/basket', 1])
  })

  it('keeps the focus where it is in the host\'s page', async () => {
    const page = await show(html`<div><input aria-label="Search the intranet"><dsg-guide .guide=${loaded}></dsg-guide></div>`)
    await follow(`#dsg/module/${MODULE.id}`)
    // The module's code may still be on its way, and its heading takes the focus when it is there.
    await until(() => heading() === MODULE.title, heading)
    const field = page.querySelector('input')!
    field.focus()
    await leave(page)
    expect(location.hash).to.equal(HOME)
    await settled(page)
    expect(focused()).to.equal(field)
  })

  it('begins at the first page of a module that stands alone, with nothing open, and Back leads no further', async () => {
    const element = await show<GuideElement & {page?: string}>(html`<dsg-module .guide=${loaded} src="" module=${MODULE.id}></dsg-module>`)
    await until(() => find('dsg-idle-warning', element.shadowRoot!))
    for (let i = 0; i < 2; i++) {
      find('a.next', element.shadowRoot!)!.click()
      await settled(element)
    }
    const about = find<HTMLDetailsElement>('details.about', element.shadowRoot!)!
    about.open = true
    expect(element.page).to.equal(MODULE.pages[2]!.id)
    await leave(element)
    const current = () => words(find('[aria-current="page"]', element.shadowRoot!))
    expect(current()).to.equal(MODULE.pages[0]!.title)
    expect(find<HTMLDetailsElement>('details.about', element.shadowRoot!)!.open).to.equal(false)
    await until(() => heading() === MODULE.title, heading)
    await goBack()
    expect(current()).to.equal(MODULE.pages[0]!.title)
    expect(loaded.record.events).to.deep.equal([])
  })

  it('sees nothing that the last one typed, chose or was told', async () => {
    const element = await show<GuideElement>(html`<dsg-guide .guide=${loaded}></dsg-guide>`)
    await settled(element)
    const root = element.shadowRoot!
    const field = find<HTMLInputElement>('#text', root)!
    field.value = 'zzz'
    field.dispatchEvent(new Event('input', {bubbles: true}))
    await settled(element)
    const away = find<HTMLDetailsElement>('details', find('dsg-take-away', root)!.shadowRoot!)!
    away.open = true
    const bar = findAll('button', find('dsg-saving', root)!.shadowRoot!).find(each => words(each) === 'Delete my record and answers')!
    bar.click()
    await settled(element)
    await leave(element)
    expect(find<HTMLInputElement>('#text', root)!.value).to.equal('')
    expect(find<HTMLDetailsElement>('details', find('dsg-take-away', root)!.shadowRoot!)!.open).to.equal(false)
    expect(shownIn(element)).not.to.contain('You cannot undo it')
  })

  it('chooses anew where to begin a self-assessment', async () => {
    const other = shippedGuide(...rated('a', 3, () => ({now: 2, needed: 4})))
    other.record.shareThisVisit()
    const element = await show<GuideElement>(html`<dsg-self-assessment .guide=${other}></dsg-self-assessment>`)
    const radios = () => findAll<HTMLInputElement>('input[type=radio]', element.shadowRoot!)
    const chosen = () => radios().findIndex(({checked}) => checked)
    const first = chosen()
    radios()[2]!.click()
    other.record.endVisit()
    await settled(element)
    expect(chosen()).to.equal(first)
  })

  it('sees the panel as tall as it was, also once something is done again', async () => {
    for (const width of [320, 900]) {
      const guide = shippedGuide(...answeredAll('spot-suspicious-email', false))
      guide.record.shareThisVisit()
      const time = new FakeClock()
      const element = await show<GuideElement>(html`<dsg-saving .guide=${guide} .clock=${time}></dsg-saving>`, width)
      const height = () => find('section.panel', element.shadowRoot!)!.offsetHeight
      const before = height()
      time.goOn(IDLE_LIMIT_MS)
      await settled(element)
      const cleared = height()
      expect(cleared).to.be.at.least(before)
      await press('Tab')
      await guide.record.append([{type: 'read', about: MODULE.id, hash: '', page: MODULE.pages[0]!.id}])
      await settled(element)
      element.requestUpdate()
      await settled(element)
      expect(height()).to.equal(cleared)
      const past = find('.past', element.shadowRoot!)!
      expect([getComputedStyle(past).visibility, past.getAttribute('aria-hidden')]).to.deep.equal(['hidden', 'true'])
    }
  })

  it('begins a canvas at its list of tasks, with the focus on its heading, and Back leads to nothing of the last team', async () => {
    const team = new Team().begin(AUTUMN).rate()
    team.store.shareThisVisit()
    idleVisitOf(team.store, clock)
    const element = await show<DsgCanvas>(html`<dsg-canvas .guide=${loaded} .store=${team.store} .clock=${clock}></dsg-canvas>`)
    const use = async (name: string) => {
      findAll('button', element.shadowRoot!).find(each => words(each) === name)!.click()
      await settled(element)
    }
    await use('See views and agree levels')
    await use(shipped.canvases[0]!.factors[1]!.name)
    await leave(element)
    expect(element.place.screen).to.equal('home')
    await until(() => heading() === shipped.canvases[0]!.title, heading)
    await goBack()
    expect(element.place.screen).to.equal('home')
  })

  it('stays where they are when they clear their own answers on their own device', async () => {
    const own = shippedGuide(...answeredAll('spot-suspicious-email', false))
    const element = await show<GuideElement>(html`<dsg-guide .guide=${own}></dsg-guide>`)
    const place = `#dsg/module/${MODULE.id}/${MODULE.pages[1]!.id}`
    await follow(place)
    await own.record.clear()
    await settled(element)
    expect(location.hash).to.equal(place)
    expect(find('dsg-module', element.shadowRoot!)).to.not.equal(undefined)
  })

  it('begins at the first page after the last one pressed "Delete my record and answers"', async () => {
    const element = await show<GuideElement>(html`<dsg-guide .guide=${loaded}></dsg-guide>`)
    await follow(`#dsg/module/${MODULE.id}`)
    await until(() => heading() === MODULE.title, heading)
    const use = async (name: string) => {
      findAll('button', find('dsg-saving', element.shadowRoot!)!.shadowRoot!).find(each => words(each) === name)!.click()
      await settled(element)
    }
    await use('Delete my record and answers')
    await use('Yes, delete my record and answers')
    expect(location.hash).to.equal(HOME)
    expect(find('dsg-module', element.shadowRoot!)).to.equal(undefined)
    await until(() => shownIn(element).includes('Everything is deleted from this device.'))
    await until(() => focused()?.id === 'end', heading)
  })
})
