import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {daysBetween, isSafety, reviewState, type ReviewState} from '../../../components/model/guide/review.js'

describe('reviewState', () => {
  const cases: {today: string; next?: string; reviewed?: boolean; state: ReviewState; why: string}[] = [
    {today: '2027-02-28', next: '2027-02-28', state: 'due-soon', why: 'its day is not over'},
    {today: '2027-03-01', next: '2027-02-28', state: 'overdue', why: 'the day after the end of February'},
    {today: '2028-02-29', next: '2028-02-28', state: 'overdue', why: 'a leap day is a day'},
    {today: '2028-03-01', next: '2028-02-29', state: 'overdue', why: 'the day after a leap day'},
    {today: '2027-01-31', next: '2027-04-01', state: 'due-soon', why: '60 days, over a short month'},
    {today: '2027-01-31', next: '2027-04-02', state: 'current', why: '61 days'},
    {today: '2028-01-31', next: '2028-03-31', state: 'due-soon', why: '60 days, over a leap day'},
    {today: '2026-12-31', next: '2027-03-01', state: 'due-soon', why: '60 days, over the end of a year'},
    {today: '2026-12-31', next: '2027-03-02', state: 'current', why: '61 days, over the end of a year'},
    {today: '2027-03-27', next: '2027-05-27', state: 'current', why: '61 days, over the change to summer time'},
    {today: '2026-11-23', next: '2027-11-23', reviewed: false, state: 'never-reviewed', why: 'no reviewer gave a date'},
    {today: '2027-11-23', next: '2027-11-23', reviewed: false, state: 'never-reviewed', why: 'its day is not over'},
    {today: '2027-11-24', next: '2027-11-23', reviewed: false, state: 'overdue', why: 'a missed review is worse'},
    {today: '2027-11-24', state: 'current', why: 'a page by itself may have no day'},
    {today: '2027-11-24', reviewed: false, state: 'never-reviewed', why: 'no day and no reviewer'},
  ]
  for (const {today, next, reviewed = true, state, why} of cases) {
    it(`${state} on ${today}, with ${next ?? 'no day'}: ${why}`, () => {
      assert.equal(reviewState({reviewed, ...(next !== undefined && {nextReview: next})}, today), state)
    })
  }
})

describe('daysBetween', () => {
  it('counts as a calendar does, for each day of 4 years', () => {
    const day = new Date('2025-12-31T00:00:00Z')
    for (let n = 0; n < 4 * 366; n++) {
      assert.equal(daysBetween('2025-12-31', day.toISOString().slice(0, 10)), n)
      day.setUTCDate(day.getUTCDate() + 1)
    }
  })
})

describe('isSafety', () => {
  const pathway = {id: 'p', title: 'P', summary: '', audience: [], modules: []}
  it('follows the module, else its pathway, else its must-know questions', () => {
    assert.equal(isSafety({hasMustKnow: true}), true)
    assert.equal(isSafety({hasMustKnow: false}), false)
    assert.equal(isSafety({hasMustKnow: false}, {...pathway, safety: true}), true)
    assert.equal(isSafety({hasMustKnow: true}, {...pathway, safety: false}), false)
    assert.equal(isSafety({hasMustKnow: true, safety: false}, {...pathway, safety: true}), false)
  })
})
