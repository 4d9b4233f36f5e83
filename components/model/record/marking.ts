import type {ScoredQuestion} from '../guide/question.js'
import {isRightChoice} from './right-choice.js'
import {isRightOther} from './right-other.js'

/**
 * Is this the right answer?
 *
 * @param given - for `choice`, ids of the answers chosen, in any order; for `order`, item ids in the learner's order; for
 *   `match`, the right-hand ids in the order of `pairs`; for `fill`, the text of each gap, in order, as typed: what a person
 *   would take for an accepted answer is one, see `looksSame`
 */
export function isRight(question: ScoredQuestion, given: readonly string[]): boolean {
  return question.type === 'choice' ? isRightChoice(question, given) : isRightOther(question, given)
}
