import type {ChoiceQuestion} from '../guide/question.js'

/** All the right answers were chosen, and no other. @param given - their ids, in any order */
export function isRightChoice({answers}: ChoiceQuestion, given: readonly string[]): boolean {
  const right = answers.filter(answer => answer.right).map(answer => answer.id)
  return right.length === new Set(given).size && right.every(id => given.includes(id))
}
