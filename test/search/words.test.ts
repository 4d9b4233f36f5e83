import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {fold, words} from '../../components/search/words.js'

describe('the words of a text', () => {
  const texts: [string, string[], string][] = [
    ['Two  words, here.', ['two', 'words', 'here'], 'spaces and punctuation stand between'],
    ['Multi-factor (MFA)', ['multi', 'factor', 'mfa'], 'a hyphen stands between'],
    ['don\'t, don’t', ['dont', 'dont'], 'an apostrophe does not, straight or curly'],
    ['the patient\'s record', ['the', 'patient', 'record'], 'whose it is says nothing'],
    ['\'quoted\'', ['quoted'], 'quotation marks are no apostrophes'],
    ['P9 and 365', ['p9', 'and', '365'], 'digits count'],
    ['tŷ a dŵr', ['ty', 'a', 'dwr'], 'Welsh circumflexes are optional'],
    ['Łódź, Straße, ÆØÅ', ['lodz', 'strasse', 'aeoa'], 'letters are as they are typed without their keys'],
    ['हिन्दी में', ['हिन्दी', 'में'], 'Hindi vowel signs are letters'],
    ['العربيّة', ['العربيه'], 'Arabic vowel signs are optional, and two letters are typed as one'],
    ['密码 abc', ['密', '码', 'abc'], 'Chinese has no spaces'],
    ['so\u00adft', ['soft'], 'a soft hyphen is not seen'],
    ['pass\u200bword tele\u2060health a\ufeffb\u200e', ['password', 'telehealth', 'ab'], 'nor is anything else that nobody sees'],
    ['don’\u200bt Mae\u2060’n', ['dont', 'maen'], 'beside an apostrophe, too'],
    ['\u200b \ufe0f 😀\ufe0f', [], 'and it is no word by itself'],
    ['ﬁle', ['file'], 'a ligature is two letters'],
    ['*** -- ’’ \ud800', [], 'nothing to look for'],
  ]
  for (const [text, expected, why] of texts) {
    it(`${JSON.stringify(text)}: ${why}`, () => assert.deepEqual(words(text).map(({word}) => word), expected))
  }

  it('stand where they say', () => fc.assert(fc.property(fc.string({unit: 'grapheme'}), text => {
    for (const {word, start, end} of words(text)) {
      if (end - start > 1) assert.ok(fold(text.slice(start, end)).startsWith(word) || word.length >= 40)
    }
  })))

  it('are the same read the quick way, for English, as read the long way', () => fc.assert(fc.property(
    fc.string({unit: fc.constantFrom(...'aZsS09 \'’-.‘“')}), text => {
      // A Welsh letter somewhere in a text means that the long way is taken.
      assert.deepEqual(words(text), words(`${text} ŵ`).slice(0, -1))
    })))

  it('are never longer than anybody types', () => {
    assert.equal(words('x'.repeat(60_000))[0]!.word.length, 40)
    assert.equal(words('ŵ'.repeat(60_000))[0]!.word.length, 40)
  })
})
