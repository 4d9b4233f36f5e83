import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {overdueDiagnostics} from '../../../components/compile/review/review.js'
import {frontMatter, smallGuide} from '../content.js'

describe('overdueDiagnostics', () => {
  const overdue = (today: string, failOnSafety: boolean, changes: Record<string, string> = {}): string[] => {
    const files = smallGuide(changes)
    return overdueDiagnostics(files, compileGuide(files).guide, today, failOnSafety)
      .map(({file, line, column, code, severity}) => `${file}:${line}:${column} ${severity} ${code}`)
  }
  const FIRST = 'pathways/basics/first.md:13:14'
  const SECOND = 'pathways/basics/second.md:13:14'
  const page = (id: string, safety: string): string => `${frontMatter({id, title: 'Page', safety})}\n# Page\n\nWords.\n`

  it('says nothing until the day is over', () => {
    assert.deepEqual(overdue('2027-05-01', true), [])
  })

  it('warns at the line of the date', () => {
    assert.deepEqual(overdue('2027-05-02', false), [
      `${FIRST} warning review-overdue`, `${SECOND} warning review-overdue`,
    ])
  })

  it('is an error for a module with a must-know question, where the caller wants it so', () => {
    assert.deepEqual(overdue('2027-05-02', true), [
      `${FIRST} warning review-overdue`, `${SECOND} error review-overdue`,
    ])
  })

  it('follows what a module and its pathway say of themselves', () => {
    const changes = {'pathways/basics/first.md': page('first', 'yes'), 'pathways/basics/second.md': page('second', 'no')}
    const [first, second] = overdue('2027-05-02', true, changes)
    assert.match(first ?? '', /first\.md.* error /)
    assert.match(second ?? '', /second\.md.* warning /)
    const pathway = '---\nid: basics\ntitle: B\nsummary: B.\naudience: [everyone]\nmodules: [first, second]\nsafety: yes\n---\n'
    const all = overdue('2027-05-02', true, {'pathways/basics/pathway.md': pathway})
    assert.deepEqual(all.map(line => line.split(' ')[1]), ['error', 'error'])
  })
})
