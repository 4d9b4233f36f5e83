import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {draw, shuffle, shuffleAnswers} from '../../../components/model/record/draw.js'
import {question} from './facts.js'

const ids = (questions: {id: string}[]) => questions.map(({id}) => id)
const anyBank = fc.array(fc.boolean(), {maxLength: 15}).map(flags => flags.map((mustKnow, i) => question(`q${i}`, mustKnow)))

describe('draw', () => {
  it('is a part of the bank without repeats, as long as asked for, with every must-know question', () => {
    fc.assert(fc.property(anyBank, fc.nat(20), fc.string(), (bank, show, seed) => {
      const drawn = draw(bank, show, seed)
      const mustKnow = bank.filter(question => question.mustKnow)
      assert.equal(new Set(drawn).size, drawn.length)
      assert.ok(drawn.every(question => bank.includes(question)))
      assert.ok(mustKnow.every(question => drawn.includes(question)))
      assert.equal(drawn.length, Math.min(bank.length, Math.max(show, mustKnow.length)))
    }))
  })

  it('is the same for the same seed', () => {
    fc.assert(fc.property(anyBank, fc.nat(20), fc.string(), fc.subarray(['q0', 'q1', 'q2']), (bank, show, seed, avoid) =>
      assert.deepEqual(draw(bank, show, seed, avoid), draw(bank, show, seed, avoid))))
  })

  it('shows nothing seen before while there are others', () => {
    fc.assert(fc.property(anyBank, fc.nat(20), fc.string(), fc.func(fc.boolean()), (bank, show, seed, wasSeen) => {
      const seen = new Set(ids(bank).filter(wasSeen))
      const drawn = draw(bank, show, seed, seen).filter(question => !question.mustKnow)
      const left = bank.filter(question => !question.mustKnow && !seen.has(question.id) && !drawn.includes(question))
      if (drawn.some(({id}) => seen.has(id))) assert.deepEqual(left, [])
    }))
  })

  it('deals other questions on a retry: 3 of 6, then the other 3', () => {
    const bank = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map(id => question(id))
    const first = ids(draw(bank, 3, 'first'))
    const second = ids(draw(bank, 3, 'second', first))
    assert.deepEqual([...first, ...second].sort(), ids(bank))
  })

  it('does not always put the must-know question first', () => {
    const bank = [question('must', true), ...['q1', 'q2', 'q3'].map(id => question(id))]
    const places = new Set(Array.from({length: 100}, (_, i) => ids(draw(bank, 4, `attempt ${i}`)).indexOf('must')))
    assert.deepEqual([...places].sort((a, b) => a - b), [0, 1, 2, 3])
  })
})

describe('shuffle', () => {
  it('keeps every item, and the list it was given', () => {
    fc.assert(fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items]
      const shuffled = shuffle(items, seed)
      assert.deepEqual(items, before)
      assert.deepEqual(shuffled.sort((a, b) => a - b), before.sort((a, b) => a - b))
    }))
  })

  it('is fair: over 6,000 seeds each of the 6 orders of 3 items comes up 1,000 times, give or take 150', () => {
    // Five standard deviations (29 each) of a fair deal; the seeds are fixed, so this passes always or never.
    const counts = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = shuffle(['a', 'b', 'c'], `attempt-${i}`).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    assert.equal(counts.size, 6)
    for (const [order, count] of counts) assert.ok(Math.abs(count - 1000) < 150, `${order} came up ${count} times`)
  })
})

describe('shuffleAnswers', () => {
  const answer = (value: string) => ({content: [{type: 'text' as const, value}]})
  const text = ({content}: ReturnType<typeof answer>) => content[0]!.value

  it('keeps answers about the others last, in the order written', () => {
    const answers = ['All of the above', 'Call them', 'None of these', 'Delete it', 'Open it'].map(answer)
    for (let i = 0; i < 50; i++) {
      const shown = shuffleAnswers(answers, `seed ${i}`).map(text)
      assert.deepEqual(shown.slice(3), ['All of the above', 'None of these'])
      assert.deepEqual(shown.slice(0, 3).sort(), ['Call them', 'Delete it', 'Open it'])
    }
  })

  it('moves an answer that only starts alike', () => {
    const answers = ['None officially', 'All offices', 'Some', 'Many'].map(answer)
    const lasts = new Set(Array.from({length: 50}, (_, i) => text(shuffleAnswers(answers, `seed ${i}`).at(-1)!)))
    assert.equal(lasts.size, 4)
  })
})
