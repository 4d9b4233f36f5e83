import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {Learning} from '../model/record/learning.js'
import {bring, FAILING, KEPT, module, modules, toQuestions} from './course.js'
import {leave, LearningSystem, Moodle} from './learning-system.js'

const ENDED = 'Your learning system has ended this attempt as “failed”'

describe('a course in Moodle', function () {
  this.timeout(120_000)

  it('is failed, left, opened again and passed: Moodle has the pass and the score', async () => {
    const moodle = new Moodle()
    let learner = await moodle.visit('module')
    await toQuestions(learner)
    await learner.answerAll(module, module.show, at => at > 1)
    expect(learner.shown).to.contain('Not passed yet')
    await leave(learner)
    expect(moodle.kept).to.include({'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '60'})

    learner = await moodle.visit('module')
    await learner.sees('You got 3 of 5 right')
    await learner.sees(KEPT)
    await learner.use('Try the 2 questions you missed')
    await learner.answerAll(module, 2, () => true)
    expect(learner.shown).to.contain('You passed')
    await leave(learner)
    expect(moodle.kept).to.include({'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100'})

    learner = await moodle.visit('module')
    await learner.sees('Your learning system opened this page for you to look at.')
    await learner.sees('You passed')
    expect(moodle.course.attempts).to.have.length(1)
  })

  it('keeps the modules of a pathway that were passed, while one is failed over and over', async () => {
    const moodle = new Moodle('when ended')
    const learning = new Learning(guide.edition)
    for (const [n, each] of modules.entries()) {
      if (n > 0) learning.finish(each)
      else {
        learning.study(each)
        learning.tryOnce(each, () => false)
      }
    }
    for (let visit = 0; visit < 3; visit++) {
      const learner = await moodle.visit('pathway')
      await learner.sees(`${visit ? 4 : 0} of 5 modules done`)
      learning.tryOnce(modules[0]!, () => false)
      bring(learner, learning.events)
      await leave(learner)
      expect(moodle.kept).to.include({'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '80'})
    }
    const learner = await moodle.visit('pathway')
    await learner.sees('4 of 5 modules done')
    learning.tryOnce(modules[0]!, () => true)
    bring(learner, learning.events)
    await learner.sees('You have done every module in this pathway.')
    await leave(learner)
    expect(moodle.course.attempts).to.have.length(1)
    expect(moodle.kept).to.include({'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100'})
  })

  it('is ended by "failed" where its maker chose to say that; the page says what to do', async () => {
    const moodle = new Moodle()
    let learner = await moodle.visit('failing')
    await toQuestions(learner)
    await learner.answerAll(module, module.show, at => at > 1)
    await leave(learner)
    expect(moodle.kept).to.include({'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '60'})

    learner = await moodle.visit('failing')
    await learner.sees(ENDED)
    expect(learner.shown).to.contain('start a new attempt')
    await leave(learner)
    expect(moodle.count('LMSSetValue')).to.equal(0)

    learner = await moodle.visit('failing', true)
    await learner.sees(KEPT)
    await toQuestions(learner)
    await learner.answerAll(module, module.show, () => true)
    await leave(learner)
    expect(moodle.course.attempts.map(attempt => attempt.get('cmi.core.lesson_status'))).to.deep.equal(['failed', 'passed'])
  })

  it('is told again what its server did not take', async () => {
    const moodle = new Moodle()
    const learner = await moodle.visit('module')
    await toQuestions(learner)
    for (let n = 0; n < module.show - 1; n++) {
      await learner.answer(module, true)
      await learner.on('.question > button')
      await learner.sees(`Question ${n + 2} of ${module.show}`)
    }
    moodle.course.isDown = true
    await learner.answer(module, true)
    await learner.sees(FAILING)
    await learner.use('Try again now')
    await learner.sees('It did not work.')
    moodle.course.isDown = false
    await learner.use('Try again now')
    await learner.sees(KEPT)
    expect(moodle.kept).to.include({'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100'})
    const {'cmi.suspend_data': data} = moodle.kept
    await leave(learner)
    expect(moodle.kept['cmi.suspend_data']).to.equal(data)
    const later = await moodle.visit('module')
    await later.sees('You passed')
  })
})

describe('a course that a learning system has as failed', function () {
  this.timeout(120_000)

  it('is incomplete again as soon as the system takes it, with its score, and can be passed', async () => {
    const system = new LearningSystem()
    const before = await system.visit('failing')
    await toQuestions(before)
    await before.answerAll(module, module.show, at => at > 1)
    await leave(before)
    expect(system.kept.core).to.include({lesson_status: 'failed'})

    const learner = await system.visit('module')
    await learner.sees('You got 3 of 5 right')
    await learner.sees(KEPT)
    expect(system.kept.core).to.include({lesson_status: 'incomplete'})
    expect(system.kept.core?.score.raw).to.equal('60')
    await learner.use('Try the 2 questions you missed')
    await learner.answerAll(module, 2, () => true)
    expect(system.kept.core).to.include({lesson_status: 'passed'})
  })
})
