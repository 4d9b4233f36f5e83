import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import {britishEnglish} from '../../../cli/publish/dictionary.js'

const [aff, dic] = [Buffer.from(dictionary.aff), Buffer.from(dictionary.dic)]

describe('the British dictionary', () => {
  const ours = britishEnglish()
  const theirs = nspell({aff, dic})
  /** All that nspell has written out: it keeps them in `data`, which its types leave out. */
  const written = Object.keys((theirs as unknown as {data: Record<string, unknown>}).data)

  it('knows every word that nspell knows, and no other', () => {
    assert.ok(written.length > 100_000)
    assert.deepEqual(written.filter(word => ours.correct(word) !== theirs.correct(word)), [])
  })

  it('knows no made-up form that nspell does not know', () => {
    const some = written.filter((_, i) => i % 20 === 0)
    const made = some.flatMap(word => [
      `${word}s`, `${word}ing`, `${word}ed`, `${word}ly`, `${word}'s`, `un${word}`, `re${word}ing`, `dis${word}ed`,
      `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ing`, word.slice(1), word[0]!.toUpperCase() + word.slice(1),
    ])
    assert.deepEqual(made.filter(word => ours.correct(word) && !theirs.correct(word)), [])
  })

  it('suggests what nspell suggests', () => {
    for (const word of ['recieved', 'colour-', 'teh']) assert.deepEqual(ours.suggest(word), theirs.suggest(word))
  })
})
