import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {find, findAll, words} from '../elements/screen.js'
import {CHECK, KEPT, module, REFUSED, toQuestions} from './course.js'
import type {Learner} from './learner.js'
import {leave, LearningSystem} from './learning-system.js'

describe('a module in a learning system', function () {
  this.timeout(120_000)

  it('begins, fails, is left and comes back as it was, is tried again and passed, and stays passed', async () => {
    const system = new LearningSystem()
    let learner = await system.visit('module')
    await learner.sees(KEPT)
    expect(system.calls[0]).to.deep.equal(['LMSInitialize', ''])
    expect(system.kept.core).to.include({lesson_status: 'incomplete'})
    expect(system.kept.core?.score.raw).to.equal('')

    await toQuestions(learner)
    const asked = await learner.answerAll(module, module.show, at => at > 1)
    expect(learner.shown).to.contain('Not passed yet')
    expect(system.kept.core).to.include({lesson_status: 'incomplete', exit: 'suspend'})
    expect(system.kept.core?.score).to.include({raw: '60', min: '0', max: '100'})
    await leave(learner)
    expect(system.count('LMSFinish')).to.equal(1)
    expect(system.count('LMSInitialize')).to.equal(1)

    learner = await system.visit('module')
    await learner.sees('You got 3 of 5 right')
    expect(learner.frame.contentWindow!.location.hash).to.equal(`#dsg/module/${module.id}/${CHECK.id}`)
    await learner.use('Try the 2 questions you missed')
    expect(await learner.answerAll(module, 2, () => true)).to.deep.equal(asked.slice(0, 2))
    expect(learner.shown).to.contain('You passed')
    expect(system.kept.core).to.include({lesson_status: 'passed'})
    expect(system.kept.core?.score.raw).to.equal('100')
    await leave(learner)

    learner = await system.visit('module')
    await learner.sees('You passed')
    await learner.use('Start again')
    await learner.answerAll(module, module.show, () => false)
    expect(system.kept.core).to.include({lesson_status: 'passed'})
    expect(system.kept.core?.score.raw).to.equal('100')
  })

  it('is committed after every answer, and goes on in the middle of a try just as it was', async () => {
    const system = new LearningSystem()
    let learner = await system.visit('module')
    await toQuestions(learner)
    await learner.sees(`Question 1 of ${module.show}`)
    for (let i = 0; i < 2; i++) {
      const before = system.count('LMSCommit')
      await learner.answer(module, i === 0)
      expect(system.count('LMSCommit')).to.be.above(before)
      await learner.on('.question > button')
      await learner.sees(`Question ${i + 2} of ${module.show}`)
    }
    const options = optionsOf(learner)
    expect(options).to.have.length.above(1)
    const third = words(find('legend #title', learner.page))
    // As when the browser is killed: nothing is said any more.
    const {kept} = system
    await leave(learner)
    system.kept = kept

    learner = await system.visit('module')
    await learner.sees(`Question 3 of ${module.show}`)
    expect(words(find('legend #title', learner.page))).to.equal(third)
    expect(optionsOf(learner)).to.deep.equal(options)
    await learner.use('Back')
    await learner.sees('Not right this time')
    await learner.use('Back')
    await learner.sees('That is right')
  })

  it('takes the time of each visit, and the learning system adds it up', async () => {
    const system = new LearningSystem()
    for (const total of ['01:02', '02:04']) {
      const learner = await system.visit('module')
      await learner.sees(KEPT)
      const view = learner.frame.contentWindow as Window & typeof globalThis
      const now = view.Date.now
      view.Date.now = () => now.call(view.Date) + 3_723_000
      await leave(learner)
      const [, , time] = system.calls.filter(([, element]) => element === 'cmi.core.session_time').at(-1)!
      expect(time).to.match(/^0001:02:\d\d\.\d\d$/)
      expect(system.kept.core!.total_time.replace(/^00(?=\d\d:)/, '')).to.match(new RegExp(`^${total}:`))
    }
  })

  for (const by of ['closing', 'going away'] as const) {
    it(`says all it has, and ends the session once, when the learner leaves by ${by}`, async () => {
      const system = new LearningSystem()
      const learner = await system.visit('module')
      await learner.sees(KEPT)
      await toQuestions(learner)
      const {suspend_data} = system.kept
      // Some systems lose a commit or two.
      system.faults.set('LMSCommit', {answers: 'false'})
      await learner.answer(module, true)
      expect(system.kept.suspend_data).to.equal(suspend_data)
      system.faults.clear()
      await leave(learner, by)
      expect(system.kept.suspend_data).to.have.length.above(suspend_data!.length)
      expect(system.calls.at(-1)).to.deep.equal(['LMSFinish', ''])
      expect([system.count('LMSInitialize'), system.count('LMSFinish')]).to.deep.equal([1, 1])
    })
  }

  it('loses nothing when the page is loaded again, also where a session cannot begin twice', async () => {
    const system = new LearningSystem()
    const learner = await system.visit('module')
    await toQuestions(learner)
    await learner.answer(module, true)
    await learner.reload()
    await learner.sees(REFUSED)
    expect(learner.shown).to.contain('open the course again from there')
    await leave(learner)
    const later = await system.visit('module')
    await later.sees(`Question 2 of ${module.show}`)
  })

  it('begins again when the browser brings the page back, and sends what it has', async () => {
    const system = new LearningSystem()
    const learner = await system.visit('module')
    await toQuestions(learner)
    const view = learner.frame.contentWindow as Window & typeof globalThis
    // A frame is never put by with all that is in it, so the page is told what a whole one would be.
    view.dispatchEvent(new view.PageTransitionEvent('pagehide', {persisted: true}))
    expect(system.calls.at(-1)).to.deep.equal(['LMSFinish', ''])
    system.begin()
    view.dispatchEvent(new view.PageTransitionEvent('pageshow', {persisted: true}))
    await learner.answer(module, true)
    await learner.sees(KEPT)
    await leave(learner)
    expect([system.count('LMSInitialize'), system.count('LMSFinish')]).to.deep.equal([1, 1])
    const later = await system.visit('module')
    await later.sees(`Question 2 of ${module.show}`)
  })

  it('is committed when it goes out of sight, for phones that never say goodbye', async () => {
    const system = new LearningSystem()
    const learner = await system.visit('module')
    await learner.sees(KEPT)
    const before = system.count('LMSCommit')
    // No test can put its own tab behind another, so the page is told so.
    Object.defineProperty(learner.page, 'visibilityState', {get: () => 'hidden'})
    learner.page.dispatchEvent(new Event('visibilitychange'))
    expect(system.count('LMSCommit')).to.equal(before + 1)
    expect(system.calls.at(-2)?.[1]).to.equal('cmi.core.session_time')
    expect(system.count('LMSFinish')).to.equal(0)
  })

  it('is completed without a score when it has only tasks', async () => {
    const tasks = guide.modules.find(({id}) => id === 'join-and-use-a-community')!
    const system = new LearningSystem()
    const learner = await system.visit('tasks')
    await learner.sees(tasks.title)
    await learner.use(tasks.pages.find(({children}) => children.some(({type}) => type === 'activity'))!.title)
    for (const id of tasks.tasks) await learner.on(`#${id}`, 'Space')
    await learner.sees(`${tasks.tasks.length} of ${tasks.tasks.length} tasks done`)
    expect(system.kept.core).to.include({lesson_status: 'completed'})
    expect(system.kept.core?.score.raw).to.equal('')
  })

  it('keeps a pass and its score when the learning system has forgotten the answers', async () => {
    const system = new LearningSystem()
    system.kept = {core: {lesson_status: 'passed', score: {raw: '80', min: '0', max: '100'}} as never, suspend_data: ''}
    const learner = await system.visit('module')
    await toQuestions(learner)
    await learner.answerAll(module, module.show, () => false)
    expect(system.kept.core).to.include({lesson_status: 'passed'})
    expect(system.kept.core?.score.raw).to.equal('80')
  })
})

function optionsOf(learner: Learner): string[] {
  return findAll<HTMLInputElement>('input[name="answer"]', learner.page).map(({value}) => value)
}
