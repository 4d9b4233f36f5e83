import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {isScored, type Question} from '../../../components/model/guide/question.js'

describe('isScored', () => {
  it('counts choice, order, match and fill, and not do, reflect and rate', () => {
    const scored = ['choice', 'order', 'match', 'fill', 'do', 'reflect', 'rate'].filter(type => isScored({type} as Question))
    assert.deepEqual(scored, ['choice', 'order', 'match', 'fill'])
  })
})
