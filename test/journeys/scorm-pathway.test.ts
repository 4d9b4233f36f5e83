import {expect} from 'chai'
import {COMPACT_LIMIT} from '../../components/model/record/compact/record.js'
import {guide} from '../../stories/content.js'
import {Learning} from '../model/record/learning.js'
import {bring, KEPT, module, modules, toQuestions} from './course.js'
import {Learner} from './learner.js'
import {leave, LearningSystem} from './learning-system.js'

describe('a pathway in a learning system', function () {
  this.timeout(120_000)

  const finished = (failures: number) => {
    const learning = new Learning(guide.edition)
    for (const module of modules) learning.finish(module, failures)
    return learning.events
  }

  it('is incomplete until every module is done, then passed with the mean of the best scores', async () => {
    const system = new LearningSystem()
    const learner = await system.visit('pathway')
    await learner.sees('0 of 5 modules done')
    const learning = new Learning(guide.edition)
    for (const [at, module] of modules.entries()) {
      learning.finish(module)
      bring(learner, learning.events)
      expect(system.kept.core).to.include({lesson_status: at < modules.length - 1 ? 'incomplete' : 'passed'})
      expect(system.kept.core?.score.raw).to.equal(String(Math.floor((at + 1) * 100 / modules.length)))
    }
    await learner.sees('You have done every module in this pathway.')
  })

  for (const failures of [0, 5, 25]) {
    it(`keeps within its room with every module passed at try ${failures + 1}, and comes back passed`, async () => {
      const system = new LearningSystem()
      const learner = await system.visit('pathway')
      await learner.sees('0 of 5 modules done')
      const events = finished(failures)
      for (let some = 50; some < events.length + 50; some += 50) bring(learner, events.slice(0, some))
      const lengths = system.calls.flatMap(([name, element, text = '']) =>
        name === 'LMSSetValue' && element === 'cmi.suspend_data' ? [text.length] : [])
      expect(Math.max(...lengths)).to.be.at.most(COMPACT_LIMIT)
      expect(system.kept.core).to.include({lesson_status: 'passed'})
      await learner.sees(KEPT)
      await leave(learner)

      const later = await system.visit('pathway')
      await later.sees('You have done every module in this pathway.')
      await later.use(modules[0]!.title)
      await later.turnTo('Check yourself')
      await later.sees(`You got ${modules[0]!.show} of ${modules[0]!.show} right`)
    })
  }
})

describe('a package without a learning system', function () {
  this.timeout(120_000)

  it('works as a page, and says that nothing is sent', async () => {
    const learner = await Learner.at('/packages/module/index.html')
    await learner.sees('nothing is sent to one.')
    await toQuestions(learner)
    await learner.answerAll(module, module.show, () => true)
    expect(learner.shown).to.contain('You passed')
    await learner.use('Save or not')
    await learner.use('Yes')
    await learner.sees('Saved on this device')
    await learner.reload()
    await learner.sees('You passed')
  })

  it('made as HTML, opens at its pathway in any folder, and speaks of no learning system', async () => {
    const learner = await Learner.at('/packages/any/where/html/index.html')
    await learner.sees('0 of 5 modules done')
    expect(learner.shown).to.not.contain('learning system')
    await learner.use(module.title)
    await toQuestions(learner)
    await learner.answer(module, true)
    await learner.use('Search')
    expect(learner.shown).to.contain('Search')
  })
})
