import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import type {CanvasPlace} from '../../components/elements/canvas/desk/place.js'
import {isDisputed} from '../../components/model/canvas/view.js'
import {spreadByFactor} from '../../components/model/canvas/spread.js'
import {canvasState} from '../../components/model/canvas/state.js'
import {CanvasLog} from '../../components/state/canvas/canvas.js'
import {AUTUMN, canvas, clockAt, SPRING, Team, teamOfTwoSnapshots} from '../../stories/canvas-team.js'
import {changedGuide, shippedGuide} from '../../stories/content.js'
import {expectAccessible, expectIdsToResolve} from './axe.js'
import {CanvasUser} from './canvas-user.js'
import {settled, until} from './settled.js'

const clock = clockAt(AUTUMN)
const MARK = '(no longer in this guide)'
/** The shipped guide without the factors at these places. */
const without = (...places: number[]) =>
  changedGuide({canvases: [{...canvas, factors: canvas.factors.filter((_, at) => !places.includes(at))}]})

describe('dsg-canvas in an edition that a factor has left', function () {
  this.timeout(60_000)

  async function shownAt(user: CanvasUser, place: CanvasPlace): Promise<string> {
    user.element.place = place
    await settled(user.element)
    return user.shown
  }

  it('shows the factor with its name and mark, wherever something was said of it', async () => {
    const team = teamOfTwoSnapshots()
    // A factor on which raters differ, so that it was in every part of the report.
    const before = canvasState(canvas, team.file)
    const {factor} = spreadByFactor(before, before.assessments.at(-1)!.assessment).filter(isDisputed)
      .find(({factor}) => before.actions.some(action => action.factor === factor.id))!
    const user = await CanvasUser.at(without(canvas.factors.findIndex(({id}) => id === factor.id)), team.store, clock)
    const named = `${factor.name} ${MARK}`
    const places: CanvasPlace[] = [
      {screen: 'agree'}, {screen: 'agree-factor', about: factor.id}, {screen: 'plan'}, {screen: 'action', about: before.actions.find(action => action.factor === factor.id)!.action},
      {screen: 'profile'}, {screen: 'compare'}, {screen: 'history'}, {screen: 'report'}, {screen: 'correction', about: team.newestSnapshot.id},
    ]
    for (const place of places) expect(await shownAt(user, place), place.screen).to.contain(named)
    for (const place of [{screen: 'factors'}, {screen: 'rate', about: before.ratingSets.at(-1)!.id}] as CanvasPlace[]) {
      const shown = await shownAt(user, place)
      expect(shown.slice(shown.indexOf('No longer in this guide')), place.screen).to.contain(factor.name)
      await expectAccessible(user.element)
    }
    expect(await shownAt(user, {screen: 'home'})).to.contain('11 factors').and.to.contain('11 of 11 rated')
    const evidence = await shownAt(user, {screen: 'report'})
    expect(evidence.slice(evidence.lastIndexOf(named))).to.contain('Level')
    await shownAt(user, {screen: 'agree-factor', about: factor.id})
    expect(user.visible('form')).to.deep.equal([])
    await expectAccessible(user.element)
    expectIdsToResolve(user.element)
  })

  it('takes it away in the spreadsheet with its name and mark', async () => {
    const team = teamOfTwoSnapshots()
    const user = await CanvasUser.at(without(3), team.store, clock)
    await user.open('Save, take away and export')
    const {name} = canvas.factors[3]!
    for (const button of ['Download all ratings as a spreadsheet (CSV)', 'Download all snapshots as a spreadsheet (CSV)', 'Download a report as text (Markdown)']) {
      expect((await user.take(button)).replaceAll('\\', ''), button).to.contain(`${name} ${MARK}`)
    }
  })

  it('knows the name of a factor that was rated on screen, without any snapshot', async () => {
    const store = new Team().begin(AUTUMN).store
    const earlier = await CanvasUser.at(shippedGuide(), store, clock)
    await earlier.open('Rate the factors')
    await earlier.fill('label', 'Housing')
    await earlier.use('Start rating')
    await earlier.choose('rating', 2)
    await earlier.fill('sentence', 'We asked 6 people.')
    await earlier.use('Save and continue')
    const {id, name, levels} = canvas.factors[0]!
    earlier.element.remove()
    const user = await CanvasUser.at(without(0), store, clock)
    expect(await shownAt(user, {screen: 'agree'})).to.contain(name)
    const shown = await shownAt(user, {screen: 'agree-factor', about: id})
    for (const part of [`${name} ${MARK}`, `Level 3: ${levels[2]!.name}`, 'We asked 6 people.']) expect(shown).to.contain(part)
  })

  it('can be left out by the team, and taken in again', async () => {
    const team = new Team().begin(SPRING).rate().agree().snapshot()
    const {name} = canvas.factors[5]!
    const user = await CanvasUser.at(without(5), team.store, clock)
    await user.open('Choose the factors')
    await user.use(`Switch off ${name}`)
    expect(await shownAt(user, {screen: 'agree'})).not.to.contain(MARK)
    await user.open('Choose the factors')
    await user.sees(`${name} ${MARK}`)
    await user.use(`Switch on ${name}`)
    expect(await shownAt(user, {screen: 'agree'})).to.contain(`${name} ${MARK}`)
  })

  it('shows all that was said of a canvas that has left the guide, and takes it away', async () => {
    const team = teamOfTwoSnapshots()
    const user = await CanvasUser.at(changedGuide({canvases: []}), team.store, clock)
    user.element.canvas = canvas.id
    await user.sees(`The canvas "${canvas.id}" is no longer in this guide.`)
    expect(await shownAt(user, {screen: 'profile'})).to.contain(`${canvas.factors[0]!.name} ${MARK}`)
    await user.open('Save, take away and export')
    expect(JSON.parse(await user.take('Take the canvas away')).items).to.deep.equal(team.file.items)
    await expectAccessible(user.element)
  })

  it('has nothing to show of a canvas that nobody wrote on', async () => {
    const user = await CanvasUser.at(changedGuide({canvases: []}), new CanvasLog('another'), clock)
    user.element.canvas = 'another'
    await until(() => user.shown.includes('The guide has no canvas called "another".'))
  })
})
