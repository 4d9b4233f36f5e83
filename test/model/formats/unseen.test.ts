import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {UNSEEN as TO_COMPARE} from '../../../components/model/formats/signs.js'
import {withoutUnseen} from '../../../components/model/formats/unseen.js'

const UNSEEN = [
  '\u200b', '\u2060', '\ufeff', '\u00ad', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069', '\u034f',
  '\u061c', '\u115f', '\u1160', '\u17b4', '\u180b', '\u180e', '\u2028', '\u2061', '\u2064', '\u206f', '\u3164', '\ufe00', '\ufe0e',
  '\ufe0f', '\uffa0', '\ufff9', '\ufffb', '\ufffc', '\u{1d173}', '\u{e0001}', '\u{e0041}', '\u{e007f}', '\u{e0100}', '\0', '\u001b',
  '\u0085', '\u009b',
]
const NEEDED: [string, string][] = [
  ['👩\u200d💻 👨🏽\u200d⚕\ufe0f 🏳\ufe0f\u200d🌈', 'emoji that are several in one'],
  ['🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}', 'the flag of Wales'],
  ['❤\ufe0f ☎\ufe0e 1\ufe0f\u20e3', 'a sign with the look of an emoji, or without it'],
  ['می\u200cخواهم', 'Persian'],
  ['क्\u200dष and क्\u200cष', 'Hindi beside English'],
  ['ᠠ\u180b ᠨ\u180eᠠ', 'Mongolian'],
  ['ภาษา\u200bไทย', 'Thai, where lines may end'],
  ['葛\u{e0100}', 'a variant of a Chinese character'],
  ['\u1112\u1160\u115f\u1161', 'old Korean'],
  ['שלום\u200f! (a)', 'marks of direction beside Hebrew'],
  ['أهلاً NHS\u200e!', 'and beside Arabic'],
  ['∩\ufe00', 'a variant of a sign of mathematics'],
]

const comparable = (text: string): string => text.replace(/[\u0085\u2028\u2029\ufffc]/g, '').replace(TO_COMPARE, '')

describe('characters that nobody sees', () => {
  for (const [text, why] of NEEDED) it(`stay where they are needed: ${why}`, () => assert.equal(withoutUnseen(text), text))

  it('go wherever they stand in a text of letters that need none', () => {
    const letter = fc.constantFrom(...'abzŵéßяЖωA10 .,-&%\t\n')
    fc.assert(fc.property(fc.array(letter), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...UNSEEN))), (letters, unseen) => {
      const mixed = [...letters]
      for (const [at, char] of unseen) mixed.splice(at % (mixed.length + 1), 0, char)
      assert.equal(withoutUnseen(mixed.join('')), letters.join(''))
    }), {seed: 9, numRuns: 2_000})
  })

  it('are looked for once: what is left has none', () => {
    const piece = fc.constantFrom(...UNSEEN, ...NEEDED.map(([text]) => text), ...'aйع1ไ💻🏽🏴♂한़')
    fc.assert(fc.property(fc.array(piece, {maxLength: 12}), pieces => {
      const text = pieces.join('')
      const once = withoutUnseen(text)
      assert.equal(withoutUnseen(once), once)
      // What search compares is the same.
      assert.equal(comparable(once), comparable(text))
    }), {seed: 9, numRuns: 5_000})
  })

  it('cost no more than the text is long', () => {
    for (const text of ['\u200b', '\u200d', '\u3164', 'ع\u200d', '💻\u200d', '\u{e0041}', '🏴\u{e0041}']) {
      assert.ok(withoutUnseen(text.repeat(100_000)).length <= text.length * 100_000)
    }
  })
})
