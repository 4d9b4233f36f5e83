import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileContent} from '../../../../cli/content/compile-content.js'
import {compactRecord, COMPACT_LIMIT, readCompactRecord} from '../../../../components/model/record/compact/record.js'
import {code} from '../../../../components/model/record/compact/text.js'
import type {Module} from '../../../../components/model/guide/module.js'
import {attemptsAt, moduleProgress, progressIndex} from '../../../../components/model/record/progress.js'
import {isScored, type FillQuestion} from '../../../../components/model/guide/question.js'
import type {LearnerEvent} from '../../../../components/model/record/record.js'
import {isLearnerEvent} from '../../../../components/model/record/event-shape.js'
import {Learning} from '../learning.js'

const {guide} = compileContent('content')

const modulesOf = (pathway: string): Module[] => guide.modules.filter(module => module.pathway === pathway)
const questionsIn = (pathway: string): number =>
  modulesOf(pathway).reduce((sum, {show, tasks, pages}) => sum + show + tasks.length + pages.length, 0)
const largest = guide.pathways.map(({id}) => id).sort((a, b) => questionsIn(b) - questionsIn(a))[0]!
const modules = modulesOf(largest)
const quizzed = guide.modules.find(({show}) => show > 4)!

/** Without what is not kept: event ids, and parts of a second. */
function plain(events: readonly LearnerEvent[]): unknown[] {
  return events.map(({id, at, ...rest}) => ({...rest, at: at.slice(0, 19)}))
}

function readBack(text: string, from: readonly Module[] = modules): LearnerEvent[] {
  const events = readCompactRecord(text, from)
  assert.ok(Array.isArray(events), `not read: ${events}`)
  return events
}

function outcomes(events: readonly LearnerEvent[], of: readonly Module[]) {
  const index = progressIndex(events)
  return of.map(module => {
    const {status, best, tasksDone} = moduleProgress(module, index)
    return {module: module.id, status, best, tasksDone}
  })
}

/** A learner who has done every module of a pathway. */
function finished(of: readonly Module[], failures = 0): Learning {
  const learner = new Learning()
  for (const module of of) learner.finish(module, failures)
  return learner
}

describe('compactRecord', () => {
  for (const {id, title} of guide.pathways) {
    it(`keeps all of "${title}" when each module was passed at the second try`, context => {
      const {events} = finished(modulesOf(id), 1)
      const text = compactRecord(events, modulesOf(id))
      context.diagnostic(`${events.length} events in ${text.length} characters`)
      assert.ok(text.length <= COMPACT_LIMIT)
      assert.deepEqual(plain(readBack(text, modulesOf(id))), plain(events))
    })
  }

  it('keeps what was done elsewhere, with its day, and leaves it out for a reader from before', () => {
    const [module] = modules
    const learner = new Learning()
    learner.say({type: 'elsewhere', about: module!.id, hash: '', done: true, date: '2026-05-03'})
    learner.say({type: 'elsewhere', about: module!.id, hash: '', done: false})
    learner.say({type: 'elsewhere', about: module!.id, hash: '', done: true})
    assert.deepEqual(plain(readBack(compactRecord(learner.events, modules))), plain(learner.events))
    assert.deepEqual(outcomes(readBack(compactRecord(learner.events, modules)), [module!]), outcomes(learner.events, [module!]))
  })

  it('reads back the same events each time, in their order, and writes the same text of them', () => {
    const {events} = finished(modules)
    const text = compactRecord(events, modules)
    const read = readBack(text)
    assert.ok(read.every(isLearnerEvent))
    assert.equal(new Set(read.map(({id}) => id)).size, events.length)
    assert.deepEqual(readBack(text), read)
    assert.equal(compactRecord(read, modules), text)
  })

  it('keeps an open try as it was, so that it goes on with the same questions and answers in the same order', () => {
    const learner = new Learning()
    const round = learner.tryOnce(quizzed, at => at === 0)
    const open = learner.events.filter(event => event.type === 'started' || event.about === round.questions[0]!.id)
    const [attempt] = attemptsAt(quizzed.id, progressIndex(readBack(compactRecord(open, [quizzed]), [quizzed])))
    assert.equal(attempt?.id, round.id)
    assert.deepEqual(attempt.questions, round.questions.map(({id}) => id))
    assert.deepEqual([...attempt.answers.values()].map(({given, right, sure}) => ({given, right, sure})),
      open.filter(event => event.type === 'answered').map(({given, right, sure}) => ({given, right, sure})))
  })

  it('uses only characters that every system keeps', () => {
    assert.match(compactRecord(finished(modules, 1).events, modules), /^[\w.-]+$/)
  })

  it('leaves out what the learner wrote, and that they did write stays', () => {
    const module = guide.modules.find(({questions}) => questions.some(({type}) => type === 'reflect'))!
    const prompt = module.questions.find(({type}) => type === 'reflect')!
    const learner = new Learning()
    learner.say({type: 'reflected', about: prompt.id, hash: prompt.hash, module: module.id, text: 'MyOwnWords'})
    learner.say({type: 'judged', about: module.id, hash: '', isUseful: false, comment: 'MyOwnWords'})
    const text = compactRecord(learner.events, [module])
    assert.ok(!text.includes('MyOwnWords'))
    assert.deepEqual(readBack(text, [module]).map(({type, about}) => [type, about]), [['reflected', prompt.id]])
  })

  it('keeps what was typed into a gap, whatever the alphabet, up to a length', () => {
    const parts = [{accepts: ['a']}]
    const fill: FillQuestion = {type: 'fill', id: 'gap', hash: 'h', prompt: [], body: [], mustKnow: false, parts}
    const module = {...quizzed, questions: [fill]}
    const learner = new Learning()
    const attempt = 'not a UUID'
    learner.say({type: 'started', about: module.id, hash: '', attempt, questions: ['gap']})
    for (const typed of ['Llandudno £5 \u{1f600} x', 'x'.repeat(10_000)]) {
      learner.say({type: 'answered', about: 'gap', hash: 'h', module: module.id, attempt, given: [typed], right: false})
    }
    const answers = readBack(compactRecord(learner.events, [module]), [module]).slice(1)
    const given = answers.flatMap(event => 'given' in event ? event.given : [])
    assert.deepEqual(given, ['Llandudno £5 \u{1f600} x', 'x'.repeat(80)])
  })
})

describe('compactRecord, when there is too much', () => {
  for (const failures of [12, 30]) {
    it(`keeps each module's result after ${failures} tries that were not passed, and the newest try's answers`, () => {
      const {events} = finished(modules, failures)
      const text = compactRecord(events, modules)
      const read = readBack(text)
      assert.ok(text.length <= COMPACT_LIMIT, `${text.length}`)
      assert.ok(read.length < events.length, 'nothing had to go')
      assert.deepEqual(outcomes(read, modules), outcomes(events, modules))
      for (const module of modules) {
        const newest = (all: readonly LearnerEvent[]) => attemptsAt(module.id, progressIndex(all)).at(-1)
        assert.equal(newest(read)?.id, newest(events)?.id)
        assert.equal(newest(read)?.answers.size, newest(events)?.answers.size)
      }
    })
  }

  it('keeps that a pathway is passed in a tenth of the room', () => {
    const {events} = finished(modules, 3)
    const text = compactRecord(events, modules, COMPACT_LIMIT / 10)
    assert.ok(text.length <= COMPACT_LIMIT / 10)
    assert.deepEqual(outcomes(readBack(text), modules).map(({status, best}) => ({status, best})),
      outcomes(events, modules).map(({status, best}) => ({status, best})))
  })

  it('never passes its limit, whatever was done, and always can be read', () => {
    const withQuestions = modules.filter(({questions}) => questions.some(isScored))
    const action = fc.record({at: fc.nat(2), does: fc.constantFrom('study', 'pass', 'fail', 'half')})
    const comparable = (events: readonly LearnerEvent[]) =>
      plain(events).map(event => JSON.stringify({...event as object, attempt: undefined}))
    fc.assert(fc.property(fc.array(action, {maxLength: 25}), fc.integer({min: 10, max: 1200}), (actions, limit) => {
      const learner = new Learning()
      for (const {at, does} of actions) {
        const module = withQuestions[at]!
        if (does === 'study') learner.study(module)
        else learner.tryOnce(module, at => does === 'pass' || (does === 'half' && at % 2 === 0))
      }
      const text = compactRecord(learner.events, modules, limit)
      assert.ok(text.length <= limit)
      const known = new Set(comparable(learner.events))
      for (const event of comparable(readBack(text))) assert.ok(known.has(event), event)
    }), {numRuns: 60})
  })
})

describe('readCompactRecord, in another edition of the guide', () => {
  const learner = new Learning()
  const round = learner.tryOnce(quizzed, () => true)
  const text = compactRecord(learner.events, [quizzed])
  const [first, second] = round.questions

  it('still knows that an answer was right when its question has changed, and says so by its hash', () => {
    const questions = quizzed.questions.map(question => question === first ? {...first, hash: 'changed'} : question)
    const answers = readBack(text, [{...quizzed, questions}]).filter(event => event.type === 'answered')
    assert.deepEqual(answers.find(({about}) => about === first!.id), {...answers[0]!, right: true, hash: '', given: []})
    assert.notDeepEqual(answers.find(({about}) => about === second!.id)?.given, [])
  })

  it('goes on without a question that is gone', () => {
    const read = readBack(text, [{...quizzed, questions: quizzed.questions.filter(question => question !== first)}])
    const [attempt] = attemptsAt(quizzed.id, progressIndex(read))
    assert.deepEqual(attempt?.questions, round.questions.slice(1).map(({id}) => id))
    assert.equal(attempt.answers.size, round.questions.length - 1)
    assert.equal(attempt.completed?.outcome, 'passed')
  })

  it('goes on without a module that is gone', () => {
    const both = finished(modules.slice(0, 2))
    const kept = readBack(compactRecord(both.events, modules), modules.slice(1))
    assert.deepEqual(outcomes(kept, modules.slice(1, 2)), outcomes(both.events, modules.slice(1, 2)))
    assert.ok(kept.every(event => 'module' in event ? event.module !== modules[0]!.id : event.about !== modules[0]!.id))
  })

  it('does not take one id for another that has the same code', () => {
    const codes = new Map<string, string>()
    let twins: string[] = []
    for (let i = 0; !twins.length; i++) {
      const id = `page-${i}`
      const twin = codes.get(code(id))
      if (twin) twins = [twin, id]
      codes.set(code(id), id)
    }
    const pages = twins.map(id => ({id, title: id, children: []}))
    const reader = new Learning()
    reader.study({...quizzed, pages, tasks: []})
    const written = compactRecord(reader.events, [{...quizzed, pages}])
    assert.deepEqual(plain(readBack(written, [{...quizzed, pages}])), plain(reader.events))
    const left = readBack(written, [{...quizzed, pages: pages.slice(1)}])
    assert.deepEqual(left.map(event => 'page' in event && event.page), [twins[1]])
  })
})

describe('readCompactRecord, of text that is not as it was written', () => {
  const {events} = finished(modules)
  const text = compactRecord(events, modules)

  it('reads what is there when the end was cut off', () => {
    for (let length = 5; length < text.length; length += 7) {
      const read = plain(readBack(text.slice(0, length)))
      assert.deepEqual(read, plain(events).slice(0, read.length))
    }
    assert.ok(readBack(text.slice(0, -1)).length >= events.length - 1)
  })

  it('reads something or nothing, and never fails, whatever was changed', () => {
    fc.assert(fc.property(fc.nat(text.length - 6), fc.string({maxLength: 30}), (at, other) => {
      const damaged = text.slice(0, 5 + at) + other + text.slice(5 + at + other.length)
      assert.ok(readBack(damaged).every(isLearnerEvent))
    }))
  })

  const others = [
    {kept: '', is: undefined, why: 'nothing'},
    {kept: '2#3a1d1N0', is: undefined, why: 'another program'},
    {kept: 'dsg2.AAAA', is: 'newer', why: 'a newer version of this one'},
  ]
  for (const {kept, is, why} of others) {
    it(`says ${is} for what ${why} left`, () => assert.equal(readCompactRecord(kept, modules), is))
  }
})
