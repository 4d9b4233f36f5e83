import {expect} from 'chai'
import '../../components/elements/self-assessment/define.js'
import type {DsgSelfAssessment} from '../../components/elements/self-assessment/self-assessment.js'
import {plainText} from '../../components/model/guide/document.js'
import {assessed, guide, rated, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
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
    await choose(element, 'domain', 1)
    await go(element)
    const [domain] = framework.domains
    for (const [at, statement] of domain!.statements.entries()) {
      expect(heading()).to.equal(plainText(statement.prompt).trim())
      expect(words(element)).to.contain(`Question ${at + 1} of ${domain!.statements.length}`)
      for (const level of statement.levels) expect(words(element)).to.contain(plainText(level).trim())
      await choose(element, 'now', 1)
      await choose(element, 'needed', 3)
      await go(element)
    }
    expect(heading()).to.equal('Check your answers')
    findAll<HTMLButtonElement>('button', root(element)).at(-1)!.focus()
    await press('Enter')
    await until(() => heading() === 'Your digital skills')
    expect(words(element)).to.contain('4 of 4 statements rated')
    expect(words(element)).to.match(/You rated "[^"]+" as "[^"]+", and your role needs "[^"]+"\./)
    expect(loaded.record.events.map(({type}) => type)).to.deep.equal(['began', 'rated', 'rated', 'rated', 'rated', 'assessed'])
  })

  it('says what is missing, all at once, and leads to it', async () => {
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${shippedGuide()}></dsg-self-assessment>`)
    await go(element)
    await go(element)
    expect(words(focused()!)).to.equal('There is a problem Select where you are now Select what your role needs')
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
    expect(chosen).to.deep.equal(['now 2', 'needed not-my-role'])
  })

  it('offers to look back only to someone who rated themselves before', async () => {
    const first = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${shippedGuide()}></dsg-self-assessment>`)
    expect(find('#look-back', root(first))).to.equal(undefined)
    const again = shippedGuide(...assessed('first', () => ({now: 2, needed: 4})))
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${again} domains="D6"></dsg-self-assessment>`)
    find('#look-back', root(element))!.focus()
    await press('Space')
    await go(element)
    expect(findAll('legend', root(element)).map(legend => words(legend))).to.deep.equal([
      'Looking back, where were you before?', 'Where are you now?', 'What does your role need?'])
  })

  it('asks only the domains that the host names', async () => {
    const element = await show<DsgSelfAssessment>(html`
      <dsg-self-assessment .guide=${shippedGuide()} domains="D6 D1"></dsg-self-assessment>`)
    expect(words(element)).to.contain('8 statements')
    expect(find('input[name="domain"]', root(element))).to.equal(undefined)
  })
})
