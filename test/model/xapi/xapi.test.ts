import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import {isLearnerEvent} from '../../../components/model/record/event-shape.js'
import {statementOf, type Agent} from '../../../components/model/xapi/statement.js'
import type {ReportedGuide} from '../../../components/model/xapi/activities.js'
import {statementProblems} from '../../statement-problems.mjs'
import {anyRecord, at, facts} from '../record/facts.js'

const ID = 'c0ffee00-0000-4000-8000-000000000001'
const TRY = 'c0ffee00-0000-4000-8000-000000000002'
const ACTOR: Agent = {objectType: 'Agent', account: {homePage: 'https://guide.example/', name: TRY}}
const MODULE = {...facts('passwords'), title: 'Passwords', file: 'passwords.1.json', pages: [{id: 'why', title: 'Why'}]}
const GUIDE: ReportedGuide = {
  activities: 'https://guide.example/',
  manifest: {
    id: 'skills', title: 'Digital skills', lang: 'en-GB', modules: [MODULE],
    frameworks: [{id: 'national', title: 'Rate yourself', file: 'national.1.json', domains: []}],
  },
}

type Loose = {type: LearnerEvent['type']; about: string} & Record<string, unknown>

function event(fact: Loose): LearnerEvent {
  const whole = {id: ID, at: at(0), edition: 'e1', hash: '', ...fact}
  assert(isLearnerEvent(whole), `not an event: ${JSON.stringify(whole)}`)
  return whole
}

const ADL = 'http://adlnet.gov/expapi'
const TIN_CAN = 'http://id.tincanapi.com'

interface Case {
  why: string
  fact: Loose
  verb: string
  object: string
  type: string
  result?: unknown
  registration?: string
}

const cases: Case[] = [
  {
    why: 'a page was read', fact: {type: 'read', about: 'passwords', page: 'why'},
    verb: `${ADL}/verbs/experienced`, object: 'modules/passwords/pages/why',
    type: 'http://activitystrea.ms/schema/1.0/page',
  },
  {
    why: 'a try began', fact: {type: 'started', about: 'passwords', attempt: TRY, questions: ['q1']},
    verb: `${ADL}/verbs/attempted`, object: 'modules/passwords', type: `${ADL}/activities/module`, registration: TRY,
  },
  {
    why: 'a question was answered',
    fact: {
      type: 'answered', about: 'q1', module: 'passwords', attempt: TRY,
      given: ['my name is Ada'], right: true, sure: 2,
    },
    verb: `${ADL}/verbs/answered`, object: 'modules/passwords/questions/q1', type: `${ADL}/activities/question`,
    result: {success: true, extensions: {'https://guide.example/terms/sure': 2}}, registration: TRY,
  },
  {
    why: 'a task was done', fact: {type: 'did', about: 't1', module: 'passwords', done: true},
    verb: `${ADL}/verbs/completed`, object: 'modules/passwords/tasks/t1',
    type: `${TIN_CAN}/activitytype/checklist-item`,
    result: {completion: true},
  },
  {
    why: 'a task was taken back', fact: {type: 'did', about: 't1', module: 'passwords', done: false},
    verb: `${ADL}/verbs/interacted`, object: 'modules/passwords/tasks/t1',
    type: `${TIN_CAN}/activitytype/checklist-item`,
    result: {completion: false},
  },
  {
    why: 'something was thought about',
    fact: {type: 'reflected', about: 'r1', module: 'passwords', text: 'my name is Ada'},
    verb: `${ADL}/verbs/responded`, object: 'modules/passwords/questions/r1', type: `${ADL}/activities/question`,
  },
  {
    why: 'a module was passed',
    fact: {type: 'completed', about: 'passwords', outcome: 'passed', attempt: TRY, right: 4, of: 5},
    verb: `${ADL}/verbs/passed`, object: 'modules/passwords', type: `${ADL}/activities/module`, registration: TRY,
    result: {completion: true, success: true, score: {raw: 4, min: 0, max: 5, scaled: 0.8}},
  },
  {
    why: 'a module was not passed',
    fact: {type: 'completed', about: 'passwords', outcome: 'not-passed', attempt: TRY, right: 1, of: 5},
    verb: `${ADL}/verbs/failed`, object: 'modules/passwords', type: `${ADL}/activities/module`, registration: TRY,
    result: {completion: false, success: false, score: {raw: 1, min: 0, max: 5, scaled: 0.2}},
  },
  {
    why: 'a module was declared done', fact: {type: 'completed', about: 'passwords', outcome: 'declared'},
    verb: `${ADL}/verbs/completed`, object: 'modules/passwords', type: `${ADL}/activities/module`,
    result: {completion: true},
  },
  {
    why: 'a module was done elsewhere', fact: {type: 'elsewhere', about: 'passwords', done: true, date: '2026-05-03'},
    verb: 'http://id.tincanapi.com/verb/skipped', object: 'modules/passwords', type: `${ADL}/activities/module`,
    result: {extensions: {'https://guide.example/terms/elsewhere': '2026-05-03'}},
  },
  {
    why: 'that it was done elsewhere was taken back', fact: {type: 'elsewhere', about: 'passwords', done: false},
    verb: `${ADL}/verbs/interacted`, object: 'modules/passwords', type: `${ADL}/activities/module`, result: {completion: false},
  },
  {
    why: 'a score from elsewhere is out of bounds',
    fact: {type: 'completed', about: 'passwords', outcome: 'passed', right: 6, of: 5},
    verb: `${ADL}/verbs/passed`, object: 'modules/passwords', type: `${ADL}/activities/module`,
    result: {completion: true, success: true},
  },
  {
    why: 'a self-assessment began', fact: {type: 'began', about: 'national', assessment: TRY, domains: ['D1']},
    verb: `${ADL}/verbs/initialized`, object: 'frameworks/national',
    type: `${ADL}/activities/assessment`, registration: TRY,
  },
  {
    why: 'a statement was rated',
    fact: {
      type: 'rated', about: 's1', assessment: TRY, framework: 'national', domain: 'D1',
      now: 2, needed: 4, before: 1,
    },
    verb: `${TIN_CAN}/verb/rated`, object: 'frameworks/national/statements/s1', type: `${ADL}/activities/question`,
    result: {
      score: {raw: 2, min: 1, max: 5},
      extensions: {'https://guide.example/terms/needed': 4, 'https://guide.example/terms/before': 1},
    },
    registration: TRY,
  },
  {
    why: 'a statement has no level',
    fact: {
      type: 'rated', about: 's1', assessment: TRY, framework: 'national', domain: 'D1',
      now: 'unsure', needed: 'not-my-role',
    },
    verb: `${TIN_CAN}/verb/rated`, object: 'frameworks/national/statements/s1', type: `${ADL}/activities/question`,
    result: {response: 'unsure', extensions: {'https://guide.example/terms/needed': 'not-my-role'}}, registration: TRY,
  },
  {
    why: 'a self-assessment was finished', fact: {type: 'assessed', about: 'national', assessment: TRY},
    verb: `${ADL}/verbs/completed`, object: 'frameworks/national', type: `${ADL}/activities/assessment`,
    result: {completion: true}, registration: TRY,
  },
  {
    why: 'a module was found useful',
    fact: {type: 'judged', about: 'passwords', isUseful: true, comment: 'my name is Ada'},
    verb: `${TIN_CAN}/verb/rated`, object: 'modules/passwords', type: `${ADL}/activities/module`,
    result: {score: {raw: 1, min: 0, max: 1}},
  },
  {
    why: 'the guide was not found useful', fact: {type: 'judged', about: 'skills', isUseful: false},
    verb: `${TIN_CAN}/verb/rated`, object: 'guides/skills', type: `${ADL}/activities/course`,
    result: {score: {raw: 0, min: 0, max: 1}},
  },
]

describe('xAPI statements', () => {
  for (const {why, fact, verb, object, type, result, registration} of cases) {
    it(`is valid and says that ${why}`, () => {
      const statement = statementOf(event(fact), GUIDE, ACTOR)
      assert.deepEqual(statementProblems(statement), [])
      assert.deepEqual(
        [statement.id, statement.timestamp, statement.actor, statement.verb.id, statement.object.id],
        [ID, at(0), ACTOR, verb, `https://guide.example/${object}`])
      assert.equal(statement.object.definition.type, type)
      assert.deepEqual(statement.result, result)
      assert.equal(statement.context.registration, registration)
      assert.doesNotMatch(JSON.stringify(statement), /Ada/, 'what a learner typed')
    })
  }

  it('is checked by rules that find a fault', () => {
    const statement = statementOf(event(cases[0]!.fact), GUIDE, ACTOR)
    assert.equal(statementProblems({...statement, id: 'e1'}).length, 1)
    assert.equal(statementProblems({...statement, result: {score: {raw: 6, min: 0, max: 5}}}).length, 1)
  })

  it('covers every kind of event', () => {
    const kinds = [
      'read', 'started', 'answered', 'did', 'reflected', 'completed', 'began', 'rated', 'assessed', 'judged', 'elsewhere',
    ]
    assert.deepEqual([...new Set(cases.map(({fact}) => fact.type as string))].sort(), kinds.sort())
  })

  it('names things as the guide does, in its language', () => {
    const {object, context} = statementOf(event({type: 'read', about: 'passwords', page: 'why'}), GUIDE, ACTOR)
    assert.deepEqual(object.definition.name, {'en-GB': 'Why'})
    assert.deepEqual(context.contextActivities.parent?.[0]?.definition.name, {'en-GB': 'Passwords'})
    assert.deepEqual(context.contextActivities.grouping[0]?.definition.name, {'en-GB': 'Digital skills'})
  })

  it('is valid for any record, with one id for one event, the same each time', () => {
    fc.assert(fc.property(anyRecord, record => {
      const statements = record.map(each => statementOf(each, GUIDE, ACTOR))
      assert.deepEqual(statements.flatMap(statementProblems), [])
      assert.equal(new Set(statements.map(({id}) => id)).size, record.length)
      assert.deepEqual(record.map(each => statementOf(each, GUIDE, ACTOR)), statements)
    }))
  })

  it('is valid for ids that no address can hold, as a damaged file may bring', () => {
    for (const about of ['\ud800', 'a b/c?d#e', '"<>\\^`{|}', 'données', '\u{1f4a1}']) {
      const statement = statementOf(event({type: 'read', about, page: about}), GUIDE, ACTOR)
      assert.deepEqual(statementProblems(statement), [])
    }
  })

  it('makes a UUID of an id that is none, the same each time', () => {
    const ids = ['e000001', 'e000001', 'e000002', 'ünïcode', '1'].map(id =>
      statementOf({...event({type: 'read', about: 'passwords', page: 'why'}), id}, GUIDE, ACTOR).id)
    for (const id of ids) assert.match(id, /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    assert.equal(ids[0], ids[1])
    assert.equal(new Set(ids).size, 4)
  })
})
