import {expect} from 'chai'
import '../../components/elements/pathway/define.js'
import type {DsgPathway} from '../../components/elements/pathway/pathway.js'
import type {NewEvent} from '../../components/model/record/record.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled} from './settled.js'

const pathway = guide.pathways[0]!
const [first, second] = pathway.modules.map(id => guide.modules.find(module => module.id === id)!)

const done = (module: string): NewEvent => ({type: 'completed', about: module, hash: '', outcome: 'completed'})
const showPathway = (...facts: NewEvent[]) => show<DsgPathway>(html`
  <dsg-pathway .guide=${shippedGuide(...facts)} pathway=${pathway.id} guide-href="/guide/"></dsg-pathway>`)
const rows = (element: DsgPathway) => findAll('.modules > li', element.shadowRoot!).map(row => words(row))

describe('dsg-pathway', () => {
  it('lists its modules in order, and starts a newcomer at the first', async () => {
    const element = await showPathway()
    expect(rows(element).map((row, i) => row.startsWith(guide.modules.find(({id}) => id === pathway.modules[i])!.title)))
      .to.deep.equal(pathway.modules.map(() => true))
    expect(words(element)).to.contain(`0 of ${pathway.modules.length} modules done`)
    await press('Tab')
    expect(words(focused()!)).to.equal(`Start with "${first!.title}"`)
    expect(focused()!.getAttribute('href')).to.equal(`/guide/#dsg/module/${first!.id}`)
  })

  it('goes on with the next module once one is done, and says that it is', async () => {
    const element = await showPathway(done(first!.id))
    expect(rows(element)[0]).to.contain('Completed')
    expect(rows(element)[1]).to.contain('Not started')
    expect(words(find('a.button', element.shadowRoot!))).to.equal(`Continue with "${second!.title}"`)
  })

  it('goes on where the learner stopped in a module, and tells how long that takes', async () => {
    const pages = first!.pages.slice(0, 2)
    const element = await showPathway(...pages.map(({id}): NewEvent => ({type: 'read', about: first!.id, hash: '', page: id})))
    const place = `/guide/#dsg/module/${first!.id}/${first!.pages[2]!.id}`
    expect(find('a.button', element.shadowRoot!)!.getAttribute('href')).to.equal(place)
    expect(findAll('.modules a', element.shadowRoot!).map(link => link.getAttribute('href')))
      .to.deep.equal([place, ...pathway.modules.slice(1).map(id => `/guide/#dsg/module/${id}`)])
    const left = Number(/About (\d+) minutes left/.exec(rows(element)[0]!)![1])
    expect(left).to.be.below(first!.minutes)
    const minutesOf = (id: string) => guide.modules.find(module => module.id === id)!.minutes
    const whole = pathway.modules.slice(1).reduce((sum, id) => sum + minutesOf(id), left)
    expect(words(element)).to.contain(`About ${whole} minutes left`)
  })

  it('keeps up with the record while the page is open', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgPathway>(html`<dsg-pathway .guide=${loaded} pathway=${pathway.id}></dsg-pathway>`)
    void loaded.record.append([done(first!.id)])
    await settled(element)
    expect(words(element)).to.contain(`1 of ${pathway.modules.length} modules done`)
    await loaded.record.clear()
    await settled(element)
    expect(words(element)).to.contain(`0 of ${pathway.modules.length} modules done`)
  })

  it('follows the record of the guide that it shows, and of no other', async () => {
    const [old, next] = [shippedGuide(), shippedGuide()]
    const element = await show<DsgPathway>(html`<dsg-pathway .guide=${old} pathway=${pathway.id}></dsg-pathway>`)
    element.guide = next
    await settled(element)
    void next.record.append([done(first!.id)])
    expect(element.isUpdatePending, 'the new one').to.equal(true)
    await settled(element)
    void old.record.append([done(first!.id)])
    expect(element.isUpdatePending, 'the old one').to.equal(false)
    const place = element.parentElement!
    element.remove()
    void next.record.append([done(second!.id)])
    expect(element.isUpdatePending, 'away from the page').to.equal(false)
    place.append(element)
    void next.record.append([done(first!.id)])
    expect(element.isUpdatePending, 'back on the page').to.equal(true)
  })

  it('says when all is done, and offers nothing more', async () => {
    const element = await showPathway(...pathway.modules.map(done))
    expect(words(element)).to.contain('You have done every module in this pathway.')
    expect(find('a.button', element.shadowRoot!)).to.equal(undefined)
  })

  it('says what is missing to whoever set up the page', async () => {
    const nameless = await show<DsgPathway>(html`<dsg-pathway .guide=${shippedGuide()}></dsg-pathway>`)
    expect(words(nameless)).to.contain('This page is not set up to show the guide.')
    const gone = await show<DsgPathway>(html`<dsg-pathway .guide=${shippedGuide()} pathway="gone-since"></dsg-pathway>`)
    expect(words(gone)).to.equal('The guide has no pathway called "gone-since". It may have moved.')
  })
})
