import type {Attempt} from '../../model/record/progress.js'
import type {AnsweredEvent} from '../../model/record/record.js'
import {draw} from '../../model/record/draw.js'
import type {Module} from '../../model/guide/module.js'
import {isScored, type ScoredQuestion} from '../../model/guide/question.js'

/** The questions of one try, as `dsg-quiz` shows them. */
export interface Round {
  /** Attempt id. */
  id: string
  questions: ScoredQuestion[]
  /** Ids of questions that were right in the try before. They are not asked again, and count as right. */
  carried: string[]
  /** Which question to begin with, from 0; past the last is the result. Default: the first. */
  at?: number
  /** Another question was asked for, which the module does not have. */
  isLost?: boolean
  /** Of a question that is tried by itself: its answer, which is in no record. */
  practice?: Attempt & {answers: Map<string, AnsweredEvent>}
}

/** All questions of the module that count towards passing. */
export function scoredQuestions(module: Module): ScoredQuestion[] {
  return module.questions.filter(isScored)
}

/** A new try. @param last - ids of the last one's questions; others are asked where the bank has them */
export function drawRound(module: Module, newId: () => string, last?: readonly string[]): Round {
  const id = newId()
  return {id, questions: draw(scoredQuestions(module), module.show, id, last), carried: []}
}
