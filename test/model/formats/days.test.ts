import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {monthsLater} from '../../../components/model/formats/days.js'

describe('monthsLater', () => {
  const months: [string, number, string][] = [
    ['2026-11-23', 6, '2027-05-23'], ['2026-08-31', 6, '2027-02-28'], ['2027-08-31', 6, '2028-02-29'], ['2026-12-01', 1, '2027-01-01'],
  ]
  for (const [day, by, later] of months) {
    it(`${by} months after ${day} is ${later}`, () => assert.equal(monthsLater(day, by), later))
  }
})
