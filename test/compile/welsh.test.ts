import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {compileModule} from '../../components/compile/files/module.js'
import {labelKind, labelWords, questionKind, questionWords} from '../../components/compile/markdown/prefixes.js'

const read = (name: string): string => readFileSync(new URL(`../fixtures/compile/${name}.md`, import.meta.url), 'utf8')

describe('Welsh words', () => {
  const pairs = [...pairsOf(questionWords), ...pairsOf(labelWords)]

  it('stand for the same as the English ones, one for one', () => {
    assert.ok(pairs.length >= 15)
    for (const [english, welsh] of pairs) {
      assert.notEqual(english, welsh)
      assert.equal(questionKind(welsh) ?? labelKind(welsh), questionKind(english) ?? labelKind(english))
    }
  })

  for (const name of ['question', 'kinds', 'callouts']) {
    it(`compile to the same module: ${name}.md`, () => {
      const english = read(name)
      const welsh = pairs.reduce((text, [from, to]) => text
        .replaceAll(`### ${from}:`, `### ${to}:`)
        .replaceAll(`**${from}:`, `**${to}:`)
        .replaceAll(`**${from}**:`, `**${to}**:`), english)
      assert.notEqual(welsh, english)
      assert.deepEqual(
        compileModule({path: 'a.md', text: welsh}, {standalone: true, lang: 'cy'}),
        compileModule({path: 'a.md', text: english}, {standalone: true}))
    })
  }

  it('are suggested in a Welsh guide', () => {
    const text = '# A\n\n### Cwestwn: beth?\n- [x] a\n- [ ] b\n'
    const {diagnostics} = compileModule({path: 'a.md', text}, {standalone: true, lang: 'cy'})
    assert.equal(diagnostics.find(({code}) => code === 'unknown-prefix')?.advice, 'Did you mean "Cwestiwn"?')
  })

  it('ask for all that apply', () => {
    const text = '# A\n\n### Cwestiwn: Beth? Dewiswch bob un sy\'n berthnasol.\n- [x] a\n- [ ] b\n'
    const [question] = compileModule({path: 'a.md', text}, {standalone: true}).module!.questions
    assert.equal(question?.type === 'choice' && question.multiple, true)
  })
})

function pairsOf(words: (lang: string) => string[]): [string, string][] {
  return words('en').map((word, i) => [word, words('cy')[i]!])
}
