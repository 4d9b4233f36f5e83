import {looksSame} from '../formats/looks-same.js'
import type {ScoredQuestion} from '../guide/question.js'

/**
 * Is this the right answer?
 *
 * @param given - for `choice`, ids of the answers chosen, in any order; for `order`, item ids in the learner's order; for
 *   `match`, the right-hand ids in the order of `pairs`; for `fill`, the text of each gap, in order, as typed: what a person
 *   would take for an accepted answer is one, see `looksSame`
 */
export function isRight(question: ScoredQuestion, given: readonly string[]): boolean {
  switch (question.type) {
    case 'choice': {
      const right = question.answers.filter(answer => answer.right).map(answer => answer.id)
      return right.length === new Set(given).size && right.every(id => given.includes(id))
    }
    case 'order':
      return sameList(question.items.map(item => item.id), given)
    case 'match':
      return sameList(question.pairs.map(pair => pair.right.id), given)
    case 'fill': {
      const gaps = question.parts.filter(part => typeof part !== 'string')
      return gaps.length === given.length
        && gaps.every((gap, i) => gap.accepts.some(answer => looksSame(answer, given[i] ?? '')))
    }
  }
}

function sameList(expected: readonly string[], given: readonly string[]): boolean {
  return expected.length === given.length && expected.every((id, i) => id === given[i])
}
