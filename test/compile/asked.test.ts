import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {textLines} from '../../components/model/guide/lines.js'

const GUIDE = {path: 'guide.yaml', text: 'id: g\ntitle: G\nlang: en-GB\n'}
const MODULE = {path: 'pathways/p/m.md', text: '---\nid: m\ntitle: M\n---\n\n# M\n\n## Do it now\n\n1. First one\n2. Second one\n\n| A | B |\n| - | - |\n| 1 | 2 |\n'}

function asked(text: string) {
  const {guide, diagnostics} = compileGuide([GUIDE, MODULE, {path: 'asked.yaml', text}])
  return {guide, said: diagnostics.filter(({file}) => file === 'asked.yaml').map(({code}) => code)}
}

describe('asked.yaml', () => {
  it('gives a section the questions that it answers', () => {
    const {guide, said} = asked('m#do-it-now: how do I do it? what if it fails?\n')
    assert.deepEqual(said, [])
    assert.deepEqual(guide.sections.find(({page}) => page === 'do-it-now')!.asked, ['how do I do it', 'what if it fails'])
  })

  it('may be a long list, of which nothing is lost', () => {
    const questions = Array.from({length: 3_000}, (_, i) => `how do I do number ${i}?`)
    const {guide, said} = asked(`m#do-it-now: ${questions.join(' ')}\n`)
    assert.deepEqual(said, [])
    assert.equal(guide.sections.find(({page}) => page === 'do-it-now')!.asked!.length, 3_000)
    assert.deepEqual(asked(`m#do-it-now: ${'how do I do it? '.repeat(20_000)}\n`).said, ['too-large'])
  })

  it('reports a page that there is not, and a line without a question', () => {
    assert.deepEqual(asked('m#gone: how do I do it?\nm#do-it-now:\n').said.sort(), ['asked-of-nothing', 'bad-asked'])
  })
})

describe('the text of blocks as lines', () => {
  it('never runs two blocks together', () => {
    const page = asked('').guide.modules[0]!.pages.find(({id}) => id === 'do-it-now')!
    assert.deepEqual(textLines(page.children), ['First one', 'Second one', 'A: B', '1: 2'])
  })
})
