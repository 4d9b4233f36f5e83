import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {applyFixes} from '../../../components/compile/source/apply-fixes.js'
import {RULES} from '../../../components/style/rules/index.js'
import {checkWords, pointedAt} from '../check-words.js'
import {STRUCTURE} from './examples.js'
import {WORDS} from './word-examples.js'

const EXAMPLES = {...STRUCTURE, ...WORDS}

describe('NHS content rules', () => {
  it('are C01 to C37, without C33, which needs the history of the file, and our own about old sites', () => {
    const expected = Array.from({length: 37}, (_, i) => `C${String(i + 1).padStart(2, '0')}`).filter(id => id !== 'C33').concat('old-site')
    assert.deepEqual(RULES.map(({id}) => id), expected)
    assert.deepEqual(Object.keys(EXAMPLES).sort(), expected)
  })

  for (const {id, title, severity} of RULES) {
    const {good, bad} = EXAMPLES[id]!
    describe(`${id}: ${title}`, () => {
      it('has examples', () => assert.ok(good.length >= 2 && bad.length >= 2))
      for (const text of good) {
        it(`passes ${JSON.stringify(text.slice(0, 60))}`, () => {
          assert.deepEqual(checkWords(text).found.filter(({code}) => code === id), [])
        })
      }
      for (const example of bad) {
        it(`finds ${JSON.stringify(example.text.slice(0, 60))}`, () => {
          const {text, found} = checkWords(example.text)
          const first = found.find(({code}) => code === id)
          assert.ok(first, `found only ${found.map(({code}) => code).join(', ')}`)
          assert.ok(pointedAt(text, first).startsWith(example.at), `points at "${pointedAt(text, first)}"`)
          assert.equal(first.severity, example.severity ?? severity)
          assert.match(first.message, /^(?:"|\p{Lu}|\d).*[.]$/u)
          assert.match(first.advice, /[.?"]$/)
          const own = found.filter(({code}) => code === id)
          const fixed = applyFixes(text, own)
          if (example.fixed === undefined) assert.equal(fixed.applied, 0)
          else {
            assert.equal(fixed.text, checkWords(example.fixed).text)
            // Nothing is left to fix: a second run changes nothing.
            const again = checkWords(fixed.text).found.filter(({code, fix}) => code === id && fix)
            assert.deepEqual(again, [])
          }
        })
      }
    })
  }
})
