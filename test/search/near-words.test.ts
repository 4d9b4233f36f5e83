import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {Lexicon} from '../../components/search/lexicon.js'
import {nearWords, slipsAllowed} from '../../components/search/near-words.js'

/** Optimal string alignment, straight from its definition. */
function slipsBetween(a: string, b: string): number {
  if (!a || !b) return a.length + b.length
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    slipsBetween(a.slice(0, -1), b) + 1, slipsBetween(a, b.slice(0, -1)) + 1,
    slipsBetween(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped ? slipsBetween(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity)
}

const lexiconOf = (terms: Iterable<string>) => {
  const sorted = [...new Set(terms)].sort()
  return new Lexicon({terms: sorted, starts: Uint32Array.from({length: sorted.length + 1}, (_, i) => i)})
}
const letters = fc.string({unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6})

describe('near words', () => {
  it('are those that a plain count finds nearest', () => fc.assert(fc.property(
    fc.array(letters, {maxLength: 25}), letters, (terms, word) => {
      const lexicon = lexiconOf(terms.filter(term => term !== word))
      const all = lexicon.terms.map(term => ({term, slips: slipsBetween(word, term)}))
        .filter(({slips}) => slips <= slipsAllowed(word.length))
      const least = Math.min(...all.map(({slips}) => slips))
      const expected = all.filter(({slips}) => slips === least)
      const found = nearWords(lexicon, word, false).map(({term, slips}) => ({term: lexicon.terms[term]!, slips}))
      assert.deepEqual(found, expected)
    }), {numRuns: 400}))

  const lexicon = lexiconOf(['account', 'password', 'passwords', 'phishing', 'phone', 'report', 'reporting', 'train'])
  const spelt: [string, string, boolean][] = [
    ['pasword', 'password', false], ['passwrod', 'password', false], ['phising', 'phishing', false],
    ['fishing', 'phishing', false], ['acount', 'account', false], ['pasw', 'password', true], ['reprotin', 'reporting', true],
  ]
  for (const [typed, meant, isStart] of spelt) {
    it(`${typed}${isStart ? '…' : ''} is near ${meant}`, () => {
      assert.ok(nearWords(lexicon, typed, isStart).some(({term}) => lexicon.terms[term] === meant))
    })
  }

  it('are none for a word of 2 letters, and none for a word like no other', () => {
    assert.deepEqual(nearWords(lexicon, 'pz', true), [])
    assert.deepEqual(nearWords(lexicon, 'qqqqqqqq', true), [])
  })
})
