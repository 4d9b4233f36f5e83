import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {find, words} from '../elements/screen.js'
import {Learning} from '../model/record/learning.js'
import {bring, FAILING, KEPT, module, modules, REFUSED, toQuestions} from './course.js'
import {leave, LearningSystem} from './learning-system.js'

describe('a learning system that fails', function () {
  this.timeout(120_000)

  const faults = [
    {name: 'commits nothing', call: 'LMSCommit', fault: {answers: 'false'}},
    {name: 'throws at a commit', call: 'LMSCommit', fault: 'throws'},
    {name: 'refuses the answers', call: 'cmi.suspend_data', fault: {answers: 'false'}},
    {name: 'throws at the answers', call: 'cmi.suspend_data', fault: 'throws'},
  ] as const
  for (const {name, call, fault} of faults) {
    it(`${name}: the learner is told, and everything goes with the next answer that it takes`, async () => {
      const system = new LearningSystem()
      const learner = await system.visit('module')
      await toQuestions(learner)
      await learner.sees(KEPT)
      system.faults.set(call, fault)
      await learner.answer(module, true)
      await learner.sees(FAILING)
      expect(find('#verdict', learner.page)).to.not.equal(undefined)
      const {top, bottom} = learner.page.querySelector('#notice')!.getBoundingClientRect()
      expect(top, 'in sight, wherever in the page the learner is').to.be.at.least(0)
      expect(find('#verdict', learner.page)!.getBoundingClientRect().top, 'not under it').to.be.at.least(bottom)
      await learner.use('Try again now')
      await learner.sees('We tried again just now. It did not work.')
      expect(words(learner.page.activeElement!)).to.equal('Try again now')

      system.faults.clear()
      await learner.on('.question > button')
      await learner.answer(module, true)
      await learner.sees(KEPT)
      expect(learner.shown).to.not.contain('Try again now')
      await leave(learner)
      const later = await system.visit('module')
      await later.sees(`Question 3 of ${module.show}`)
    })
  }

  it('can be tried again with the button, which leaves the focus on what it brought about', async () => {
    const system = new LearningSystem()
    const learner = await system.visit('module')
    await toQuestions(learner)
    system.faults.set('LMSCommit', 'throws')
    await learner.answer(module, true)
    await learner.sees(FAILING)
    system.faults.clear()
    await learner.use('Try again now')
    await learner.sees(KEPT)
    expect(learner.page.activeElement?.id).to.equal('notice')
    expect(system.kept.suspend_data).to.match(/^dsg1\./)
  })

  const mute = [
    {name: 'does not begin', call: 'LMSInitialize', fault: {answers: 'false'}},
    {name: 'throws at the beginning', call: 'LMSInitialize', fault: 'throws'},
    {name: 'does not say what it kept', call: 'cmi.suspend_data', fault: 'throws'},
  ] as const
  for (const {name, call, fault} of mute) {
    it(`${name}: nothing is written over what it kept, and both come together when it answers`, async () => {
      const system = new LearningSystem()
      const first = await system.visit('pathway')
      await first.sees('0 of 5 modules done')
      const [one, two] = modules
      const learning = new Learning(guide.edition)
      learning.finish(one!)
      bring(first, learning.events)
      await leave(first)
      const {suspend_data} = system.kept

      system.faults.set(call, fault)
      const learner = await system.visit('pathway')
      await learner.sees(REFUSED)
      await learner.sees('0 of 5 modules done')
      const offline = new Learning(guide.edition)
      offline.finish(two!)
      bring(learner, offline.events)
      await learner.sees('1 of 5 modules done')
      expect(system.kept.suspend_data).to.equal(suspend_data)

      system.faults.clear()
      await learner.use('Try again now')
      await learner.sees('2 of 5 modules done')
      await learner.sees(KEPT)
      await leave(learner)
      const later = await system.visit('pathway')
      await later.sees('2 of 5 modules done')
    })
  }

  it('has no room for what is only nice to have: the learner hears of nothing', async () => {
    const system = new LearningSystem()
    for (const element of ['score.min', 'score.max', 'lesson_location', 'exit', 'session_time']) {
      system.faults.set(`cmi.core.${element}`, {answers: 'false'})
    }
    const learner = await system.visit('module')
    await toQuestions(learner)
    await learner.answer(module, true)
    await learner.sees(KEPT)
    expect(system.kept.suspend_data).to.match(/^dsg1\./)
  })
})

describe('what a learning system has from others', function () {
  this.timeout(120_000)

  it('of a newer version of this program stays as it is; the result is sent', async () => {
    const system = new LearningSystem()
    system.kept = {core: {lesson_status: 'incomplete'} as never, suspend_data: 'dsg9.Something'}
    const learner = await system.visit('module')
    await learner.sees('progress from a newer version of this course')
    await toQuestions(learner)
    await learner.answerAll(module, module.show, () => true)
    expect(system.kept).to.deep.include({suspend_data: 'dsg9.Something'})
    expect(system.kept.core).to.include({lesson_status: 'passed'})
  })

  it('of another program makes room', async () => {
    const system = new LearningSystem()
    system.kept = {core: {lesson_status: 'incomplete', lesson_location: 'slide-7'} as never, suspend_data: '2C3a1d1N0'}
    const learner = await system.visit('module')
    await learner.sees(KEPT)
    expect(learner.frame.contentWindow!.location.hash).to.equal(`#dsg/module/${module.id}`)
    await toQuestions(learner)
    await learner.answer(module, true)
    expect(system.kept.suspend_data).to.match(/^dsg1\./)
  })

  it('is only looked at in a review, and the learner is told so', async () => {
    const system = new LearningSystem()
    const learner = await system.visit('module', {lesson_mode: 'review', lesson_status: 'passed'})
    await learner.sees('It does not take new answers.')
    await toQuestions(learner)
    await learner.answerAll(module, module.show, () => false)
    await leave(learner)
    expect(system.count('LMSSetValue')).to.equal(0)
    expect(system.count('LMSFinish')).to.equal(1)
  })
})
