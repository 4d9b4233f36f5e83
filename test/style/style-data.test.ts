import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {readStyleData} from '../../components/style/page/style-data.js'
import {checkWords} from './check-words.js'

const codes = (text: string, style: string): string[] => checkWords(text, style).found.map(({code}) => code)
const faults = (text: string): string[] => readStyleData([{path: 'style.yaml', text}]).diagnostics.map(({code, line}) => `${code}:${line}`)

describe('style.yaml', () => {
  it('adds abbreviations and names', () => {
    assert.deepEqual(codes('## Ask the Care Finder\n\nThe DSPT asks.', ''), ['C06', 'C25'])
    assert.deepEqual(codes('## Ask the Care Finder\n\nThe DSPT asks.', 'abbreviations: [DSPT]\nproper_names: [Care Finder]'), [])
  })

  it('adds terms, and replaces those with the same use', () => {
    assert.deepEqual(codes('The patient file.', 'terms:\n  - {use: care record, not: [patient file]}'), ['C28'])
    assert.deepEqual(codes('Your mobile phone.', 'terms: [{use: phone, not: [handset]}]'), [])
  })

  it('says what cannot be read in it', () => {
    assert.deepEqual(faults('abbreviation: [DSPT]'), ['unknown-field:1'])
    assert.deepEqual(faults('words: {a: b}\nterms: [phone]'), ['bad-value:1', 'bad-value:2'])
    assert.deepEqual(faults('# Nothing yet.\n'), [])
  })
})
