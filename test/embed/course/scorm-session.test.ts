import {expect} from 'chai'
import fc from 'fast-check'
import {ScormConnection, type ScormApi} from '../../../components/embed/course/scorm-api.js'
import {ScormSession, type SessionOptions} from '../../../components/embed/course/scorm-session.js'
import {isScored} from '../../../components/model/guide/question.js'
import type {Clock} from '../../../components/state/visit/clock.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {guide} from '../../../stories/content.js'
import {MoodleCourse, type ForceNewAttempt} from '../../journeys/moodle-rules.js'
import {Learning} from '../../model/record/learning.js'

const QUIZZES = ['spot-suspicious-email', 'confidential-information'].map(id => guide.modules.find(module => module.id === id)!)
const TASKS = guide.modules.find(({id}) => id === 'join-and-use-a-community')!
const MODULES = [...QUIZZES, TASKS]
const ENDS = ['passed', 'completed', 'failed']

type Step =
  | {do: 'try'; module: number; wrong: number}
  | {do: 'tasks'}
  | {do: 'come back'; by: 'closing' | 'killing'; asksForNew: boolean}
  | {do: 'lose the server'; module: number}

const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 5, arbitrary: fc.record({do: fc.constant('try' as const), module: fc.nat(1), wrong: fc.nat(5)})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('tasks' as const)})},
  {weight: 3, arbitrary: fc.record({
    do: fc.constant('come back' as const), by: fc.constantFrom('closing', 'killing'), asksForNew: fc.boolean(),
  })},
  {weight: 1, arbitrary: fc.record({do: fc.constant('lose the server' as const), module: fc.nat(1)})},
)

/** Someone who goes through the course in Moodle, and what they have reached in this attempt, counted by hand. */
class Journey {
  readonly moodle: MoodleCourse
  readonly #options: SessionOptions
  #session!: ScormSession
  #learning!: Learning
  #record!: RecordLog
  #now = Date.parse('2026-11-23T09:30:00Z')
  #tries = 0
  /** Of this attempt: best percent of each quiz, what is done, and the questions answered in the order of answering. */
  best = new Map<string, number>()
  done = new Set<string>()
  answered: string[] = []
  #attempt = 0

  constructor(force: ForceNewAttempt, options: SessionOptions) {
    this.moodle = new MoodleCourse(force)
    this.#options = options
    this.visit(false)
  }

  get status(): string | undefined { return this.moodle.tracks.get('cmi.core.lesson_status') }
  get isEnded(): boolean { return ENDS.includes(this.status ?? '') }
  get score(): string | undefined {
    if (!this.best.size) return undefined
    return String(Math.floor(QUIZZES.reduce((sum, {id}) => sum + (this.best.get(id) ?? 0), 0) / QUIZZES.length))
  }

  visit(asksForNew: boolean): void {
    const api = this.moodle.open(asksForNew) as unknown as ScormApi
    const clock: Clock = {now: () => this.#now += 1000, after: () => () => undefined}
    if (this.moodle.attempts.length !== this.#attempt) {
      this.#attempt = this.moodle.attempts.length
      this.best.clear()
      this.done.clear()
      this.answered = []
    }
    const session = this.#session = new ScormSession(new ScormConnection(api), clock, () => '#dsg/pathway/x', this.#options)
    this.#record = new RecordLog(guide.edition, {now: clock.now}, 'elsewhere')
    session.open()
    session.follow(MODULES, this.#record)
    this.#record.subscribe(() => session.send())
    session.send()
    this.#learning = new Learning(guide.edition, this.#record, this.#tries)
  }

  leave(by: 'closing' | 'killing'): void {
    if (by === 'closing') this.#session.close()
  }

  try(at: number, wrong: number): void {
    const module = QUIZZES[at]!
    const {id, questions} = this.#learning.tryOnce(module, place => place >= wrong)
    this.#tries += 1
    if (this.#session.state === 'looking' || this.#session.state === 'ended') return
    const right = Math.max(0, questions.length - wrong)
    this.best.set(module.id, Math.max(this.best.get(module.id) ?? 0, right * 100 / questions.length))
    const end = this.#record.events.find(event => event.type === 'completed' && event.attempt === id)
    if (end?.type === 'completed' && end.outcome === 'passed') this.done.add(module.id)
    this.answered.push(...questions.map(question => `${module.id}_${question.id}`))
  }

  tasks(): void {
    this.#learning.study(TASKS)
    if (this.#session.state !== 'looking' && this.#session.state !== 'ended') this.done.add(TASKS.id)
  }

  isDown(is: boolean): void {
    this.moodle.isDown = is
    this.#session.send()
  }

  take(step: Step): void {
    switch (step.do) {
      case 'try': return this.try(step.module, step.wrong)
      case 'tasks': return this.tasks()
      case 'come back':
        this.leave(step.by)
        return this.visit(step.asksForNew)
      case 'lose the server':
        this.isDown(true)
        this.try(step.module, 2)
        return this.isDown(false)
    }
  }

  /** Everything in one visit. */
  finish(): void {
    if (this.isEnded) return
    this.tasks()
    for (const at of QUIZZES.keys()) this.try(at, 0)
  }
}

describe('a course in Moodle, however a learner goes through it', function () {
  this.timeout(60_000)

  it('has questions, tasks and a module that is never passed without a try', () => {
    expect(QUIZZES.every(({questions, show}) => show > 2 && questions.some(isScored))).to.equal(true)
    expect([TASKS.show, TASKS.tasks.length > 0]).to.deep.equal([0, true])
  })

  for (const force of ['no', 'when ended', 'always'] as const) {
    it(`is never ended before everything is passed, then has the pass and the best score ("Force new attempt": ${force})`, () => {
      fc.assert(fc.property(fc.array(step, {maxLength: 12}), fc.boolean(), (steps, interactions) => {
        const journey = new Journey(force, {interactions})
        for (const step of steps) {
          journey.take(step)
          const isPassed = journey.done.size === MODULES.length
          expect(journey.status, JSON.stringify(step)).to.equal(isPassed ? 'passed' : 'incomplete')
          expect(journey.moodle.tracks.get('cmi.core.score.raw')).to.equal(journey.score)
        }
        journey.finish()
        journey.leave('closing')
        expect(journey.status).to.equal('passed')
        expect(journey.moodle.tracks.get('cmi.core.score.raw')).to.equal(journey.score)
      }), {seed: 20261123, numRuns: 40})
    })
  }

  it('has every answer of the attempt, once and in order, where it is told them', () => {
    const quiet = step.filter(each => each.do !== 'lose the server')
    fc.assert(fc.property(fc.array(quiet, {maxLength: 10}), steps => {
      const journey = new Journey('no', {interactions: true})
      for (const step of steps) journey.take(step)
      const {tracks} = journey.moodle
      const of = (field: string) => [...tracks].flatMap(([element, value]) => {
        const [, place] = new RegExp(`^cmi\\.interactions\\.(\\d+)\\.${field}$`).exec(element) ?? []
        return place === undefined ? [] : [[Number(place), value] as const]
      }).sort(([a], [b]) => a - b)
      expect(of('id').map(([, id]) => id)).to.deep.equal(journey.answered)
      expect(of('id').map(([place]) => place)).to.deep.equal([...journey.answered.keys()])
      for (const field of ['time', 'type', 'result', 'latency']) expect(of(field), field).to.have.length(journey.answered.length)
    }), {seed: 20261123, numRuns: 40})
  })

  it('is ended without a pass only where its maker chose that, and only when every module came to an end', () => {
    fc.assert(fc.property(fc.array(step, {maxLength: 10}), steps => {
      const journey = new Journey('no', {notPassed: 'failed'})
      for (const step of steps) {
        journey.take(step)
        const isOver = journey.best.size === QUIZZES.length && journey.done.has(TASKS.id)
        expect(journey.status).to.equal(!isOver ? 'incomplete' : journey.done.size === MODULES.length ? 'passed' : 'failed')
      }
    }), {seed: 20261123, numRuns: 40})
  })
})

describe('what a course says to a learning system', () => {
  const [quiz] = QUIZZES as [typeof QUIZZES[number]]

  /** A system that takes everything and keeps no rules, and the order of what it was told. */
  function listening(kept: Record<string, string> = {}) {
    const said: string[] = []
    const values: Record<string, string> = {...kept}
    const api: ScormApi = {
      LMSInitialize: () => 'true',
      LMSGetValue: element => values[element] ?? '',
      LMSSetValue(element, value) {
        said.push(`${element.replace('cmi.', '')}=${element === 'cmi.suspend_data' ? '' : value}`)
        values[element] = value
        return 'true'
      },
      LMSCommit: () => said.push('commit') && 'true',
      LMSFinish: () => said.push('finish') && 'true',
      LMSGetLastError: () => '0',
    }
    return {api, said, values}
  }

  function visited(api: ScormApi, modules = [quiz], options?: SessionOptions) {
    let now = Date.parse('2026-11-23T09:30:00Z')
    const clock: Clock = {now: () => now += 1000, after: () => () => undefined}
    const session = new ScormSession(new ScormConnection(api), clock, () => '#dsg/x', options)
    const record = new RecordLog(guide.edition, {now: clock.now}, 'elsewhere')
    session.open()
    session.follow(modules, record)
    record.subscribe(() => session.send())
    return {session, record, learning: new Learning(guide.edition, record)}
  }

  it('has everything before the status, the scores right before it, and one commit after it', () => {
    const {api, said} = listening({'cmi.interactions._count': '0'})
    const {learning} = visited(api, [quiz], {interactions: true})
    said.splice(0)
    for (const isRight of [false, true]) {
      learning.tryOnce(quiz, () => isRight)
      const end = said.splice(0)
      for (const [at, each] of end.entries()) {
        if (each.startsWith('core.lesson_status')) expect(end[at + 1], each).to.equal('commit')
        if (each.startsWith('core.score.')) expect(end.indexOf('commit', at)).to.be.below(at + 5)
      }
      const last = (start: string) => end.length - [...end].reverse().findIndex(each => each.startsWith(start))
      expect(last('core.score.raw')).to.be.below(end.length)
      if (isRight) expect(last('core.lesson_status=passed')).to.equal(last('core.score.raw') + 1)
      else expect(end.slice(-4)).to.deep.equal(['core.score.min=0', 'core.score.max=100', 'core.score.raw=0', 'commit'])
      expect(last('interactions.')).to.be.below(last('core.score.raw'))
      // One for each answer, one for the beginning of a try and one for its end.
      expect(end.filter(each => each === 'commit')).to.have.length(quiz.show + 2)
    }
  })

  it('never goes back, also when a task is taken back in the same visit', () => {
    const {api, values} = listening()
    const {learning} = visited(api, [TASKS])
    learning.study(TASKS)
    expect(values['cmi.core.lesson_status']).to.equal('completed')
    const [task] = TASKS.questions.filter(({id}) => TASKS.tasks.includes(id))
    learning.say({type: 'did', about: task!.id, hash: task!.hash, module: TASKS.id, done: false})
    expect(values['cmi.core.lesson_status']).to.equal('completed')
  })

  const before = [
    {status: 'failed', says: 'incomplete', why: 'it is so far'},
    {status: 'failed', notPassed: 'failed', says: 'failed', why: 'that was meant'},
    {status: 'passed', says: 'passed', why: 'for ever'},
    {status: 'completed', says: 'completed', why: 'for ever, also when the course has grown'},
    {status: 'browsed', says: 'incomplete', why: 'now it is worked on'},
    {status: '', says: 'incomplete', why: 'the first visit'},
  ] as const
  for (const {status, says, why, ...options} of before) {
    it(`where it has "${status}", ${'notPassed' in options ? 'and may say failed, ' : ''}is ${says}: ${why}`, () => {
      const {api, values} = listening({'cmi.core.lesson_status': status, 'cmi.core.lesson_mode': 'normal', 'cmi.core.score.raw': '70'})
      visited(api, [quiz], options)
      expect(values['cmi.core.lesson_status']).to.equal(says)
      expect(values['cmi.core.score.raw']).to.equal('70')
    })
  }
})
