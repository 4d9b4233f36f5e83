import {setViewport} from '@web/test-runner-commands'
import {expect} from 'chai'
import '../../components/elements/guide/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import {plainText} from '../../components/model/guide/document.js'
import type {NewEvent} from '../../components/model/record/record.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {RecordLog} from '../../components/state/record/record.js'
import * as stories from '../../stories/guide.stories.js'
import {answeredAll, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {FakeClock} from '../state/visit/fake-clock.js'
import {expectAccessible, expectIdsToResolve} from './axe.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const phishing = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const passed = (id: string): NewEvent => ({type: 'completed', about: id, hash: '', outcome: 'passed'})
const read: NewEvent = {type: 'read', about: phishing.id, hash: '', page: phishing.pages[0]!.id}

describe('home', function () {
  this.timeout(60_000)
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search))
  after(() => setViewport({width: 1000, height: 800}))

  const shown = (loaded: LoadedGuide) => show<DsgGuide>(html`<dsg-guide .guide=${loaded}></dsg-guide>`)
  const card = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('section.next') ?? undefined
  const doors = (element: Element) => findAll('.doors a', element.shadowRoot!).map(door => words(door))
  const focusedHeading = () => words(focused() ?? undefined)

  /** Each of the states that somebody comes back in, by what the card begins with; of a newcomer, the first door. */
  const STATES: Record<string, string> = {
    FirstVisit: 'I have a question', Started: 'Carry on', NotPassed: 'Carry on', OnePassed: 'Next for you', Rating: 'Carry on',
    Suggested: 'Next for you', NearlyDone: 'Next for you', AllDone: 'Well done',
  }
  for (const [state, beginning] of Object.entries(STATES)) {
    const loaded = () => (stories as unknown as Record<string, {args: {guide: LoadedGuide}}>)[state]!.args.guide

    it(`${state}: a phone's first screen has one next action, and the top of a pathway`, async () => {
      await setViewport({width: 375, height: 812})
      const element = await shown(loaded())
      const top = element.getBoundingClientRect().top
      const next = card(element) ?? find('.doors', element.shadowRoot!)!
      expect(words(next)).to.match(new RegExp(`^${beginning}`))
      expect(findAll('.button', next)).to.have.length(state === 'FirstVisit' ? 0 : 1)
      expect(next.getBoundingClientRect().bottom - top).to.be.below(812)
      const first = find('.card a', element.shadowRoot!)!
      expect(first.getBoundingClientRect().bottom - top, words(first)).to.be.below(812)
      // One row.
      const links = findAll('.navigation a', element.shadowRoot!)
      expect(new Set(links.map(link => link.getBoundingClientRect().top)).size).to.equal(1)
      expect(document.documentElement.scrollWidth).to.be.at.most(375)
    })

    it(`${state}: nothing for axe at 320 px, from right to left`, async () => {
      const place = await show(html`<div dir="rtl"><dsg-guide .guide=${loaded()}></dsg-guide></div>`, 320)
      await expectAccessible(place)
      expectIdsToResolve(place)
      const ranks = findAll('h1, h2, h3, h4, h5, h6', place).map(({localName}) => Number(localName[1]))
      expect(ranks.filter(rank => rank === 2), 'one title').to.have.length(1)
      for (const [at, rank] of ranks.entries()) expect(rank - (ranks[at - 1] ?? 1)).to.be.at.most(1)
    })
  }

  it('has three doors for a newcomer, each of which opens by a key', async () => {
    const element = await shown(shippedGuide())
    expect(doors(element)).to.deep.equal(['I have a question', 'I have 10 minutes', 'Show me where I stand'])
    const open = async (at: number) => {
      find('.doors', element.shadowRoot!)!.querySelectorAll('a')[at]!.focus()
      await press('Enter')
    }
    await open(0)
    await until(() => focused()?.id === 'query')
    await type('email')
    await until(() => location.hash === '#dsg/search/email')
    history.back()
    await until(() => doors(element).length)
    await open(1)
    await until(() => guide.modules.some(({title, minutes}) => title === focusedHeading() && minutes <= 10))
    history.back()
    await until(() => card(element))
    expect(words(card(element))).to.match(/^Carry on/)
  })

  it('has no door that leads nowhere', async () => {
    const noFramework = changedGuide({frameworks: [], glossary: []})
    expect(doors(await shown(noFramework))).to.deep.equal(['I have a question', 'I have 10 minutes'])
    const long = changedGuide({modules: guide.modules.map(module => ({...module, minutes: 30}))})
    expect(doors(await shown(long))).to.deep.equal(['I have a question', 'Show me where I stand'])
  })

  it('leads on by one link, and names the next thing when that is done', async () => {
    const loaded = shippedGuide(read)
    const element = await shown(loaded)
    expect(words(card(element))).to.contain(`You have opened 1 of ${phishing.pages.length} pages.`)
    find('.next .button', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => focusedHeading() === phishing.pages[1]!.title)
    void loaded.record.append([passed(phishing.id)])
    find('.navigation a[href$="home"]', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => focusedHeading() === guide.title)
    await settled(element)
    expect(words(card(element))).to.match(/^Next for you/).and.contain('1 of 38 modules done').and.not.contain(phishing.title)
  })

  const readTo = (count: number): NewEvent[] => phishing.pages.slice(0, count)
    .map(page => ({type: 'read', about: phishing.id, hash: '', page: page.id}))

  for (const [count, left] of [[1, '8 minutes left'], [3, '5 minutes left'], [phishing.pages.length - 1, '2 minutes left']] as const) {
    it(`goes on at the page that comes after the ${count} that were opened, in ${left}`, async () => {
      const next = phishing.pages[count]!
      const element = await shown(shippedGuide(...readTo(count)))
      expect(words(card(element))).to.contain(left)
      find('.next .button', element.shadowRoot!)!.focus()
      await press('Enter')
      await until(() => focusedHeading() === next.title, focusedHeading)
      expect(location.hash).to.equal(`#dsg/module/${phishing.id}/${next.id}`)
    })
  }

  it('goes on with the question that is open, and with a quiz that was not passed', async () => {
    const begun = answeredAll(phishing.id, true).slice(0, 3)
    const attempt = begun[0] as {questions: string[]}
    const asked = phishing.questions.find(({id}) => id === attempt.questions[2])!
    for (const [facts, heading] of [[begun, plainText(asked.prompt)], [answeredAll(phishing.id, false), /^You got 0 of/]] as const) {
      history.replaceState(null, '', location.pathname + location.search)
      const element = await shown(shippedGuide(...readTo(2), ...facts))
      find('.next .button', element.shadowRoot!)!.focus()
      await press('Enter')
      await until(() => typeof heading === 'string' ? focusedHeading() === heading : heading.test(focusedHeading()), focusedHeading)
    }
  })

  /** What can be done beside the next action. */
  const ways = (element: Element) => findAll('.ways a', element.shadowRoot!).map(way => words(way))
  for (const [state, expected] of Object.entries({
    Started: ['I have a question', 'Show me where I stand'], OnePassed: ['I have a question', 'Show me where I stand'],
    Rating: ['I have a question'], Suggested: ['I have a question'], AllDone: ['I have a question'],
  })) {
    it(`${state}: still has ${expected.join(' and ')}, and tells nobody that nothing is done`, async () => {
      const loaded = (stories as unknown as Record<string, {args: {guide: LoadedGuide}}>)[state]!.args.guide
      const element = await shown(loaded)
      expect(ways(element)).to.deep.equal(expected)
      expect(words(card(element))).to.not.match(/\b0 of/)
      if (expected.length < 2) return
      find('.ways li:last-child a', element.shadowRoot!)!.focus()
      await press('Enter')
      await until(() => focusedHeading() === 'Rate your digital skills', focusedHeading)
    })
  }

  it('takes nothing away under somebody\'s fingers when another part of the page, or another tab, adds to the record', async () => {
    const loaded = shippedGuide()
    const element = await shown(loaded)
    const link = find('.card a', element.shadowRoot!)!
    link.focus()
    void loaded.record.append([read])
    await until(() => {
      expect(focused()).to.equal(link)
      return card(element)
    })
    expect(focused()).to.equal(link)
  })

  it('is as for somebody new once all was cleared', async () => {
    const loaded = shippedGuide(read)
    const element = await shown(loaded)
    expect(doors(element)).to.deep.equal([])
    await loaded.record.clear()
    await settled(element)
    expect(card(element)).to.equal(undefined)
    expect(doors(element)).to.have.length(3)
  })

  it('shows a newcomer the doors where all they did is gone from the guide', async () => {
    const element = await shown(shippedGuide(passed('gone-since')))
    expect(doors(element)).to.have.length(3)
  })

  it('asks to rate again after half a year', async () => {
    const element = await shown((stories.Suggested.args as {guide: LoadedGuide}).guide)
    const clock = new FakeClock()
    clock.goOn(400 * 24 * 60 * 60 * 1000)
    const later = await show<DsgGuide>(html`<dsg-guide .guide=${stories.Suggested.args!.guide} .clock=${clock}></dsg-guide>`)
    expect(words(card(element))).to.contain('Rate your skills again in')
    expect(words(card(later))).to.contain('See what has changed since.')
    expect(find('.next .button', later.shadowRoot!)!.getAttribute('href')).to.equal('#dsg/assessment')
  })

  for (const [whose, facts] of [['a learner who was here before', [read]], ['a newcomer', []]] as const) {
    it(`keeps room for what comes late from the device, so that nothing moves: ${whose}`, async () => {
      const record = new RecordLog(guide.edition)
      let come!: () => void
      const kept = new Promise<void>(resolve => { come = resolve })
      record.attach(async () => {
        await kept
        record.merge(facts.map((fact, at) => ({...fact, id: `kept-${at}`, at: '2026-11-01T10:00:00.000Z', edition: ''})), 'off')
        return {ready: kept, isOpen: false, unreadable: 0, written: async () => {}, close() {}} as never
      })
      const element = await show<DsgGuide>(html`<dsg-guide .guide=${{...shippedGuide(), record}}></dsg-guide>`, 375)
      expect([card(element), ...doors(element)]).to.deep.equal([undefined])
      const cards = find('dsg-pathways', element.shadowRoot!)!
      expect(getComputedStyle(cards).opacity).to.equal('0')
      const box = find('dsg-search', element.shadowRoot!)!.getBoundingClientRect()
      come()
      await until(() => card(element) ?? doors(element)[0])
      expect(getComputedStyle(cards).opacity).to.equal('1')
      expect(find('dsg-search', element.shadowRoot!)!.getBoundingClientRect()).to.deep.equal(box)
    })
  }
})
