import {draw} from '../../model/draw.js'
import type {Module} from '../../model/module.js'
import {attemptResult, attemptsAt, openAttempt, progressIndex, type Attempt} from '../../model/progress.js'
import {isRight, isScored, type ScoredQuestion} from '../../model/question.js'
import type {LearnerEvent, NewEvent} from '../../model/record.js'

/** The questions of one try, as `dsg-quiz` shows them. */
export interface Round {
  /** Attempt id. */
  id: string
  questions: ScoredQuestion[]
}

/** The module's bank, without what does not count. */
export function scoredQuestions(module: Module): ScoredQuestion[] {
  return module.questions.filter(isScored)
}

/** The try to show first: the open one, else the newest result, else a new one. */
export function currentRound(module: Module, events: readonly LearnerEvent[], newId: () => string): Round {
  const index = progressIndex(events)
  const attempt = openAttempt(module.id, index) ?? attemptsAt(module.id, index).at(-1)
  const questions = attempt ? stillThere(module, attempt) : []
  return attempt && questions.length ? {id: attempt.id, questions} : newRound(module, events, newId)
}

/** A new try, with other questions than the last one where the bank has them. */
export function newRound(module: Module, events: readonly LearnerEvent[], newId: () => string): Round {
  const id = newId()
  const last = attemptsAt(module.id, progressIndex(events)).at(-1)
  return {id, questions: draw(scoredQuestions(module), module.show, id, last?.questions)}
}

/** What the record says of a round; undefined until its first answer. */
export function attemptOf(module: Module, round: Round, events: readonly LearnerEvent[]): Attempt | undefined {
  return attemptsAt(module.id, progressIndex(events)).find(attempt => attempt.id === round.id)
}

/** What an answer adds to the record: the start of the try before its first answer, and its end after the last. */
export function answerFacts(
  module: Module, round: Round, question: ScoredQuestion, given: string[], events: readonly LearnerEvent[],
): NewEvent[] {
  const attempt = attemptOf(module, round, events)
  const about = {about: module.id, hash: '', attempt: round.id}
  const questions = attempt?.questions ?? round.questions.map(({id}) => id)
  const right = isRight(question, given)
  const facts: NewEvent[] = attempt ? [] : [{type: 'started', ...about, questions}]
  facts.push({
    type: 'answered', about: question.id, hash: question.hash, module: module.id, attempt: round.id, given, right,
  })
  const answers = new Map<string, {right: boolean}>(attempt?.answers).set(question.id, {right})
  const result = attemptResult({questions, answers}, scoredQuestions(module), module.passPercent)
  if (!result.waiting.length) {
    const outcome = result.passed ? 'passed' : 'not-passed'
    facts.push({type: 'completed', ...about, outcome, right: result.right, of: result.of})
  }
  return facts
}

/** A question may have left the guide since; the record keeps its answer, and the round goes on without it. */
function stillThere(module: Module, attempt: Attempt): ScoredQuestion[] {
  const bank = new Map(scoredQuestions(module).map(question => [question.id, question]))
  return attempt.questions.flatMap(id => bank.get(id) ?? [])
}
