import type {Question, ScoredQuestion} from './question.js'

/** True for the questions that count towards a score. */
export function isScored(question: Question): question is ScoredQuestion {
  return question.type === 'choice' || question.type === 'order' || question.type === 'match' || question.type === 'fill'
}
