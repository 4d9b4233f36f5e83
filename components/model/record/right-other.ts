import {looksSame} from '../formats/looks-same.js'
import type {ChoiceQuestion, ScoredQuestion} from '../guide/question.js'

/** A question that is answered otherwise than by choosing. */
export type OtherQuestion = Exclude<ScoredQuestion, ChoiceQuestion>

/** @param given - as `isRight` takes it */
export function isRightOther(question: OtherQuestion, given: readonly string[]): boolean {
  switch (question.type) {
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
