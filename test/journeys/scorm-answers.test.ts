import {expect} from 'chai'
import {FAILING, KEPT, module, toQuestions} from './course.js'
import type {Learner} from './learner.js'
import {leave, LearningSystem, Moodle} from './learning-system.js'

/** What the page says where the system's reports can show answers. */
const SHOWN = 'The people who look after the system can see each answer you choose.'

/** Answers one question and goes on. @returns its id in interactions */
async function answer(learner: Learner, isRight: boolean): Promise<string> {
  const id = await learner.answer(module, isRight)
  await learner.on('.question > button')
  return `${module.id}_${id}`
}

/** What a system was told of interactions in this visit. */
function told({calls}: LearningSystem): string[] {
  return calls.flatMap(([name, element = '']) => name === 'LMSSetValue' && element.startsWith('cmi.interactions') ? element : [])
}

describe('each answer in a learning system, where its reports are to show them', function () {
  this.timeout(120_000)

  it('is told once and in order, over two visits, and the learner knows of it', async () => {
    const system = new LearningSystem()
    let learner = await system.visit('reporting')
    await learner.sees(SHOWN)
    await toQuestions(learner)
    const ids = [await answer(learner, true), await answer(learner, false)]
    await leave(learner)
    expect(system.kept.interactions?.map(({id}) => id)).to.deep.equal(ids)

    learner = await system.visit('reporting')
    await learner.sees(`Question 3 of ${module.show}`)
    ids.push(await answer(learner, true))
    await leave(learner)
    expect(system.kept.interactions?.map(({id}) => id)).to.deep.equal(ids)
    expect(system.kept.interactions?.map(({result}) => result)).to.deep.equal(['correct', 'wrong', 'correct'])
    for (const {type, student_response, latency, time} of system.kept.interactions!) {
      expect(type).to.equal('choice')
      expect(student_response).to.match(/^[a-z](?:,[a-z])*$/)
      // That run-time writes times in its own way.
      expect(latency).to.match(/^(?:00)?00:\d\d:\d\d(?:\.\d{1,2})?$/)
      expect(time).to.match(/^\d\d:\d\d:\d\d$/)
    }
  })

  it('is taken by Moodle, which has them all after a failed try and the next', async () => {
    const moodle = new Moodle()
    let learner = await moodle.visit('reporting')
    await toQuestions(learner)
    const first = await learner.answerAll(module, module.show, at => at > 1)
    await leave(learner)
    learner = await moodle.visit('reporting')
    await learner.use('Try the 2 questions you missed')
    const second = await learner.answerAll(module, 2, () => true)
    await leave(learner)
    const ids = [...first, ...second].map((id, place) => [`cmi.interactions.${place}.id`, `${module.id}_${id}`])
    expect(moodle.kept).to.include({...Object.fromEntries(ids), 'cmi.core.lesson_status': 'passed'})
    expect(Object.keys(moodle.kept).filter(element => element.endsWith('.id'))).to.have.length(ids.length)
  })

  const refusals = [
    {name: 'does not count them', element: 'cmi.interactions._count', fault: {answers: ''}},
    {name: 'refuses one', element: 'cmi.interactions.0.type', fault: {answers: 'false'}},
    {name: 'throws at one', element: 'cmi.interactions.0.id', fault: 'throws'},
  ] as const
  for (const {name, element, fault} of refusals) {
    it(`is left out for good where the system ${name}; nothing else suffers`, async () => {
      const system = new LearningSystem()
      system.faults.set(element, fault)
      const learner = await system.visit('reporting')
      await toQuestions(learner)
      await answer(learner, true)
      const tried = told(system).length
      await learner.sees(KEPT)
      expect(learner.shown).to.not.contain(SHOWN)
      await answer(learner, true)
      expect(learner.shown).to.not.contain(FAILING)
      expect(told(system)).to.have.length(tried)
      await leave(learner)

      system.faults.clear()
      const later = await system.visit('reporting')
      await later.sees(`Question 3 of ${module.show}`)
      await answer(later, true)
      expect(told(system)).to.deep.equal([])
      await later.sees(KEPT)
    })
  }

  it('is told to no system unless the package was made so', async () => {
    const system = new LearningSystem()
    const learner = await system.visit('module')
    await toQuestions(learner)
    await answer(learner, true)
    expect(learner.shown).to.not.contain(SHOWN)
    expect(told(system)).to.deep.equal([])
  })
})
