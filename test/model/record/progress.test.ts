import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {
  attemptResult, attemptsAt, isDone, moduleProgress, openAttempt, pathwayProgress, progressIndex,
} from '../../../components/model/record/progress.js'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import {aboutNoProgress, anyRecord, at, event, facts, question} from './facts.js'

const quiz = facts('m1')
const doing = facts('m1', {show: 0, tasks: ['t1', 't2']})
const both = facts('m1', {tasks: ['t1']})

const read = (s: number, page = 'p1') => event(s, {type: 'read', about: 'm1', page})
const did = (s: number, task: string, done = true) => event(s, {type: 'did', about: task, module: 'm1', done})
const started = (s: number, attempt = 'a1', questions = ['q1', 'q2', 'q3']) =>
  event(s, {type: 'started', about: 'm1', attempt, questions})
const answered = (s: number, about: string, right: boolean, attempt = 'a1') =>
  event(s, {type: 'answered', about, module: 'm1', attempt, given: [right ? 'yes' : 'no'], right})
const ended = (s: number, outcome: string, right?: number, attempt = 'a1') =>
  event(s, {type: 'completed', about: 'm1', outcome, ...(right !== undefined && {attempt, right, of: 3})})

const elsewhere = (s: number, done = true) => event(s, {type: 'elsewhere', about: 'm1', done})

describe('moduleProgress: status', () => {
  const cases = [
    {module: quiz, events: [], status: 'not-started', why: 'nothing happened'},
    {module: quiz, events: [event(1, {type: 'read', about: 'm2', page: 'p1'})], status: 'not-started', why: 'another module'},
    {module: quiz, events: [read(1)], status: 'started', why: 'a page was opened'},
    {module: quiz, events: [answered(1, 'q1', true)], status: 'started', why: 'a question was answered'},
    {module: quiz, events: [event(1, {type: 'reflected', about: 'r1', module: 'm1'})], status: 'started', why: 'a reflection'},
    {module: quiz, events: [elsewhere(1)], status: 'elsewhere', why: 'the learner says so'},
    {module: quiz, events: [elsewhere(2, false), elsewhere(1)], status: 'not-started', why: 'it was taken back, and nothing else happened'},
    {module: quiz, events: [read(1), elsewhere(2), elsewhere(3, false)], status: 'started', why: 'it was taken back after a page was opened'},
    {module: quiz, events: [ended(1, 'not-passed', 1), elsewhere(2)], status: 'elsewhere', why: 'not passed here, and done elsewhere'},
    {module: quiz, events: [elsewhere(1), ended(2, 'passed', 3)], status: 'passed', why: 'a pass says more'},
    {module: doing, events: [ended(1, 'declared'), elsewhere(2)], status: 'declared', why: 'what was done here says more'},
    {module: quiz, events: [ended(1, 'not-passed', 1)], status: 'not-passed', why: 'one try, not enough right'},
    {module: quiz, events: [ended(1, 'not-passed', 1), ended(2, 'passed', 3, 'a2')], status: 'passed', why: 'passed on the second try'},
    {module: quiz, events: [ended(1, 'passed', 3), ended(2, 'not-passed', 0, 'a2')], status: 'passed', why: 'a worse try takes nothing back'},
    {module: quiz, events: [ended(1, 'completed'), ended(2, 'not-passed', 1)], status: 'completed', why: 'questions came later; done stays done'},
    {module: quiz, events: [ended(1, 'passed', 3), did(2, 't1', false)], status: 'passed', why: 'a task taken back does not undo a pass'},
    {module: doing, events: [did(1, 't1')], status: 'started', why: 'one task of two'},
    {module: doing, events: [did(1, 't1'), did(2, 't2')], status: 'declared', why: 'all tasks, from two devices, with no event that says so'},
    {module: doing, events: [did(1, 't1'), did(2, 't2'), ended(3, 'declared'), did(4, 't1', false)], status: 'started', why: 'a task was taken back'},
    {module: doing, events: [did(1, 't1'), ended(2, 'declared')], status: 'declared', why: 'an editor added t2 after it was declared'},
    {module: both, events: [did(1, 't1')], status: 'started', why: 'tasks alone do not complete a module with questions'},
  ]
  for (const {module, events, status, why} of cases) {
    it(`${status}: ${why}`, () => assert.equal(moduleProgress(module, progressIndex(events)).status, status))
  }
})

describe('moduleProgress: the rest', () => {
  it('lists each page once, in the order first opened', () => {
    const index = progressIndex([read(3, 'p1'), read(1, 'p2'), read(2, 'p1')])
    assert.deepEqual(moduleProgress(quiz, index).pagesRead, ['p2', 'p1'])
  })

  it('goes by the latest word on a task, whatever the order of the list', () => {
    const events = [did(3, 't2', false), did(2, 't2'), did(1, 't1', false), did(4, 't1')]
    assert.deepEqual(moduleProgress(doing, progressIndex(events)).tasksDone, ['t1'])
  })

  it('ignores tasks that have left the module', () => {
    assert.deepEqual(moduleProgress(both, progressIndex([did(1, 'gone')])).tasksDone, [])
  })

  it('keeps the best try: 3 of 3 over 2 of 3', () => {
    const events = [ended(1, 'not-passed', 2), ended(2, 'passed', 3, 'a2'), ended(3, 'not-passed', 1, 'a3')]
    assert.deepEqual(moduleProgress(quiz, progressIndex(events)).best, {right: 3, of: 3})
  })

  it('takes the share, not the count: 3 of 3 beats 4 of 6; and of equal shares the longer try', () => {
    const longer = event(2, {type: 'completed', about: 'm1', outcome: 'not-passed', attempt: 'a2', right: 4, of: 6})
    assert.deepEqual(moduleProgress(quiz, progressIndex([ended(1, 'passed', 3), longer])).best, {right: 3, of: 3})
    assert.deepEqual(moduleProgress(quiz, progressIndex([ended(1, 'not-passed', 2), longer])).best, {right: 4, of: 6})
  })

  it('has no best without a finished try, and no division by a try of nothing', () => {
    const empty = event(1, {type: 'completed', about: 'm1', outcome: 'not-passed', attempt: 'a1', right: 0, of: 0})
    assert.equal(moduleProgress(quiz, progressIndex([empty])).best, undefined)
    assert.equal(moduleProgress(quiz, progressIndex([read(1)])).best, undefined)
  })

  it('says when something last happened', () => {
    assert.equal(moduleProgress(quiz, progressIndex([read(5), read(2)])).last, at(5))
    assert.equal(moduleProgress(quiz, progressIndex([])).last, undefined)
  })

  it('is not taken in by modules called like an object\'s own parts', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      assert.equal(moduleProgress(facts(id), progressIndex([read(1)])).status, 'not-started')
    }
  })
})

describe('pathwayProgress', () => {
  const modules = new Map([['m1', facts('m1')], ['m2', facts('m2', {minutes: 7})], ['m3', facts('m3', {minutes: 5})]])
  const pathway = {id: 'p', title: 'P', summary: '', audience: [], modules: ['m1', 'gone', 'm2', 'm3']}
  const end = (s: number, about: string, outcome: string) => event(s, {type: 'completed', about, outcome})

  const cases = [
    {events: [], progress: {done: 0, of: 3, minutesLeft: 22, next: 'm1'}, why: 'new; a module that has gone is not counted'},
    {events: [end(1, 'm2', 'passed')], progress: {done: 1, of: 3, minutesLeft: 15, next: 'm1'}, why: 'next is the first that is not done'},
    {events: [end(1, 'm1', 'not-passed')], progress: {done: 0, of: 3, minutesLeft: 22, next: 'm1'}, why: 'not passed is not done'},
    {
      events: [end(1, 'm1', 'passed'), end(2, 'm2', 'declared'), end(3, 'm3', 'completed')],
      progress: {done: 3, of: 3, minutesLeft: 0}, why: 'passed, declared and completed are all done',
    },
  ]
  for (const {events, progress, why} of cases) {
    it(why, () => assert.deepEqual(pathwayProgress(pathway, modules, progressIndex(events)), progress))
  }
})

describe('attempts', () => {
  const bank = [question('q1'), question('q2'), question('q3', true)]
  const attemptOf = (events: LearnerEvent[]) => attemptsAt('m1', progressIndex(events))[0]!

  it('counts the first answer to a question in a try, whatever the order of the list', () => {
    const attempt = attemptOf([answered(3, 'q1', true), started(1), answered(2, 'q1', false)])
    assert.equal(attempt.answers.get('q1')?.right, false)
  })

  it('keeps tries apart, oldest first, and leaves out one whose beginning is not there', () => {
    const events = [started(5, 'a2'), started(1, 'a1'), answered(2, 'q1', true), answered(6, 'q1', false, 'a2'), answered(7, 'q1', true, 'a3')]
    const attempts = attemptsAt('m1', progressIndex(events))
    assert.deepEqual(attempts.map(({id, answers}) => [id, answers.get('q1')?.right]), [['a1', true], ['a2', false]])
  })

  it('goes on with the newest try until it ends', () => {
    const open = [started(1), ended(2, 'not-passed', 1), started(3, 'a2')]
    assert.equal(openAttempt('m1', progressIndex(open))?.id, 'a2')
    assert.equal(openAttempt('m1', progressIndex([...open, ended(4, 'passed', 3, 'a2')])), undefined)
    assert.equal(openAttempt('m1', progressIndex([])), undefined)
  })

  const results = [
    {right: [true, true, true], passed: true, missed: [], why: '3 of 3'},
    {right: [true, false, true], passed: false, missed: [], why: '2 of 3 is 67%, under 80%'},
    {right: [true, true, false], passed: false, missed: ['q3'], why: 'the must-know question is wrong'},
  ]
  for (const {right, passed, missed, why} of results) {
    it(`${passed ? 'passes' : 'does not pass'}: ${why}`, () => {
      const attempt = attemptOf([started(0), ...right.map((is, i) => answered(i + 1, `q${i + 1}`, is))])
      const result = attemptResult(attempt, bank, 80)
      assert.deepEqual(result, {right: right.filter(Boolean).length, of: 3, waiting: [], mustKnowMissed: missed, passed})
    })
  }

  it('fails on a must-know question even when the share would do', () => {
    const attempt = attemptOf([started(0), answered(1, 'q1', true), answered(2, 'q2', true), answered(3, 'q3', false)])
    assert.equal(attemptResult(attempt, bank, 60).passed, false)
    assert.equal(attemptResult(attempt, [question('q1'), question('q2'), question('q3')], 60).passed, true)
  })

  it('takes 4 of 5 as 80%, without rounding', () => {
    const questions = ['q1', 'q2', 'q3', 'q4', 'q5']
    const answers = questions.map((id, i) => answered(i + 1, id, i > 0))
    const attempt = attemptOf([started(0, 'a1', questions), ...answers])
    assert.equal(attemptResult(attempt, questions.map(id => question(id)), 80).passed, true)
    assert.equal(attemptResult(attempt, questions.map(id => question(id)), 81).passed, false)
  })

  it('says which questions still wait, in order', () => {
    const attempt = attemptOf([started(0), answered(1, 'q2', true)])
    assert.deepEqual(attemptResult(attempt, bank, 80).waiting, ['q1', 'q3'])
    assert.equal(attemptResult(attempt, bank, 80).passed, false)
  })

  it('gets shorter when an unanswered question leaves the bank, and keeps an answered one', () => {
    const attempt = attemptOf([started(0), answered(1, 'q1', true), answered(2, 'q2', true)])
    assert.deepEqual(attemptResult(attempt, [question('q2')], 80), {right: 2, of: 2, waiting: [], mustKnowMissed: [], passed: true})
  })

  it('does not pass a try of no questions', () => {
    assert.equal(attemptResult(attemptOf([started(0, 'a1', [])]), bank, 80).passed, false)
  })

  it('does not count a question twice that a damaged record drew twice', () => {
    const attempt = attemptOf([started(0, 'a1', ['q1', 'q1']), answered(1, 'q1', true)])
    assert.equal(attemptResult(attempt, bank, 80).of, 1)
  })
})

describe('progress, whatever happened', () => {
  const modules = [quiz, doing, facts('m2')]
  const derived = (events: LearnerEvent[]) => {
    const index = progressIndex(events)
    return modules.map(module => [moduleProgress(module, index), attemptsAt(module.id, index)])
  }

  it('is not changed by rating oneself, nor by what one thinks of a page', () => {
    const others = aboutNoProgress.map((fact, i) => event(100 + i, fact))
    assert.deepEqual(others.map(({type}) => type), ['began', 'rated', 'assessed', 'judged'])
    assert.deepEqual([...progressIndex(others).modules], [])
    fc.assert(fc.property(anyRecord, events => {
      assert.deepEqual(progressIndex([...events, ...others]).modules, progressIndex(events).modules)
    }))
  })

  it('does not depend on the order of the list', () => {
    const shuffled = anyRecord.chain(events =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, {minLength: events.length})))
    fc.assert(fc.property(shuffled, ([events, other]) => assert.deepEqual(derived(other), derived(events))))
  })

  it('never takes a pass back', () => {
    fc.assert(fc.property(anyRecord, anyRecord, (before, after) => {
      const isPassed = (events: LearnerEvent[]) => moduleProgress(quiz, progressIndex(events)).status === 'passed'
      if (isPassed(before)) assert.ok(isPassed([...before, ...after]))
    }))
  })

  it('only a task, or a module done elsewhere, that is taken back makes what is done undone', () => {
    fc.assert(fc.property(anyRecord, anyRecord, (before, after) => {
      const onlyForward = after.filter(({type}) => type !== 'did' && type !== 'elsewhere')
      const done = (events: LearnerEvent[]) => isDone(moduleProgress(doing, progressIndex(events)).status)
      if (done(before)) assert.ok(done([...before, ...onlyForward]))
    }))
  })
})
