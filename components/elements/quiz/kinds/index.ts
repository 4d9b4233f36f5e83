import type {ScoredQuestion} from '../../../model/question.js'
import {choice} from './choice.js'
import {fill} from './fill.js'
import type {QuestionKind} from './kind.js'
import {match} from './match.js'
import {order} from './order.js'

const kinds: {[Type in ScoredQuestion['type']]: QuestionKind<Extract<ScoredQuestion, {type: Type}>>} =
  {choice, fill, match, order}

/** How to ask, read and show this sort of question. */
export function kindOf(question: ScoredQuestion): QuestionKind {
  // Each kind is only ever given questions of its own type, which this lookup makes sure of.
  return kinds[question.type] as QuestionKind
}
