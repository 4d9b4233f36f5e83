import {draw} from '../../model/record/draw.js'
import type {Module} from '../../model/guide/module.js'
import {attemptResult, attemptsAt, openAttempt, progressIndex, type Attempt} from '../../model/record/progress.js'
import {isRight} from '../../model/record/marking.js'
import type {ScoredQuestion} from '../../model/guide/question.js'
import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {drawRound, scoredQuestions, type Round} from './round.js'

export type {Round}

/** The try to show first: the open one, else the newest result, else a new one. */
export function currentRound(module: Module, events: readonly LearnerEvent[], newId: () => string): Round {
  const index = progressIndex(events)
  const attempt = openAttempt(module.id, index) ?? attemptsAt(module.id, index).at(-1)
  const questions = attempt ? stillThere(module, attempt) : []
  return attempt && questions.length ? {id: attempt.id, questions, carried: attempt.carried} : newRound(module, events, newId)
}

/** A new try, with other questions than the last one where the bank has them. */
export function newRound(module: Module, events: readonly LearnerEvent[], newId: () => string): Round {
  return drawRound(module, newId, attemptsAt(module.id, progressIndex(events)).at(-1)?.questions)
}

/**
 * Another go at what was not right: a different question for each where the bank has one left, and the same must-know
 * questions, because those are the point.
 */
export function retryRound(module: Module, attempt: Attempt, newId: () => string): Round {
  const id = newId()
  const asked = stillThere(module, attempt)
  const isRightIn = ({id}: ScoredQuestion) => attempt.answers.get(id)?.right === true
  const missed = asked.filter(question => !isRightIn(question))
  const mustKnow = missed.filter(question => question.mustKnow)
  const seen = new Set([...attempt.questions, ...attempt.carried])
  const fresh = scoredQuestions(module).filter(question => !seen.has(question.id) && !question.mustKnow)
  const others = missed.filter(question => !question.mustKnow)
  const questions = draw([...mustKnow, ...fresh, ...others], missed.length, id, others.map(({id}) => id))
  const carried = [...attempt.carried, ...asked.filter(isRightIn).map(({id}) => id)]
  return {id, questions, carried}
}

/** What the record says of a round; undefined until its first answer. */
export function attemptOf(module: Module, round: Round, events: readonly LearnerEvent[]): Attempt | undefined {
  return attemptsAt(module.id, progressIndex(events)).find(attempt => attempt.id === round.id)
}

/**
 * What an answer adds to the record: the start of the try before its first answer, and its end after the last. Nothing
 * when the question was answered in this try before: to answer again is to try again.
 */
export function answerFacts(
  module: Module, round: Round, question: ScoredQuestion, given: string[], sure: 1 | 2 | 3 | undefined,
  events: readonly LearnerEvent[],
): NewEvent[] {
  const attempt = attemptOf(module, round, events)
  if (attempt?.answers.has(question.id)) return []
  const about = {about: module.id, hash: '', attempt: round.id}
  const questions = attempt?.questions ?? round.questions.map(({id}) => id)
  const {carried} = round
  const right = isRight(question, given)
  const facts: NewEvent[] = attempt ? [] : [{type: 'started', ...about, questions, ...(carried.length && {carried})}]
  facts.push({
    type: 'answered', about: question.id, hash: question.hash, module: module.id, attempt: round.id, given, right,
    ...(sure && {sure}),
  })
  const answers = new Map<string, {right: boolean}>(attempt?.answers).set(question.id, {right})
  const result = attemptResult({questions, carried, answers}, scoredQuestions(module), module.passPercent)
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
