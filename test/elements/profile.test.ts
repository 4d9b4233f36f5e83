import {expect} from 'chai'
import '../../components/elements/profile/define.js'
import type {DsgProfile} from '../../components/elements/profile/profile.js'
import {assessed, guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled} from './settled.js'

describe('dsg-profile', () => {
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
