import {expect} from 'chai'
import type {DsgElement} from '../../components/elements/shared/base/element.js'
import {guide} from '../../stories/content.js'
import {find, findAll, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {keptHere} from '../kept-here.js'
import {DATABASE, freshDevice, Learner} from './learner.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const check = module.pages.find(({title}) => title === 'Check yourself')!
const statements = guide.frameworks[0]!.domains.flatMap(domain => domain.statements)
const ASKS = 'Keep this on this device?'

/** What a learner answers, and what becomes of 5 ratings of 24. */
const ANSWERS: [answer: string, isKept: boolean, warns: boolean][] = [
  ['', false, true], ['Yes', true, false], ['Not now', false, false], ['This is a shared computer', false, false],
]

describe('work that somebody stops in the middle of', function () {
  this.timeout(180_000)
  beforeEach(freshDevice)
  after(freshDevice)

  /** Would the browser ask before this page is left? */
  const warns = ({frame}: Learner) => {
    const {Event: FramesEvent} = frame.contentWindow as Window & typeof globalThis
    return !frame.contentWindow!.dispatchEvent(new FramesEvent('beforeunload', {cancelable: true}))
  }
  const onDisk = async () => (await keptHere()).filter(name => name.includes(DATABASE))
  const isAsked = (learner: Learner) => findAll('.ask', learner.page).some(each => each.getClientRects().length)
  const record = (learner: Learner) => find<DsgElement>('dsg-guide', learner.page)!.guide!.record

  for (const [answer, isKept, isWarned] of ANSWERS) {
    it(`5 of ${statements.length} ratings, ${answer ? `"${answer}"` : 'no answer'}: ${isKept ? 'there' : 'gone'} after a reload, ${
      isWarned ? 'with' : 'without'} a warning`, async () => {
      const learner = await Learner.at('/index.html#dsg/assessment')
      await learner.sees('How much would you like to rate?')
      expect(warns(learner), 'nothing to lose yet').to.equal(false)
      await learner.choose('domain', 1)
      await learner.use('Start')
      for (let i = 1; i <= 5; i++) {
        await learner.sees(`Statement ${i} of ${statements.length}`)
        for (const [ask, place] of [['now', 1], ['needed', 3]] as const) {
          await learner.choose(ask, place)
          await learner.use('Continue')
        }
      }
      await learner.sees(`Statement 6 of ${statements.length}`)
      expect(await onDisk(), 'nothing is kept before anybody agrees').to.deep.equal([])
      await learner.use('Stop here')
      await learner.sees(`You have rated 5 of ${statements.length} statements.`)
      await learner.sees(ASKS)
      expect(warns(learner)).to.equal(true)
      if (answer) {
        await learner.use(answer)
        await until(() => !isAsked(learner))
      }
      if (isKept) await until(() => record(learner).saving === 'saved', () => record(learner).saving)
      expect(warns(learner)).to.equal(isWarned)
      expect((await onDisk()).length > 0).to.equal(isKept)
      if (isWarned) return

      await learner.reload()
      await learner.sees('How much would you like to rate?')
      if (isKept) {
        await learner.sees(`You have rated 5 of ${statements.length} statements.`)
        await learner.use('Continue where you stopped')
        await learner.sees(`Statement 6 of ${statements.length}`)
      } else {
        expect(learner.shown).to.not.contain('You have rated')
        expect(record(learner).events).to.deep.equal([])
      }
      expect((await onDisk()).length > 0).to.equal(isKept)
    })
  }

  for (const [answer, isKept, isWarned] of ANSWERS) {
    it(`3 answers of a quiz, ${answer ? `"${answer}"` : 'no answer'}, and the host's own menu: ${
      isWarned ? 'the browser asks' : 'nothing stands in the way'}`, async () => {
      const learner = await Learner.at(`/index.html#dsg/module/${module.id}/${check.id}`)
      for (let i = 1; i <= 3; i++) {
        await learner.sees(`Question ${i} of ${module.show}`)
        await learner.answer(module, i > 1)
        if (i === 1) {
          await learner.sees(ASKS)
          if (answer) {
            await learner.use(answer)
            await until(() => !isAsked(learner))
          }
        } else if (answer) expect(isAsked(learner), 'once a visit').to.equal(false)
        await learner.on('.question > button')
      }
      if (isKept) await until(() => record(learner).saving === 'saved', () => record(learner).saving)
      expect(warns(learner)).to.equal(isWarned)
      if (isWarned) return

      const before = learner.page
      await learner.use('Outpatients')
      await until(() => learner.page !== before && learner.page?.readyState === 'complete')
      expect(learner.frame.contentWindow!.location.pathname).to.equal('/widgets.html')
      await until(() => find('dsg-quiz', learner.page)?.shadowRoot && find('legend #title', learner.page))
      const quiz = words(find('dsg-quiz', learner.page))
      expect(quiz).to.contain(`Question ${isKept ? 4 : 1} of ${module.show}`)
      expect((await onDisk()).length > 0).to.equal(isKept)
    })
  }
})
