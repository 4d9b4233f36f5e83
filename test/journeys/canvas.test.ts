import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import type {DsgCanvasReportPage} from '../../components/elements/canvas/screens/report-page.js'
import {fileOfRater} from '../../components/model/canvas/view.js'
import {CanvasLog} from '../../components/state/canvas/canvas.js'
import type {Clock} from '../../components/state/visit/clock.js'
import {canvas, SPRING, Team, uuid} from '../../stories/canvas-team.js'
import {shippedGuide} from '../../stories/content.js'
import {expectAccessible, expectAccessiblePage} from '../elements/axe.js'
import {CanvasUser} from '../elements/canvas-user.js'
import {find, findAll, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {keptHere} from '../kept-here.js'
import {press} from '../keys.js'
import {openPage} from './frame.js'

/** A clock that can be moved on. */
class Calendar implements Clock {
  #now = Date.parse('2026-11-23T10:00:00Z')
  now(): number { return this.#now }
  after(): () => void { return () => {} }
  goOnTo(day: string): void { this.#now = Date.parse(`${day}T10:00:00Z`) }
}

/** Prints as a person does. @returns the words on paper */
async function printed(print: () => Promise<void>): Promise<string> {
  const real = window.print
  let paper = ''
  window.print = () => {
    paper = words(document.querySelector<DsgCanvasReportPage>('body > dsg-canvas-report-page')!.shadowRoot!)
    dispatchEvent(new Event('afterprint'))
  }
  try {
    await print()
    await until(() => paper && !document.querySelector('body > dsg-canvas-report-page'))
  } finally {
    window.print = real
  }
  return paper
}

describe('a canvas team with a keyboard', function () {
  this.timeout(300_000)

  /** Rates every factor. @param place - of the level, by the factor's place */
  async function rateAll(user: CanvasUser, label: string, place: (factor: number) => number): Promise<void> {
    await user.open('Rate the factors')
    await user.fill('label', label)
    await user.use('Start rating')
    for (const [at, factor] of canvas.factors.entries()) {
      await user.isAt(factor.name)
      await user.choose('rating', place(at))
      await user.use('Save and continue')
    }
    await user.isAt('Check your ratings')
  }

  async function snapshot(user: CanvasUser, changed: string): Promise<void> {
    await user.open('Take a snapshot')
    await user.fill('changed', changed)
    await user.use('Take the snapshot')
    await user.isAt('Profile')
  }

  it('sets up, rates, hears three others, agrees, plans, comes back in six months, compares and prints', async () => {
    const calendar = new Calendar()
    const store = new CanvasLog(canvas.id, {now: () => calendar.now()})
    const user = await CanvasUser.at(shippedGuide(), store, calendar)

    await user.use('Set up an assessment')
    await user.isAt('Set up the assessment')
    await user.fill('series', 'Marsh Vale partnership')
    await user.fill('name', 'Autumn 2026')
    await user.use('Save and continue')
    await user.isAt('Marsh Vale partnership')

    await rateAll(user, 'Digital team', at => at === 1 ? 3 : 1)
    await user.open('Bring in other raters')
    const others = new Team('Alone', 5).begin(SPRING).rate(3).file
    const handedIn = [20, 21, 22].map(n => ({name: `rater-${n}.json`, text: JSON.stringify(fileOfRater(others, uuid(n)))}))
    await user.bring(...handedIn)
    await user.sees('We added 36 ratings from 3 new raters.')
    await user.use('See views and agree levels')

    const most = words(user.visible('.spreads strong')[0])
    expect(most).to.equal(canvas.factors[1]!.name)
    await user.use(most)
    await user.isAt(most)
    await user.choose('rating', 0)
    await user.fill('note', 'The carers told us what it is like.')
    await user.use('Agree this level')
    await user.isAt('See views and agree levels')
    expect(user.shown).to.contain('Agreed. Level 1: Not yet started')
    for (const factor of canvas.factors.filter(({name}) => name !== most)) {
      await user.use(factor.name)
      await user.isAt(factor.name)
      await user.choose('rating', 1)
      await user.fill('note', 'We talked.')
      await user.use('Agree this level')
      await user.isAt('See views and agree levels')
    }

    const actions = [
      {what: 'Ask 10 people who missed an appointment', due: ['18', '1', '2027']},
      {what: 'Lend tablets at the library', due: ['18', '12', '2026']},
    ] as const
    for (const {what, due} of actions) {
      await user.open('Plan actions')
      await user.use('Add an action')
      await user.isAt('Add an action')
      await user.fill('what', what)
      await user.fill('owner', 'Head of digital')
      await user.day('due', due)
      await user.use('Save action')
      await user.isAt('Plan actions')
    }
    expect(user.visible('[part="plan"] tbody th').map(each => words(each)))
      .to.deep.equal(['Lend tablets at the library', 'Ask 10 people who missed an appointment'])
    await snapshot(user, 'This is where we begin.')
    expect(user.shown).to.contain('There is no total score.')
    const before = JSON.stringify(store.file.items.find(({type}) => type === 'snapshot'))

    calendar.goOnTo('2027-05-23')
    await user.use('Back to all tasks')
    await user.sees('The next review was due on 23 May 2027.')
    await user.use('Start the next assessment')
    await user.isAt('Start the next assessment')
    await user.fill('name', 'Spring 2027')
    await user.use('Save and continue')
    await user.isAt('Marsh Vale partnership')
    await rateAll(user, 'Everyone together', at => at === 8 ? 0 : 2)
    await user.open('See views and agree levels')
    await user.use('Agree those 12 levels')
    await snapshot(user, 'Lending began at 2 libraries.')

    await user.open('Compare 2 snapshots')
    await user.sees('11 factors moved up, 1 moved down and 0 stayed the same.')
    expect(JSON.stringify(store.file.items.find(({type}) => type === 'snapshot'))).to.equal(before)
    await expectAccessible(user.element)

    await user.open('Report')
    const paper = await printed(() => user.use('Print the report'))
    for (const words of [
      'Marsh Vale partnership', 'Spring 2027, 23 May 2027', 'There is no total score.',
      `Moved down since the last snapshot: "${canvas.factors[8]!.name}".`,
      'Lend tablets at the library', 'Late: not started', 'Lending began at 2 libraries.', 'This is where we begin.',
    ]) expect(paper).to.contain(words)
    const saidBy = /Everyone together ?:/
    expect(paper).to.match(saidBy)
    expect(await printed(() => user.use('Print without the evidence of each rater')))
      .to.contain('Lending began at 2 libraries.').and.not.match(saidBy)
    expect(document.adoptedStyleSheets).to.have.length(0)
  })
})

describe('the canvas on the demonstration intranet', function () {
  this.timeout(90_000)

  const left = async () => (await keptHere()).filter(name => name.includes(canvas.id))

  for (const width of [320, 1280]) {
    it(`at ${width} px: breaks no policy, nothing for axe, no sideways scroll, and leaves nothing on the device`, async () => {
      const frame = await openPage('/canvas.html?axe', width)
      const page = frame.contentDocument!
      const broken: string[] = []
      page.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
        broken.push(`${violatedDirective} ${blockedURI}`))
      const begin = await until(() => findAll('button', page).find(each => words(each) === 'Set up an assessment'))
      begin.focus()
      await press('Enter')
      await until(() => find('#series', page))
      expect(broken).to.deep.equal([])
      expect(page.documentElement.scrollWidth).to.be.at.most(width)
      await expectAccessiblePage(frame)
      expect(await left()).to.deep.equal([])
    })
  }
})
