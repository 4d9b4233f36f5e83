import type {Module} from '../../model/guide/module.js'
import {attemptResult, attemptsAt, openAttempt, progressIndex, type Attempt} from '../../model/record/progress.js'
import type {ScoredQuestion} from '../../model/guide/question.js'
import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {kindOf} from './kinds/index.js'
import {drawRound, scoredQuestions, type Round} from './round.js'

export type {Round}

/** The try to show first: the open one, else the newest result, else a new one. */
export function currentRound(module: Module, events: readonly LearnerEvent[], newId: () => string): Round {
  const index = progressIndex(events)
  const attempt = openAttempt(module.id, index) ?? attemptsAt(module.id, index).at(-1)
  const questions = attempt ? stillThere(module, attempt) : []
  if (!attempt || !questions.length) return newRound(module, events, newId)
  const waiting = questions.findIndex(({id}) => !attempt.answers.has(id))
  return {id: attempt.id, questions, carried: attempt.carried, at: waiting < 0 ? questions.length : waiting}
}

/** A new try, with other questions than the last one where the bank has them. */
export function newRound(module: Module, events: readonly LearnerEvent[], newId: () => string): Round {
  return drawRound(module, newId, attemptsAt(module.id, progressIndex(events)).at(-1)?.questions)
}

/** What the record says of a round; undefined until its first answer. */
export function attemptOf(module: Module, round: Round, events: readonly LearnerEvent[]): Attempt | undefined {
  return round.practice?.answers.size ? round.practice
    : attemptsAt(module.id, progressIndex(events)).find(attempt => attempt.id === round.id)
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
  const right = kindOf(question).isRight(question, given)
  const answered = {
    type: 'answered' as const, about: question.id, hash: question.hash, module: module.id, attempt: round.id, given, right,
    ...(sure && {sure}),
  }
  if (round.practice) {
    round.practice.answers.set(question.id, {...answered, id: '', at: '', edition: ''})
    return []
  }
  const facts: NewEvent[] = attempt ? [] : [{type: 'started', ...about, questions, ...(carried.length && {carried})}]
  facts.push(answered)
  const answers = new Map<string, {right: boolean}>(attempt?.answers).set(question.id, {right})
  const result = attemptResult({questions, carried, answers}, scoredQuestions(module), module.passPercent)
  if (!result.waiting.length) {
    const outcome = result.passed ? 'passed' : 'not-passed'
    facts.push({type: 'completed', ...about, outcome, right: result.right, of: result.of})
  }
  return facts
}

/** A question may have left the guide since; the record keeps its answer, and the round goes on without it. */
export function stillThere(module: Module, attempt: Attempt): ScoredQuestion[] {
  const bank = new Map(scoredQuestions(module).map(question => [question.id, question]))
  return [...new Set(attempt.questions)].flatMap(id => bank.get(id) ?? [])
}
