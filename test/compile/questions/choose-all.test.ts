import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileModule} from '../../../components/compile/files/module.js'
import {plainText, type Inline} from '../../../components/model/guide/document.js'
import type {ChoiceQuestion} from '../../../components/model/guide/question.js'
import {textHash} from '../../../components/model/ids/text-hash.js'

const ANSWERS = '\n- [x] a\n  > Yes.\n- [ ] b\n  > No.\n'

function questionOf(heading: string, body = ''): ChoiceQuestion {
  const text = `# A\n\n### ${heading}\n<!-- id: q -->\n${body && `\n${body}\n`}${ANSWERS}`
  const [question] = compileModule({path: 'a.md', text}, {standalone: true}).module!.questions
  assert.equal(question?.type, 'choice')
  return question
}

describe('"choose all that apply", which the quiz says itself', () => {
  const prompts: [written: string, shown: string][] = [
    ['Which are safe? Choose all that apply.', 'Which are safe?'],
    ['Which are safe? Select all which apply', 'Which are safe?'],
    ['It is late. Which are safe? Tick all that apply!', 'It is late. Which are safe?'],
    ['Which are safe? (Choose all that apply.)', 'Which are safe?'],
    ['Which are safe? (choose all that apply).', 'Which are safe?'],
    ['Which are safe: choose all that apply.', 'Which are safe'],
    ['Which are safe - choose all that apply', 'Which are safe'],
    ['Which are safe? *Choose all that apply.*', 'Which are safe?'],
    ['Which are **safe? Choose all that apply.**', 'Which are safe?'],
    ['Beth? Dewiswch bob un sy\'n berthnasol.', 'Beth?'],
    ['Which are safe? Choose all that apply. <!-- for editors -->', 'Which are safe?'],
  ]
  for (const [written, shown] of prompts) {
    it(`is left out of: ${written}`, () => {
      const {prompt, multiple} = questionOf(`Question: ${written}`)
      assert.deepEqual([plainText(prompt), multiple], [shown, true])
    })
  }

  for (const written of [
    'Choose all that apply.', 'You choose all that apply.', 'Choose all that apply to a ward.',
    'Choose all that apply. Why?',
  ]) {
    it(`is part of the question in: ${written}`, () => {
      const {prompt, multiple} = questionOf(`Question: ${written}`)
      assert.deepEqual([plainText(prompt), multiple], [written, true])
    })
  }

  it('is left out in a question to know and in a scenario', () => {
    assert.equal(plainText(questionOf('Must know: Which? Choose all that apply.').prompt), 'Which?')
    assert.equal(plainText(questionOf('Scenario: Which? Choose all that apply.').prompt), 'Which?')
  })

  it('is left out of the text under the question', () => {
    const alone = questionOf('Question: Which?', 'Choose all that apply.')
    assert.deepEqual([plainText(alone.prompt), alone.body, alone.multiple], ['Which?', [], true])
    const last = questionOf('Question: Which?', 'Nobody is near.\n\nThink.  \nChoose all that apply.')
    const text = (value: string): Inline[] => [{type: 'text', value}]
    assert.deepEqual(last.body, [
      {type: 'paragraph', children: text('Nobody is near.')}, {type: 'paragraph', children: text('Think.')},
    ])
  })

  it('is still part of what is hashed, so that answers given before stay answers to this question', () => {
    const {hash} = questionOf('Question: Which are safe? Choose all that apply.')
    const asked = ['Which are safe? Choose all that apply.', '', [['a', true], ['b', false]]]
    assert.equal(hash, textHash(JSON.stringify(asked)))
    assert.notEqual(hash, questionOf('Question: Which are safe?').hash)
  })

  it('is looked for at the end only, however long the question', () => {
    const long = `Which${' '.repeat(100_000)}are safe? Choose all that apply.`
    const before = process.cpuUsage()
    const {prompt} = questionOf(`Question: ${long}`)
    const {user, system} = process.cpuUsage(before)
    assert.match(plainText(prompt), /are safe\?$/)
    assert.ok(user + system < 2_000_000, `${user + system} microseconds`)
  })
})
