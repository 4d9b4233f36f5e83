import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {checkWords} from './check-words.js'

const LENGTH = 64_000
const LIMIT_MS = 2_000

/** Repeated without end: whatever makes a pattern look again at what it has seen. */
const PIECES = [
  'a', 'A', 'Aa ', 'AA ', 'AB, ', 'a.', 'a. ', 'A. ', 'e.g. A ', '1', '1 ', '1-', '1-2 ', '1,', '12%', '1 in 5 ', '- 5%\n', '|5%', '"', '"a" ', '(', '(AB) ',
  'login ', 'to login ', 'NHS ', 'a@', 'a.b', 'a.uk ', 'https://', 'www.', '**a** ', '*a* ', '[a](b) ', '{{a|b}} ', '- a\n', '1. a\n', '## A\n', '### Do: A\n',
  '> a\n', '\u2013 ', ' - ', '\u2019', '\u201c', "don't ", '6 Aug ', '5 pm ', '999 ', 'should ', 'Two ', '<!-- allow: C01 a -->\n', '<!-- allow: ', '\ud800', '\ufffc',
]

describe('64,000 characters', () => {
  const distinct = Array.from({length: 9_000}, (_, i) => `Q${i.toString(26).toUpperCase().replace(/\d/g, 'Z')}X`).join(' ')
  const table = `| 5% | 6% |\n| - | - |\n${'| 7% | 8% |\n'.repeat(5_800)}`
  const nested = Array.from({length: 300}, (_, i) => `${' '.repeat(Math.min(i * 2, 80))}- a\n`).join('').repeat(3)
  const repeated = Object.fromEntries(PIECES.map(piece => [JSON.stringify(piece), piece.repeat(LENGTH / piece.length)]))
  const cases = {...repeated, distinct, table, nested}
  for (const [name, text] of Object.entries(cases)) {
    it(`take less than 2 seconds: ${name}`, () => {
      // Processor time, not the clock's: other tests run beside this one.
      const before = process.cpuUsage()
      checkWords(text)
      const {user, system} = process.cpuUsage(before)
      assert.ok((user + system) / 1000 < LIMIT_MS, `${(user + system) / 1000} ms`)
    })
  }
})
