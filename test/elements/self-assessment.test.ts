import {expect} from 'chai'
import '../../components/elements/self-assessment/define.js'
import type {DsgSelfAssessment} from '../../components/elements/self-assessment/self-assessment.js'
import {plainText} from '../../components/model/guide/document.js'
import {sittings, shortForm} from '../../components/model/assessment/assessment.js'
import {assessed, changedGuide, guide, rated, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {expectAccessible} from './axe.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const framework = guide.frameworks[0]!
const statements = framework.domains.flatMap(({statements}) => statements)

describe('dsg-self-assessment', () => {
  const root = (element: DsgSelfAssessment) => element.shadowRoot!
  const heading = () => words(focused() ?? undefined)

  /** Chooses an option with the keyboard alone. @param place - from 0 */
  async function choose(element: DsgSelfAssessment, name: string, place: number): Promise<void> {
    const options = findAll<HTMLInputElement>(`input[name="${name}"]`, root(element))
    options[0]!.focus()
    await press('Space')
    for (let i = 0; i < place; i++) await press('ArrowDown')
  }

  async function go(element: DsgSelfAssessment): Promise<void> {
    find('form button:not(.link-button)', root(element))!.focus()
    await press('Enter')
    await settled(element)
  }

  it('asks each statement of a domain twice, one a page, and shows the result', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    await choose(element, 'domain', 2)
    await choose(element, 'area', 0)
    await go(element)
    const [domain] = framework.domains
    for (const [at, statement] of domain!.statements.entries()) {
      expect(heading()).to.equal(plainText(statement.prompt).trim())
      const counter = () => words(find('.caption', root(element)))
      expect(counter()).to.equal(`Statement ${at + 1} of ${domain!.statements.length}, question 1 of 2: ${domain!.short}`)
      for (const level of statement.levels) expect(words(element)).to.contain(plainText(level).trim())
      expect(find('input[name="needed"]', root(element))).to.equal(undefined)
      await choose(element, 'now', 1)
      await go(element)
      expect(heading()).to.equal(plainText(statement.prompt).trim())
      expect(counter()).to.equal(`Statement ${at + 1} of ${domain!.statements.length}, question 2 of 2: ${domain!.short}`)
      for (const need of framework.needed!) expect(words(element)).to.contain(need)
      for (const level of statement.levels) expect(words(element)).not.to.contain(plainText(level).trim())
      expect(words(element)).to.contain('Where you are now: with help')
      await choose(element, 'needed', 3)
      await go(element)
    }
    expect(heading()).to.equal('Check your answers')
    expect(words(find('.check li', root(element)))).to.contain('Now: with help Role needs: on my own')
    findAll<HTMLButtonElement>('button', root(element)).at(-1)!.focus()
    await press('Enter')
    await until(() => heading() === 'Your digital skills')
    expect(words(element)).to.contain('4 of 4 statements rated')
    expect(words(element)).to.match(/You rated "[^"]+" as "with help", and your role needs "on my own"\./)
    expect(loaded.record.events.map(({type}) => type)).to.deep.equal(['began', 'rated', 'rated', 'rated', 'rated', 'assessed'])
  })

  it('shows the skill areas only to who wants one, in reach of the next Tab, and asks for one until one is chosen', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    const areas = () => findAll<HTMLInputElement>('input[name="area"]', root(element)).filter(each => each.checkVisibility())
    expect(findAll('input[name="domain"]', root(element))).to.have.length(3)
    expect(areas()).to.have.length(0)
    await choose(element, 'domain', 2)
    await settled(element)
    expect(areas()).to.have.length(framework.domains.length)
    await press('Tab')
    expect(focused()).to.equal(areas()[0])
    await go(element)
    expect(words(focused()!)).to.equal('There is a problem Select a skill area')
    expect(loaded.record.events).to.deep.equal([])
    await expectAccessible(element)
    await press('Tab')
    await press('Enter')
    expect(focused()).to.equal(areas()[0])
    await choose(element, 'area', 4)
    await go(element)
    expect(heading()).to.equal(plainText(framework.domains[4]!.statements[0]!.prompt).trim())
    expect(loaded.record.events.flatMap(event => event.type === 'began' ? event.domains : [])).to.deep.equal([framework.domains[4]!.id])
  })

  it('forgets the skill area of who then wants to rate everything', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    await choose(element, 'domain', 2)
    await choose(element, 'area', 3)
    await choose(element, 'domain', 1)
    await settled(element)
    await go(element)
    expect(loaded.record.events.flatMap(event => event.type === 'began' ? event.domains : []))
      .to.deep.equal(framework.domains.map(({id}) => id))
  })

  for (const [name, facts] of [
    ['for the first time', []],
    ['again', assessed('a', () => ({now: 2, needed: 4}))],
  ] as const) {
    it(`has its button on the first screen of a phone, ${name}`, async () => {
      const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${shippedGuide(...facts)}></dsg-self-assessment>`, 343)
      const button = findAll('form button', root(element)).find(each => words(each) === 'Start')!
      expect(button.getBoundingClientRect().bottom - element.getBoundingClientRect().top).to.be.at.most(760)
    })
  }

  it('says what is missing, and leads to it', async () => {
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${shippedGuide()}></dsg-self-assessment>`)
    await go(element)
    await go(element)
    expect(words(focused()!)).to.equal('There is a problem Select where you are now')
    await press('Tab')
    await press('Enter')
    expect(focused()?.id).to.equal('now-1')
  })

  it('goes on where the record says the learner stopped', async () => {
    const loaded = shippedGuide(...rated('half', 12, () => ({now: 2, needed: 4})))
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    expect(words(element)).to.contain(`You have rated 12 of ${statements.length} statements.`)
    find('.callout button', root(element))!.focus()
    await press('Enter')
    await settled(element)
    expect(heading()).to.equal(plainText(statements[12]!.prompt).trim())
  })

  it('goes back, and shows the answer given before', async () => {
    const loaded = shippedGuide(...rated('half', 2, () => ({now: 2, needed: 'not-my-role'})))
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    find('.callout button', root(element))!.click()
    await settled(element)
    find('form .link-button', root(element))!.focus()
    await press('Enter')
    await settled(element)
    expect(heading()).to.equal(plainText(statements[1]!.prompt).trim())
    const chosen = findAll<HTMLInputElement>('input:checked', root(element)).map(({name, value}) => `${name} ${value}`)
    expect(chosen).to.deep.equal(['needed not-my-role'])
    find('form .link-button', root(element))!.click()
    await settled(element)
    expect(find<HTMLInputElement>('input:checked', root(element))?.id).to.equal('now-2')
  })

  for (const rated of [0, 1, 3]) {
    it(`tells who stops after ${rated} that this is where they are, whatever they had begun to choose`, async () => {
      const loaded = shippedGuide()
      const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
      await go(element)
      for (let i = 0; i < rated; i++) {
        for (const ask of ['now', 'needed']) {
          await choose(element, ask, 1)
          await go(element)
        }
      }
      await choose(element, 'now', 2)
      if (rated % 2) await go(element)
      findAll('.link-button', root(element)).at(-1)!.focus()
      await press('Enter')
      await settled(element)
      expect(heading()).to.equal(`You have rated ${rated} of ${shortForm(framework).length} statements.`)
    })
  }

  it('offers to look back only to someone who rated themselves before', async () => {
    const first = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${shippedGuide()}></dsg-self-assessment>`)
    expect(find('#look-back', root(first))).to.equal(undefined)
    const again = shippedGuide(...assessed('first', () => ({now: 2, needed: 4})))
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${again} domains="D6"></dsg-self-assessment>`)
    find('#look-back', root(element))!.focus()
    await press('Space')
    await go(element)
    const asks: string[] = []
    for (const ask of ['before', 'now', 'needed']) {
      asks.push(...findAll('legend', root(element)).map(legend => words(legend)))
      await choose(element, ask, 1)
      await go(element)
    }
    expect(asks).to.deep.equal(['Looking back, where were you before?', 'Where are you now?', 'What does your role need?'])
  })

  /** Presses a button by its words, with the keyboard. */
  async function use(element: DsgSelfAssessment, label: string): Promise<void> {
    findAll('button', root(element)).find(each => words(each).startsWith(label))!.focus()
    await press('Enter')
    await settled(element)
  }

  it('takes the short form in at most 60 keys, and goes deeper in one area in the same sitting', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    await use(element, 'Start')
    let keys = 0
    const hit = async (key: string) => { await press(key); keys += 1 }
    for (const [at, {prompt}] of shortForm(framework).entries()) {
      expect(heading()).to.equal(plainText(prompt).trim())
      while (!(focused() instanceof HTMLInputElement)) await hit('Tab')
      for (const key of ['Space', 'ArrowDown', 'Enter']) await hit(key)
      await settled(element)
      expect(heading()).to.equal(plainText(prompt).trim())
      expect(find('input[name="needed"]', root(element))).to.not.equal(undefined)
      if (at) {
        find('.button-row .secondary', root(element))!.focus()
        await hit('Enter')
      } else {
        while (!(focused() instanceof HTMLInputElement)) await hit('Tab')
        for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await hit(key)
      }
      await settled(element)
    }
    expect(heading()).to.equal('Check your answers')
    expect(keys).to.be.at.most(60)
    await use(element, 'See your result')
    await until(() => heading() === 'Your digital skills')
    expect(/1 of 4 statements rated.{0,40}/.exec(words(element))?.[0]).to.contain('1 of 4 statements rated. From 1 answer')
    const [area] = framework.domains
    await use(element, area!.short)
    const others = area!.statements.filter(({id}) => id !== area!.first)
    for (const {prompt} of others) {
      expect(heading()).to.equal(plainText(prompt).trim())
      await choose(element, 'now', 2)
      await go(element)
      await use(element, 'The same as for the last one: on my own')
    }
    await use(element, 'See your result')
    await until(() => heading() === 'Your digital skills')
    expect(sittings(framework.id, loaded.record.events)).to.have.length(1)
    expect(words(element)).to.contain('4 of 4 statements rated')
  })

  it('brings each ask into sight from its counter to its question, however far down "Continue" was', async () => {
    const element = await show<DsgSelfAssessment>(html`<div><div style="height: 150vh"></div>
      <dsg-self-assessment .guide=${shippedGuide(...rated('half', 0, () => ({now: 2, needed: 4})))}></dsg-self-assessment>
      <div style="height: 150vh"></div></div>`, 343)
    const assessment = find<DsgSelfAssessment>('dsg-self-assessment', element)!
    await settled(assessment)
    await use(assessment, 'Continue')
    for (const ask of ['now', 'needed', 'now', 'needed']) {
      const [counter, legend] = [find('.caption', root(assessment))!, find('legend', root(assessment))!]
      expect(counter.getBoundingClientRect().top).to.be.within(0, innerHeight)
      expect(legend.getBoundingClientRect().bottom).to.be.within(0, innerHeight)
      expect(focused()?.id).to.equal('title')
      expect(find(`input[name="${ask}"]`, root(assessment))).to.not.equal(undefined)
      await choose(assessment, ask, 1)
      find('.button-row button', root(assessment))!.scrollIntoView({block: 'start'})
      expect(legend.getBoundingClientRect().bottom).to.be.below(0)
      await go(assessment)
    }
  })

  it('keeps the first of two answers for who stops between them', async () => {
    const loaded = shippedGuide(...rated('half', 2, () => ({now: 2, needed: 4})))
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    await use(element, 'Continue')
    await choose(element, 'now', 2)
    await go(element)
    await use(element, 'Stop here')
    await use(element, 'Continue')
    expect(heading()).to.equal(plainText(statements[2]!.prompt).trim())
    expect(find<HTMLInputElement>('input:checked', root(element))?.id).to.equal('now-3')
    await go(element)
    await choose(element, 'needed', 4)
    await go(element)
    expect(loaded.record.events.flatMap(event => event.type === 'rated' && event.about === statements[2]!.id ? [[event.now, event.needed]] : []))
      .to.deep.equal([[3, 5]])
  })

  it('promises as many questions as it asks', async () => {
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${shippedGuide()}></dsg-self-assessment>`)
    const [, of, answers] = /(\d+) statements, (\d+) answers, about \d+ minutes/.exec(words(element))!.map(Number)
    await use(element, 'Start')
    let asked = 0
    for (; heading() !== 'Check your answers'; asked += 1) {
      find('input', root(element))!.click()
      await go(element)
    }
    expect([of, answers]).to.deep.equal([asked / 2, asked])
  })

  it('stops after 5 of all, and goes on with the 6th', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    await choose(element, 'domain', 1)
    await go(element)
    for (let i = 0; i < 5; i++) for (const ask of ['now', 'needed']) { await choose(element, ask, 2); await go(element) }
    await use(element, 'Stop here')
    element.remove()
    const later = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    expect(words(later)).to.contain(`You have rated 5 of ${statements.length} statements.`)
    await use(later, 'Continue')
    expect(heading()).to.equal(plainText(statements[5]!.prompt).trim())
  })

  it('changes one answer of all, and comes back to it', async () => {
    const loaded = shippedGuide(...rated('all', Infinity, () => ({now: 2, needed: 4})))
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    await use(element, 'Continue')
    findAll('.check button', root(element))[7]!.focus()
    await press('Enter')
    await settled(element)
    for (const ask of ['now', 'needed']) { await choose(element, ask, 4); await go(element) }
    expect(focused()?.id).to.equal('change-7')
    expect(words(findAll('.check li', root(element))[7])).to.contain('Now: helping others Role needs: helping others')
  })

  it('asks what the role needs so that the statement\'s words fit, where a framework has no other', async () => {
    const {levels: _levels, needed: _needed, ...plain} = framework
    const loaded = changedGuide({frameworks: [plain]}, ...rated('one', 0, () => ({now: 2, needed: 4})))
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    await use(element, 'Continue')
    await choose(element, 'now', 1)
    await go(element)
    expect(words(find('legend', root(element)))).to.equal('To do your role well, which of these should be true of you?')
    const [, second] = statements[0]!.levels.map(level => plainText(level).trim().replace(/\.$/, ''))
    expect(words(element)).to.contain(`Where you are now: ${second!}`)
  })

  it('asks only the domains that the host names', async () => {
    const element = await show<DsgSelfAssessment>(html`
      <dsg-self-assessment .guide=${shippedGuide()} domains="D6 D1"></dsg-self-assessment>`)
    expect(words(element)).to.contain('8 statements')
    expect(find('input[name="domain"]', root(element))).to.equal(undefined)
  })
})
