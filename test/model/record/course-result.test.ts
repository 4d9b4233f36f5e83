import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {courseResult} from '../../../components/model/record/course-result.js'
import {progressIndex} from '../../../components/model/record/progress.js'
import {event, facts} from './facts.js'

const ended = (s: number, about: string, outcome: string, right?: number, of = 3) =>
  event(s, {type: 'completed', about, outcome, ...(right !== undefined && {attempt: `a${s}`, right, of})})

const quiz = facts('m1')
const other = facts('m2')
const doing = facts('m3', {show: 0, tasks: ['t1']})

const cases = [
  {modules: [quiz], events: [], is: {status: 'incomplete'}, why: 'nothing happened'},
  {modules: [quiz], events: [event(1, {type: 'read', about: 'm1', page: 'p'})],
    is: {status: 'incomplete'}, why: 'a page was opened'},
  {modules: [quiz], events: [ended(1, 'm1', 'not-passed', 2)],
    is: {status: 'incomplete', score: 66}, why: 'a try that was not passed: there can be another'},
  {modules: [quiz], events: [ended(1, 'm1', 'not-passed', 1), ended(2, 'm1', 'passed', 3)],
    is: {status: 'passed', score: 100}, why: 'passed at the second try'},
  {modules: [quiz], events: [ended(1, 'm1', 'passed', 3), ended(2, 'm1', 'not-passed', 0)],
    is: {status: 'passed', score: 100}, why: 'a worse try takes nothing back'},
  {modules: [quiz], events: [event(1, {type: 'elsewhere', about: 'm1', done: true})],
    is: {status: 'incomplete'}, why: 'done elsewhere is not done here'},
  {modules: [doing], events: [ended(1, 'm3', 'declared')], is: {status: 'completed'}, why: 'only tasks'},
  {modules: [quiz, other], events: [ended(1, 'm1', 'passed', 3)],
    is: {status: 'incomplete', score: 50}, why: 'one module of two'},
  {modules: [quiz, other], events: [ended(1, 'm1', 'not-passed', 2)],
    is: {status: 'incomplete', score: 33}, why: 'not passed, and one to go'},
  {modules: [quiz, other], events: [ended(1, 'm1', 'not-passed', 2), ended(2, 'm2', 'passed', 3)],
    is: {status: 'incomplete', score: 83}, why: 'all tried, one not passed'},
  {modules: [quiz, doing], events: [ended(1, 'm1', 'passed', 3), ended(2, 'm3', 'declared')],
    is: {status: 'passed', score: 100}, why: 'all done; tasks have no score'},
  {modules: [quiz, doing], events: [ended(1, 'm1', 'passed', 29, 100), ended(2, 'm3', 'declared')],
    is: {status: 'passed', score: 29}, why: '29 of 100 is 29'},
]

describe('courseResult', () => {
  for (const {modules, events, is, why} of cases) {
    it(`${is.status}, ${is.score ?? 'no score'}: ${why}`, () =>
      assert.deepEqual(courseResult(modules, progressIndex(events)), is))
  }

  it('says "failed" where it is asked to, of a course that came to an end, and of no other', () => {
    for (const {modules, events, is} of cases) {
      const ended = modules.every(({id}) => events.some(event => event.type === 'completed' && event.about === id))
      const status = ended && is.status === 'incomplete' ? 'failed' : is.status
      assert.deepEqual(courseResult(modules, progressIndex(events), 'failed'), {...is, status})
    }
  })
})
