import {expect} from 'chai'
import {ScormConnection, type ScormApi} from '../../../components/embed/course/scorm-api.js'
import {interactionOf, REFUSED_MARK, ScormInteractions} from '../../../components/embed/course/scorm-interactions.js'
import type {ScoredQuestion} from '../../../components/model/guide/question.js'
import {isRight} from '../../../components/model/record/marking.js'
import {compactRecord, readCompactRecord} from '../../../components/model/record/compact/record.js'
import {progressIndex} from '../../../components/model/record/progress.js'
import type {AnsweredEvent} from '../../../components/model/record/record.js'
import {guide} from '../../../stories/content.js'
import {Learning} from '../../model/record/learning.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const base = {hash: 'h', body: [], prompt: [{type: 'text' as const, value: 'Which?'}], mustKnow: false}
const parts = (count: number) => Array.from({length: count}, (_, n) => ({id: `x${n}`, content: []}))

const choice = (count: number, right: readonly number[] = [0]): ScoredQuestion => ({
  ...base, id: 'q', type: 'choice', kind: 'question', multiple: right.length > 1,
  answers: parts(count).map((part, n) => ({...part, right: right.includes(n), feedback: []})),
})
const order = (count: number): ScoredQuestion => ({...base, id: 'q', type: 'order', items: parts(count)})
const match = (count: number): ScoredQuestion => ({
  ...base, id: 'q', type: 'match',
  pairs: parts(count).map(right => ({left: {id: `left ${right.id}`, content: []}, right})),
})
const fill = (...gaps: string[][]): ScoredQuestion => ({
  ...base, id: 'q', type: 'fill', parts: gaps.flatMap(accepts => ['Some words ', {accepts}]),
})

function answered(question: ScoredQuestion, given: string[], more: Partial<AnsweredEvent> = {}): AnsweredEvent {
  return {
    type: 'answered', id: 'e1', at: '2026-11-23T09:30:00.250Z', edition: 'e', about: question.id, hash: question.hash,
    module: 'm-1', attempt: 'a', given, right: isRight(question, given), ...more,
  }
}

function fieldsOf(question: ScoredQuestion, given: string[], more?: Partial<AnsweredEvent>, latencyMs = 1500) {
  const interaction = interactionOf(answered(question, given, more), question, latencyMs)
  return Object.fromEntries(interaction) as Record<string, string | undefined>
}

/** The data types of SCORM 1.2, by field; and what an answer of each type may look like. */
const FORMATS: Record<string, RegExp> = {
  id: /^[\w-]{1,255}$/, time: /^(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,2})?$/, result: /^(?:correct|wrong)$/,
  type: /^(?:choice|matching|sequencing|fill-in)$/, latency: /^\d{4}:[0-5]\d:[0-5]\d\.\d{2}$/,
  student_response: /^.{1,255}$/,
}
const RESPONSES: Record<string, RegExp> = {
  'choice': /^[a-z0-9](?:,[a-z0-9])*$/, 'sequencing': /^[a-z0-9](?:,[a-z0-9])*$/,
  'matching': /^[a-z0-9]\.[a-z0-9](?:,[a-z0-9]\.[a-z0-9])*$/, 'fill-in': /^\S.*$/,
}

describe('an answer as an interaction', () => {
  const cases: {question: ScoredQuestion; given: string[]; type: string; says?: string; why: string}[] = [
    {question: choice(4), given: ['x2'], type: 'choice', says: 'c', why: 'the letter of its place'},
    {question: choice(4, [0, 3]), given: ['x3', 'x0'], type: 'choice', says: 'a,d', why: 'several, in the order of the alphabet'},
    {question: choice(30), given: ['x26'], type: 'choice', says: '0', why: 'digits come after the letters'},
    {question: choice(40), given: ['x39'], type: 'choice', why: 'there are no more letters'},
    {question: choice(4), given: ['gone'], type: 'choice', why: 'an answer that the question does not have'},
    {question: choice(4, [1, 2]), given: [], type: 'choice', why: 'nothing was chosen'},
    {question: order(3), given: ['x2', 'x0', 'x1'], type: 'sequencing', says: 'c,a,b', why: 'in the order given; a,b,c is right'},
    {question: match(3), given: ['x1', 'x0', 'x2'], type: 'matching', says: 'a.b,b.a,c.c', why: 'pairs; a.a,b.b,c.c is right'},
    {question: match(36), given: parts(36).map(({id}) => id), type: 'matching', why: 'as long as can be'},
    {question: match(40), given: parts(40).map(({id}) => id), type: 'matching', why: 'there are no more letters'},
    {question: fill(['an hour', '60 minutes']), given: [' 60  Minutes. '], type: 'fill-in', says: '60 minutes',
      why: 'the words of the guide, not those typed'},
    {question: fill(['patient\'s', 'person\'s']), given: ['Person’s'], type: 'fill-in', says: 'person\'s',
      why: 'those it looks like'},
    {question: fill(['one'], ['two']), given: ['one', 'two'], type: 'fill-in', says: 'one, two', why: 'two gaps'},
    {question: fill(['one'], ['two']), given: ['one', 'Mary Smith, 943 476 5919'], type: 'fill-in', why: 'typed and wrong: not told'},
    {question: fill(['x'.repeat(300)]), given: ['x'.repeat(300)], type: 'fill-in', why: 'longer than there is room'},
  ]
  for (const {question, given, type, says, why} of cases) {
    it(`${type}, ${says ?? 'no answer'}: ${why}`, () => {
      const fields = fieldsOf(question, given)
      expect(fields).to.include({type, result: isRight(question, given) ? 'correct' : 'wrong', id: 'm-1_q', latency: '0000:00:01.50'})
      if (says !== undefined || given.length !== 36) expect(fields.student_response).to.equal(says)
      for (const [field, value] of Object.entries(fields)) expect(value, field).to.match(FORMATS[field]!)
      if (fields.student_response) expect(fields.student_response).to.match(RESPONSES[type]!)
    })
  }

  it('leaves out an answer to words that have changed since, and a time that nobody knows', () => {
    const fields = fieldsOf(choice(4), ['x0'], {hash: 'older'}, -1)
    expect(Object.keys(fields)).to.deep.equal(['id', 'time', 'type', 'result'])
  })

  it('says the time by the clock on the learner\'s wall, which a later place in the record does not change', () => {
    const clock = new Date(2026, 10, 23, 23, 5, 9).toISOString()
    expect(fieldsOf(choice(2), ['x0'], {at: '2099-01-01T00:00:00.000Z', clock}).time).to.equal('23:05:09')
  })

  it('has an id of characters that all systems take, and not too many', () => {
    expect(fieldsOf(choice(2), ['x0'], {module: 'é b', about: 'x'.repeat(400)}).id).to.equal(`--b_${'x'.repeat(251)}`)
  })

  it('keeps to the formats for every question of the guide, right and wrong', () => {
    for (const module of guide.modules.filter(({show}) => show > 0)) {
      const learning = new Learning()
      for (const right of [true, false]) for (let i = 0; i < 4; i++) learning.tryOnce(module, () => right)
      for (const event of learning.events) {
        const question = event.type === 'answered' && module.questions.find(({id}) => id === event.about)
        if (event.type !== 'answered' || !question) continue
        const fields = interactionOf(event, question as ScoredQuestion, 0)
        expect(fields.map(([field]) => field)).to.deep.equal(Object.keys(FORMATS).length === fields.length
          ? ['id', 'time', 'type', 'student_response', 'result', 'latency'] : ['id', 'time', 'type', 'result', 'latency'])
        for (const [field, value] of fields) expect(value, field).to.match(FORMATS[field]!)
      }
    }
  })
})

/** A system that keeps interactions as SCORM says: each after the one before it. */
class Interactions implements ScormApi {
  readonly kept: Record<string, string>[] = []
  sets = 0
  /** What it answers when a field is set that it does not know. */
  refuses = (_field: string): string | undefined => undefined
  LMSInitialize(): string { return 'true' }
  LMSCommit(): string { return 'true' }
  LMSFinish(): string { return 'true' }
  LMSGetLastError(): string { return '0' }
  LMSGetValue(element: string): string { return element === 'cmi.interactions._count' ? String(this.kept.length) : '' }
  LMSSetValue(element: string, value: string): string {
    this.sets += 1
    const [, , place = '', field = ''] = element.split('.')
    const refusal = this.refuses(field)
    if (refusal !== undefined) return refusal
    if (Number(place) > this.kept.length) return 'false'
    const kept = this.kept[Number(place)] ??= {}
    kept[field] = value
    return 'true'
  }
}

describe('the answers of a visit as interactions', () => {
  const noted = (journal: ScormInteractions, learning: Learning) => journal.note([module], progressIndex(learning.events))

  function begun(): {system: Interactions; connection: ScormConnection; journal: ScormInteractions; learning: Learning} {
    const system = new Interactions()
    const journal = new ScormInteractions()
    const learning = new Learning()
    learning.study(module)
    const connection = new ScormConnection(system)
    journal.begin(connection, Date.parse('2026-11-23T09:30:00Z'))
    return {system, connection, journal, learning}
  }

  it('are set once, and set again at the same place where they were not committed', () => {
    const {system, connection, journal, learning} = begun()
    learning.tryOnce(module, () => true)
    noted(journal, learning)
    journal.set(connection)
    expect(system.kept).to.have.length(module.show)
    journal.set(connection)
    expect(system.kept).to.have.length(module.show)
    journal.taken()
    const {sets} = system
    noted(journal, learning)
    journal.set(connection)
    expect(system.sets).to.equal(sets)
    learning.tryOnce(module, () => false)
    noted(journal, learning)
    journal.set(connection)
    expect(system.kept.map(({result}) => result)).to.deep.equal(['correct', 'wrong'].flatMap(each => Array<string>(module.show).fill(each)))
  })

  it('say how long each took: since the page was there, or since the answer before it', () => {
    const {system, connection, journal, learning} = begun()
    learning.tryOnce(module, () => true)
    const [first] = learning.events.filter(({type}) => type === 'answered')
    journal.turnTo(Date.parse(first!.at) - 61_000)
    noted(journal, learning)
    journal.set(connection)
    const others = Array<string>(module.show - 1).fill('0000:00:30.12')
    expect(system.kept.map(({latency}) => latency)).to.deep.equal(['0000:01:01.00', ...others])
  })

  it('go on in the next visit: numbers follow, and nothing is sent twice', () => {
    const {system, connection, journal, learning} = begun()
    learning.tryOnce(module, () => false)
    noted(journal, learning)
    journal.set(connection)
    journal.taken()
    const data = compactRecord(learning.events, [module])
    const before = readCompactRecord(data, [module])
    if (!Array.isArray(before)) throw new Error('not read')

    const later = new ScormInteractions()
    later.begin(connection, Date.now())
    later.resume(data, before)
    later.note([module], progressIndex(before))
    expect(later.isWaiting).to.equal(false)
    const more = new Learning(undefined, undefined, 5)
    more.tryOnce(module, () => true)
    later.note([module], progressIndex([...before, ...more.events]))
    later.set(connection)
    expect(system.kept).to.have.length(2 * module.show)
    expect(system.kept.every(({id, result}) => id && result)).to.equal(true)
  })

  const refusals = [
    {name: 'an id', refuses: (field: string) => field === 'id' ? 'false' : undefined},
    {name: 'an answer', refuses: (field: string) => field === 'student_response' ? 'false' : undefined},
    {name: 'them with an error of its own', refuses: () => { throw new Error('No such element') }},
    {name: 'them with something that is no answer', refuses: () => ''},
  ]
  for (const {name, refuses} of refusals) {
    it(`are left out for good by a system that refuses ${name}`, () => {
      const {system, connection, journal, learning} = begun()
      system.refuses = refuses
      learning.tryOnce(module, () => true)
      noted(journal, learning)
      journal.set(connection)
      expect(journal.isRefused).to.equal(true)
      const {sets} = system
      learning.tryOnce(module, () => true)
      noted(journal, learning)
      journal.set(connection)
      expect(system.sets).to.equal(sets)

      const later = new ScormInteractions()
      later.resume(compactRecord(learning.events, [module]) + REFUSED_MARK, [])
      expect(later.isRefused).to.equal(true)
    })
  }

  it('are left out where the system does not count them', () => {
    const {system, connection, journal, learning} = begun()
    system.LMSGetValue = () => ''
    journal.begin(connection, Date.now())
    learning.tryOnce(module, () => true)
    noted(journal, learning)
    journal.set(connection)
    expect([journal.isRefused, system.sets]).to.deep.equal([true, 0])
  })

  it('leave a mark behind a record that does not change what is read of it', () => {
    const learning = new Learning()
    for (const each of guide.modules.slice(0, 5)) {
      learning.finish(each, 1)
      const data = compactRecord(learning.events, guide.modules)
      expect(data.endsWith(REFUSED_MARK)).to.equal(false)
      expect(readCompactRecord(data + REFUSED_MARK, guide.modules)).to.deep.equal(readCompactRecord(data, guide.modules))
    }
    expect(readCompactRecord(compactRecord([], guide.modules) + REFUSED_MARK, guide.modules)).to.deep.equal([])
  })
})
