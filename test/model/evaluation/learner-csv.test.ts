import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {learnerCsv} from '../../../components/model/evaluation/learner-csv.js'
import {at, event} from '../record/facts.js'
import {assessed, began, rated} from '../assessment/ratings.js'

const guide = {
  id: 'g', title: 'The guide', edition: '1',
  modules: [
    {id: 'm1', title: 'Module one', pages: [{id: 'm2', title: 'A page'}]},
    {id: 'm2', title: 'Module two', pages: []},
  ],
  frameworks: [{id: 'f', title: 'Framework', domains: [{id: 'D1', short: 'Data'}]}],
}

describe('learnerCsv', () => {
  const lines = (...events: Parameters<typeof learnerCsv>[0]) =>
    learnerCsv(events, guide).replace(/^\ufeff/, '').trimEnd().split('\r\n').slice(1).map(line => line.split(','))

  const cases: {given: Parameters<typeof event>[1]; row: string}[] = [
    {given: {type: 'read', about: 'm1', page: 'm2'}, row: 'Opened a page,Module one,,A page,,,,,,'},
    {given: {type: 'started', about: 'm2', attempt: 'a', questions: ['q']}, row: 'Began questions,Module two,,,,,,,,'},
    {
      given: {type: 'answered', about: 'q1', module: 'm1', attempt: 'a', given: ['x'], right: false, sure: 3},
      row: 'Answered a question,Module one,,q1,Not right,,,,Certain,',
    },
    {given: {type: 'did', about: 't', module: 'm1', done: true}, row: 'Ticked a task,Module one,,t,,,,,,'},
    {given: {type: 'did', about: 't', module: 'm1', done: false}, row: 'Took a task back,Module one,,t,,,,,,'},
    {given: {type: 'reflected', about: 'r', module: 'm1', text: '=1+1'}, row: 'Reflected,Module one,,r,,,,,,\'=1+1'},
    {given: {type: 'completed', about: 'gone', outcome: 'declared'}, row: 'Ended a module,gone,,,Declared done,,,,,'},
    {given: {type: 'elsewhere', about: 'm1', done: true, date: '2026-05-03'}, row: 'Said that they did a module elsewhere,Module one,,,2026-05-03,,,,,'},
    {given: {type: 'elsewhere', about: 'm1', done: false}, row: 'Took back that they did a module elsewhere,Module one,,,,,,,,'},
    {
      given: {type: 'judged', about: 'g', isUseful: false, comment: 'too long'},
      row: 'Gave feedback,,,The guide,Not useful,,,,,too long',
    },
  ]
  for (const {given, row} of cases) {
    it(`says of ${given.type}: ${row}`, () =>
      assert.deepEqual(lines(event(1, given)), [[at(1), ...row.split(','), '']]))
  }

  it('says in words what was done in another edition of the guide, and has no name of an edition', () => {
    const events = ['1', '1uliugatwmn', ''].map((edition, i) => ({...event(i + 1, {type: 'read', about: 'm1', page: 'm2'}), edition}))
    assert.deepEqual(lines(...events).map(row => row.at(-1)), ['', 'Yes', 'Yes'])
    assert.equal(learnerCsv(events, guide).split('\r\n')[0]!.split(',').at(-1), 'In another edition of the guide')
  })

  it('quotes a result with its score', () => {
    const end = event(1, {type: 'completed', about: 'm1', outcome: 'passed', attempt: 'a', right: 4, of: 5})
    const csv = learnerCsv([end], guide)
    assert.ok(csv.includes('Ended a module,Module one,,,"Passed, 4 of 5",'), csv)
  })

  it('has a self-assessment from beginning to end, oldest first', () => {
    const rows = lines(assessed(9), rated(5, 'a', 'D1', {now: 'unsure', needed: 4, before: 1}), began(1, ['D1']))
    assert.deepEqual(rows.map(row => row.slice(1, 9).join(',')), [
      'Began a self-assessment,,,Framework,,,,', 'Rated a skill,,Data,a,,I am not sure,4,1',
      'Finished a self-assessment,,,Framework,,,,',
    ])
  })

  it('has as many columns in each row as in its head', () => {
    const [head = '', row = ''] = learnerCsv([began(1, ['D1'])], guide).split('\r\n')
    assert.equal(row.split(',').length, head.split(',').length)
  })
})
