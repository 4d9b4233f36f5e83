import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {
  FEW_WORDS, oldestReview, reviewHistoryDiagnostics, type FileChange,
} from '../../../components/compile/review/review-history.js'
import {frontMatter} from '../content.js'

const PATH = 'pathways/basics/first.md'
const MANY = Array.from({length: FEW_WORDS}, (_, n) => `word${n}`).join(' ')
/** Lines after the front matter of `frontMatter`. */
const BODY = 20

describe('reviewHistoryDiagnostics', () => {
  const found = (...changes: Partial<FileChange>[]): string[] => {
    const history = new Map([[PATH, changes.map(change => (
      {day: '2026-11-02', isNew: false, removed: [], added: [], ...change}))]])
    return reviewHistoryDiagnostics([{path: PATH, text: `${frontMatter()}\n# First\n`}], history)
      .map(({line, column, code, severity}) => `${line}:${column} ${severity} ${code}`)
  }
  const NOTE = ['12:16 info C33']
  const added = (text: string, line = BODY): Partial<FileChange> => ({added: [{line, text}]})
  const dates = [{line: 12, text: 'last_reviewed: 2026-11-01'}, {line: 13, text: 'next_review: 2027-05-01'}]

  it('notes a page that was rewritten after its review', () => {
    assert.deepEqual(found(added(MANY)), NOTE)
    assert.deepEqual(found(added('word0 word1'), added(MANY.slice('word0 word1 '.length))), NOTE, 'in 2 steps')
  })

  const silent: {why: string; changes: Partial<FileChange>[]}[] = [
    {why: 'nothing changed', changes: []},
    {why: 'it changed on the day of the review', changes: [{...added(MANY), day: '2026-11-01'}]},
    {why: 'a few words changed', changes: [added('word0 word1 word2')]},
    {why: 'the words only moved', changes: [{...added(MANY), removed: [{line: BODY + 9, text: MANY}]}]},
    {why: 'only spaces changed', changes: [{...added(MANY.replaceAll(' ', '  ')), removed: [{line: BODY, text: MANY}]}]},
    {why: 'the front matter changed', changes: [added(`keywords: [${MANY}]`, 9)]},
    {why: 'the file was new then', changes: [{...added(MANY), isNew: true}]},
    {why: 'a reviewer gave a date with it', changes: [{added: [...dates, {line: 14, text: '    date: 2026-11-01'}]}]},
    {why: 'the text changed with it', changes: [{day: '2026-11-01', added: [...dates, {line: BODY, text: 'word'}]}]},
    {why: 'the file was new with it', changes: [{isNew: true, added: dates}]},
    {why: 'it was another review', changes: [{added: [{line: 12, text: 'last_reviewed: 2025-11-01'}]}]},
  ]
  for (const {why, changes} of silent) it(`says nothing when ${why}`, () => assert.deepEqual(found(...changes), []))

  it('warns when the date moved by itself', () => {
    const removed = [{line: 12, text: 'last_reviewed: 2025-11-01'}]
    assert.deepEqual(found({added: dates, removed}), ['12:16 warning C33'])
  })
})

describe('oldestReview', () => {
  it('finds the day before which nothing matters', () => {
    const files = ['2026-11-02', '2025-01-31'].map(day => ({path: day, text: `---\nlast_reviewed: ${day}\n---\n`}))
    assert.equal(oldestReview([...files, {path: 'none', text: 'words'}]), '2025-01-31')
    assert.equal(oldestReview([]), undefined)
  })
})
