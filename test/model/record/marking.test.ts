import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import type {FillQuestion, MatchQuestion, OrderQuestion} from '../../../components/model/guide/question.js'
import {isRight} from '../../../components/model/record/marking.js'
import {question} from './facts.js'

const asked = {id: 'q', hash: 'h', prompt: [], body: [], mustKnow: false}
const item = (id: string) => ({id, content: []})

describe('isRight: choice', () => {
  const one = question('q')
  const all = {...one, multiple: true, answers: ['a', 'b', 'c'].map(id => ({id, content: [], right: id !== 'c', feedback: []}))}
  const cases = [
    {asked: one, given: ['yes'], right: true, why: 'the one right answer'},
    {asked: one, given: ['no'], right: false, why: 'the wrong one'},
    {asked: one, given: [], right: false, why: 'none'},
    {asked: one, given: ['yes', 'no'], right: false, why: 'right and wrong together'},
    {asked: one, given: ['gone'], right: false, why: 'an answer that is not there'},
    {asked: all, given: ['b', 'a'], right: true, why: 'all the right ones, in any order'},
    {asked: all, given: ['a', 'a'], right: false, why: 'one of them twice'},
    {asked: all, given: ['a', 'b', 'b'], right: true, why: 'all, one of them named twice'},
    {asked: all, given: ['a'], right: false, why: 'not all'},
    {asked: all, given: ['a', 'b', 'c'], right: false, why: 'all, and a wrong one'},
  ]
  for (const {asked, given, right, why} of cases) {
    it(`${right}: ${why}`, () => assert.equal(isRight(asked, given), right))
  }
})

describe('isRight: order and match', () => {
  const order: OrderQuestion = {...asked, type: 'order', items: ['a', 'b', 'c'].map(item)}
  const match: MatchQuestion = {...asked, type: 'match', pairs: [['l1', 'r1'], ['l2', 'r2']].map(([l, r]) => ({left: item(l!), right: item(r!)}))}
  const cases = [
    {asked: order, given: ['a', 'b', 'c'], right: true},
    {asked: order, given: ['b', 'a', 'c'], right: false},
    {asked: order, given: ['a', 'b'], right: false},
    {asked: order, given: ['a', 'b', 'c', 'c'], right: false},
    {asked: match, given: ['r1', 'r2'], right: true},
    {asked: match, given: ['r2', 'r1'], right: false},
    {asked: match, given: [], right: false},
  ]
  for (const {asked, given, right} of cases) {
    it(`${right}: ${asked.type} ${given.join(' ')}`, () => assert.equal(isRight(asked, given), right))
  }
})

describe('isRight: fill in', () => {
  const fill: FillQuestion = {
    ...asked, type: 'fill', parts: ['Call ', {accepts: ['999', 'nine nine nine']}, ' or ', {accepts: ['Café']}],
  }
  const cases = [
    {given: ['999', 'Café'], right: true, why: 'as written'},
    {given: ['Nine  NINE nine.', '  café '], right: true, why: 'case, white space and a full stop are forgiven'},
    {given: ['999', 'Cafe\u0301'], right: true, why: 'an accent typed as a character of its own'},
    {given: ['999', 'cafe'], right: true, why: 'an accent left out'},
    {given: ['nine\u00a0nine\u2009nine', '\u200bcafé'], right: true, why: 'what a telephone or a word processor puts in its place'},
    {given: ['998', 'café'], right: false, why: 'another figure'},
    {given: ['999', 'cafe,'], right: false, why: 'a comma at the end: an editor can accept it'},
    {given: ['999', '“café”'], right: false, why: 'in quotation marks: an editor can accept it'},
    {given: ['999'], right: false, why: 'a gap left empty'},
    {given: ['', ''], right: false, why: 'all gaps left empty'},
    {given: ['Café', '999'], right: false, why: 'each in the other\'s place'},
  ]
  for (const {given, right, why} of cases) {
    it(`${right}: ${why}`, () => assert.equal(isRight(fill, given), right))
  }
})
