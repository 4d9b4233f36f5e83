import type {ScoredQuestion} from '../../../model/guide/question.js'
import {answeredChoice} from './answered-choice.js'
import {fill} from './fill.js'
import type {AnsweredKind} from './kind.js'
import {match} from './match.js'
import {order} from './order.js'

const kinds: {[Type in ScoredQuestion['type']]: AnsweredKind<Extract<ScoredQuestion, {type: Type}>>} =
  {choice: answeredChoice, fill, match, order}

/** How to ask, read and show this sort of question. */
export function kindOf(question: ScoredQuestion): AnsweredKind {
  // Each kind is only ever given questions of its own type, which this lookup makes sure of.
  return kinds[question.type]
}
