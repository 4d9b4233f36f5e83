import {expect} from 'chai'
import {isLearnerEvent} from '../../components/state/stored-event.js'

const fact = {id: 'e1', at: '2026-11-23T09:30:00.000Z', edition: '1', about: 'm1', hash: ''}
const answered = {...fact, type: 'answered', about: 'q1', module: 'm1', attempt: 'a1', given: ['yes'], right: true}

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
    {...answered, extra: 'from a later build of this version'},
  ]
  for (const event of good) it(`takes ${JSON.stringify(event)}`, () => expect(isLearnerEvent(event)).to.equal(true))

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
    {...fact, type: 'read'},
    {...fact, type: 'started', attempt: 'a1', questions: {length: 1}},
    {...fact, type: 'did', module: 'm1', done: 1},
    {...fact, type: 'reflected', module: 'm1', text: 7},
    {...fact, type: 'completed', outcome: 'won'},
    {...fact, type: 'completed', outcome: 'passed', right: -1, of: 5},
    {...fact, type: 'completed', outcome: 'passed', right: 1.5, of: 5},
    {...fact, type: 'completed', outcome: 'passed', right: '4', of: 5},
  ]
  for (const data of damaged) it(`leaves ${JSON.stringify(data)}`, () => expect(isLearnerEvent(data)).to.equal(false))
})
