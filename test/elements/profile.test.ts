import {expect} from 'chai'
import '../../components/elements/profile/define.js'
import type {DsgProfile} from '../../components/elements/profile/profile.js'
import {nothing} from 'lit'
import {assessed, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {expectAccessible} from './axe.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled} from './settled.js'

describe('dsg-profile', () => {
  const framework = guide.frameworks[0]!
  const [first, ...others] = framework.domains
  /** The figures of a skill area in the table. */
  const row = (element: DsgProfile, area: string) =>
    words(findAll('tr', element.shadowRoot!).find(each => words(each).startsWith(area)))

  it('keeps in sight what was rated and has left the guide, and counts none of it', async () => {
    const facts = assessed('first', at => ({now: at % 2 ? 'unsure' : 2, needed: 4}))
    const [gone, ...kept] = first!.statements
    const without = [{...framework, domains: [{...first!, statements: kept}, ...others.slice(1)]}]
    const loaded = changedGuide({frameworks: without}, ...facts)
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const shown = words(find('[part=gone]', element.shadowRoot!))
    expect(shown).to.contain(`${1 + others[0]!.statements.length} statements that you rated are no longer in this guide`)
    expect(shown).to.contain(`${gone!.id}: now 2, role needs 4`)
    for (const {id} of others[0]!.statements) expect(shown).to.contain(id)
    expect(shown).to.contain('now not sure, role needs 4')
    expect(row(element, first!.short)).to.contain(`${kept.length} of ${kept.length} statements rated`)
    await expectAccessible(element)
  })

  it('says nothing of it while the guide has every statement', async () => {
    const loaded = shippedGuide(...assessed('first', () => ({now: 2, needed: 4})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    expect(find('[part=gone]', element.shadowRoot!)).to.equal(undefined)
  })

  it('keeps in sight what was rated by a framework that has left the guide', async () => {
    const loaded = changedGuide({frameworks: []}, ...assessed('first', () => ({now: 2, needed: 4})))
    for (const named of [framework.id, undefined]) {
      const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded} framework=${named ?? nothing}></dsg-profile>`)
      const statements = framework.domains.flatMap(({statements}) => statements)
      expect(words(element)).to.contain(`${statements.length} statements that you rated are no longer in this guide`)
      element.remove()
    }
  })

  it('suggests modules for the audience that the learner chooses, and for everyone', async () => {
    // The largest difference is in remote consultations, whose modules are for staff who face patients.
    const statements = guide.frameworks[0]!.domains.flatMap(domain => domain.statements)
    const loaded = shippedGuide(...assessed('first', at => ({now: statements[at]!.id === 'rate-d3-remote' ? 1 : 4, needed: 5})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const suggested = () => findAll<HTMLAnchorElement>('.suggestions a', element.shadowRoot!).map(each => words(each))
    const audienceOf = (title: string) => guide.modules.find(module => module.title === title)!.audience
    const forAll = suggested()
    const isForManagers = (title: string) => ['manager', 'everyone'].some(audience => audienceOf(title).includes(audience))
    expect(forAll.every(isForManagers)).to.equal(false)

    const select = find<HTMLSelectElement>('select', element.shadowRoot!)!
    expect(words(select.labels[0])).to.equal('Show modules for')
    select.focus()
    // By its first letters, as a keyboard chooses: every browser opens a list in its own way.
    await press('m')
    await settled(element)
    expect(element.audience).to.equal('manager')
    expect(suggested()).to.not.deep.equal(forAll)
    expect(suggested().filter(title => !isForManagers(title))).to.deep.equal([])
  })
})
