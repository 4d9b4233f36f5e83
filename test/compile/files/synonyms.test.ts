import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {smallGuide} from '../content.js'
import {layeredGuide} from '../guide/layer-examples.js'

const compiled = (text: string) => compileGuide(smallGuide({'synonyms.yaml': text}))

describe('synonyms.yaml', () => {
  it('says, a line each, what people type and what the guide calls it', () => {
    const {guide, diagnostics} = compiled('# Email\njunk mail, 2 factor: words, More\n"121": words\n')
    assert.deepEqual(guide.synonyms, [
      {says: ['junk mail', '2 factor'], means: ['words', 'More']}, {says: ['121'], means: ['words']},
    ])
    assert.deepEqual(diagnostics, [])
  })

  it('may be missing or empty', () => {
    for (const {guide, diagnostics} of [compileGuide(smallGuide()), compiled(''), compiled('# Nothing yet\n')]) {
      assert.deepEqual(guide.synonyms, [])
      assert.deepEqual(diagnostics, [])
    }
  })

  it('keeps the good lines when one is bad', () => {
    const {guide, diagnostics} = compiled('junk mail: words\ndongle:\nspam, , : words\n')
    assert.deepEqual(guide.synonyms.map(({says}) => says), [['junk mail'], ['spam']])
    assert.deepEqual(diagnostics.map(({code}) => code), ['bad-synonym'])
  })

  it('of an organisation comes after the guide\'s own', () => {
    const files = [
      ...layeredGuide({'synonyms.yaml': 'our name: words\n'}), {path: 'synonyms.yaml', text: 'junk mail: words\n'},
    ]
    const {guide, diagnostics} = compileGuide(files)
    assert.deepEqual(guide.synonyms.map(({says}) => says), [['junk mail'], ['our name']])
    assert.deepEqual(diagnostics, [])
  })

  it('is not blamed below an organisation\'s folder, which may have switched its pages off', () => {
    const files = [...layeredGuide({'settings.yaml': ''}), {path: 'synonyms.yaml', text: 'junk mail: unwanted letter\n'}]
    assert.deepEqual(compileGuide(files).diagnostics.filter(({code}) => code.startsWith('synonym')), [])
  })

  it('finds by other forms of a word, and so is not blamed for them', () => {
    assert.deepEqual(compiled('junk mail: wording\n').diagnostics, [])
  })

  it('can say anything', () => fc.assert(fc.property(fc.string({unit: 'binary'}), text => {
    for (const {says, means} of compiled(text).guide.synonyms) assert.ok(says.length && means.length)
  })))
})
