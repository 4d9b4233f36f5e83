import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {textHash} from '../../../components/model/ids/text-hash.js'

describe('textHash', () => {
  it('is 11 characters that can stand in a file name, whatever the text', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), text => assert.match(textHash(text), /^[0-9a-z]{11}$/)))
  })

  const same = [
    ['Do not\n  click', 'Do not click'], ['  Do not click ', 'Do not click'], ['DO NOT CLICK', 'do not click'],
    ['caf\u00e9', 'cafe\u0301'], ['Do\u00a0not click', 'Do not click'],
  ]
  for (const [a, b] of same) {
    it(`is the same for ${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => assert.equal(textHash(a!), textHash(b!)))
  }

  const different = [['Do not click', 'Do click'], ['a b', 'ab'], ['', ' a'], ['ab', 'ba'], ['Call 111', 'Call 112']]
  for (const [a, b] of different) {
    it(`differs for ${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => assert.notEqual(textHash(a!), textHash(b!)))
  }

  it('has no clash among 200,000 short texts', () => {
    const hashes = new Set(Array.from({length: 200_000}, (_, i) => textHash(`answer ${i}`)))
    assert.equal(hashes.size, 200_000)
  })

  it('stays as it is: hashes are in people\'s records', () => {
    assert.equal(textHash('Do not click'), '2g5h3qegpol')
  })
})
