import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {isLearnerEvent} from '../../../components/model/record/event-shape.js'

const fact = {id: 'e1', at: '2026-11-23T09:30:00.000Z', edition: '1', about: 'm1', hash: ''}
const answered = {...fact, type: 'answered', about: 'q1', module: 'm1', attempt: 'a1', given: ['yes'], right: true}
const rated = {
  ...fact, type: 'rated', about: 'rate-lock', assessment: 's1', framework: 'england', domain: 'D6', now: 1, needed: 4,
}

describe('isLearnerEvent', () => {
  const good = [
    {...fact, type: 'read', page: 'p1'},
    {...fact, type: 'started', attempt: 'a1', questions: ['q1']},
    answered,
    {...fact, type: 'did', module: 'm1', done: false},
    {...fact, type: 'reflected', module: 'm1'},
    {...fact, type: 'reflected', module: 'm1', text: 'What I thought'},
    {...fact, type: 'completed', outcome: 'declared'},
    {...fact, type: 'completed', outcome: 'passed', attempt: 'a1', right: 4, of: 5},
    {...answered, sure: 1},
    {...answered, sure: 3},
    {...fact, type: 'began', about: 'england', assessment: 's1', domains: ['D1', 'D6']},
    rated,
    {...rated, now: 'unsure', needed: 'not-my-role'},
    {...rated, now: 5, before: 2},
    {...fact, type: 'assessed', about: 'england', assessment: 's1'},
    {...fact, type: 'elsewhere', done: true},
    {...fact, type: 'elsewhere', done: false, date: '2026-05-03'},
    {...fact, type: 'judged', isUseful: false},
    {...fact, type: 'judged', isUseful: true, comment: 'Clear'},
    {...answered, extra: 'from a later build of this version'},
  ]
  for (const event of good) it(`takes ${JSON.stringify(event)}`, () => assert.equal(isLearnerEvent(event), true))

  const damaged: unknown[] = [
    undefined, null, 7, 'read', [], {}, fact,
    {...answered, type: 'teleported'},
    {...answered, type: 'constructor'},
    {...answered, id: ''},
    {...answered, id: 7},
    {...answered, about: ''},
    {...answered, about: {}},
    {...answered, at: 'yesterday'},
    {...answered, at: '2026-11-23T09:30:00Z'},
    {...answered, at: '2026-11-23T09:30:00.000+01:00'},
    {...answered, at: '2026-99-23T09:30:00.000Z'},
    {...answered, at: 1795426200000},
    {...answered, edition: undefined},
    {...answered, hash: null},
    {...answered, module: undefined},
    {...answered, attempt: undefined},
    {...answered, given: 'yes'},
    {...answered, given: [1]},
    {...answered, right: 'true'},
    ...[0, 4, '2', null, true].map(sure => ({...answered, sure})),
    {...fact, type: 'began', about: 'england', domains: []},
    {...fact, type: 'began', about: 'england', assessment: 's1'},
    {...fact, type: 'began', about: 'england', assessment: 's1', domains: [6]},
    ...['assessment', 'framework', 'domain', 'now', 'needed'].map(field => ({...rated, [field]: undefined})),
    ...['now', 'needed', 'before'].flatMap(field =>
      [0, 6, 2.5, '4', 'sure', null, [4], NaN].map(value => ({...rated, [field]: value}))),
    {...fact, type: 'assessed', about: 'england'},
    {...fact, type: 'elsewhere'},
    ...['', 'May', '2026-5-3', '2026-05-03T10:00', 5].map(date => ({...fact, type: 'elsewhere', done: true, date})),
    {...fact, type: 'judged'},
    {...fact, type: 'judged', isUseful: 'yes'},
    {...fact, type: 'judged', isUseful: true, comment: 5},
    {...fact, type: 'read'},
    {...fact, type: 'started', attempt: 'a1', questions: {length: 1}},
    {...fact, type: 'did', module: 'm1', done: 1},
    {...fact, type: 'reflected', module: 'm1', text: 7},
    {...fact, type: 'completed', outcome: 'won'},
    {...fact, type: 'completed', outcome: 'passed', right: -1, of: 5},
    {...fact, type: 'completed', outcome: 'passed', right: 1.5, of: 5},
    {...fact, type: 'completed', outcome: 'passed', right: '4', of: 5},
  ]
  for (const data of damaged) it(`leaves ${JSON.stringify(data)}`, () => assert.equal(isLearnerEvent(data), false))
})
