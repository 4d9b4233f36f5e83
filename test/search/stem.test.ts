import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {otherSpellings, stemOf} from '../../components/search/stem.js'

describe('a stem', () => {
  const same = [
    ['password', 'passwords'], ['policy', 'policies'], ['box', 'boxes'], ['text', 'texting'], ['run', 'running'],
    ['encrypted', 'encryption'], ['share', 'sharing', 'shared', 'shares'], ['colour', 'color', 'colours'],
    ['organise', 'organize', 'organising', 'organizing'], ['organisation', 'organization'], ['centre', 'center'],
    ['licence', 'license'], ['practice', 'practise'], ['programme', 'program', 'programs'], ['travelling', 'traveling'],
    ['paediatric', 'pediatric'], ['anaesthetic', 'anesthetic'], ['catalogue', 'catalog'], ['analyse', 'analyze'],
  ]
  for (const [first, ...others] of same) {
    for (const other of others) {
      it(`is the same for ${first} and ${other}`, () => assert.equal(stemOf(other), stemOf(first!)))
    }
  }

  const different = [
    ['data', 'date'], ['four', 'for'], ['thing', 'th'], ['need', 'ne'], ['news', 'new'], ['virus', 'viru'],
    ['process', 'proces'],
    ['station', 'state'],
  ]
  for (const [one, other] of different) {
    it(`is not the same for ${one} and ${other}`, () => assert.notEqual(stemOf(one!), stemOf(other!)))
  }

  it('leaves words of other alphabets as they are', () => assert.equal(stemOf('школаs'), 'школаs'))

  it('has other beginnings for American spellings and for how a word sounds', () => {
    assert.ok(otherSpellings('pediatric').includes('paediatric'))
    assert.ok(otherSpellings('fone').includes('phone'))
  })
})
