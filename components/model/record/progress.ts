import type {ModuleFacts} from '../guide/module.js'
import type {Pathway} from '../guide/pathway.js'
import type {ScoredQuestion} from '../guide/question.js'
import type {AnsweredEvent, CompletedEvent, DidEvent, ElsewhereEvent, LearnerEvent, StartedEvent} from './record.js'
import {byTime} from '../log/entries.js'
import {neededToPass} from './pass-mark.js'

/**
 * `started` is anything short of an end: a page opened, a question answered, a task ticked. `elsewhere`: the learner says that
 * they learned it somewhere else, and nothing that they did here says more.
 */
export type ModuleStatus = 'not-started' | 'started' | 'completed' | 'declared' | 'elsewhere' | 'not-passed' | 'passed'

export interface Score { right: number; of: number }

/** Where the learner stands on one module. */
export interface ModuleProgress {
  status: ModuleStatus
  /** Ids of the pages opened, first opened first. A page that has gone since may be among them. */
  pagesRead: string[]
  /** Ids of the module's tasks that are ticked now, in the module's order. */
  tasksDone: string[]
  /** The score of the best finished attempt at its questions. */
  best?: Score
  /** Time of the newest event about it. */
  last?: string
}

/** A module whose pages are known. */
export type PagedModule = Pick<ModuleFacts, 'id' | 'minutes'> & {pages: readonly {id: string}[]}

/** Where the learner stands on one pathway. Modules that the guide does not have (any more) are not counted. */
export interface PathwayProgress {
  /** How many modules are done, as `isDone` says. */
  done: number
  of: number
  /** Whole minutes of the modules that are not done: of one that was begun, as `minutesLeft` says. */
  minutesLeft: number
  /** Id of the first module that is not done; missing when all are. */
  next?: string
}

/** One attempt at a module's questions. */
export interface Attempt {
  id: string
  module: string
  /** When it began. */
  at: string
  edition: string
  /** Ids of the questions drawn, in the order they are shown. */
  questions: string[]
  /** Ids of questions that were right in the attempt before, and count as right in this one without being asked. */
  carried: string[]
  /**
   * The answer that counts for each question: the first in this attempt. A learner can answer again only in a new attempt, so
   * a second answer (from another tab, or after the Back button) changes nothing.
   */
  answers: ReadonlyMap<string, AnsweredEvent>
  /** How it ended; missing while it is open. */
  completed?: CompletedEvent
}

export interface AttemptResult extends Score {
  /** Ids of the drawn questions without an answer yet, in order. The attempt is over when there are none. */
  waiting: string[]
  /** Ids of the must-know questions that were not answered right, in order. */
  mustKnowMissed: string[]
  passed: boolean
}

/** A record sorted by what its events are about, so that each derivation looks only at the events that it needs. */
export interface ProgressIndex {
  readonly modules: ReadonlyMap<string, ModuleTrace>
}

/** What the record says of one module. */
export interface ModuleTrace {
  /** Page ids and the first time each was opened. */
  pages: Map<string, LearnerEvent>
  /** The newest word on each task. */
  tasks: Map<string, DidEvent>
  completions: CompletedEvent[]
  attempts: Map<string, AttemptTrace>
  /** The newest word on whether it was done somewhere else. */
  elsewhere?: ElsewhereEvent
  /** False where that is all there is. */
  isBegun: boolean
  last: string
}

/** What the record says of one attempt. `started` is missing when only a part of the record was brought here. */
export interface AttemptTrace {
  started?: StartedEvent
  answers: Map<string, AnsweredEvent>
  completed?: CompletedEvent
}

/** By list of events. A store never changes a list that it gave out, so what was derived from a list stays true. */
const indexes = new WeakMap<readonly LearnerEvent[], ProgressIndex>()

/** The index of a record, made once for each list. The order of `events` does not matter, because times and ids decide. */
export function progressIndex(events: readonly LearnerEvent[]): ProgressIndex {
  const index = indexes.get(events) ?? indexOf(events)
  indexes.set(events, index)
  return index
}

function indexOf(events: readonly LearnerEvent[]): ProgressIndex {
  const modules = new Map<string, ModuleTrace>()
  for (const event of events) {
    const module = moduleOf(event)
    if (module === undefined) continue
    const trace = entry(modules, module, newTrace)
    if (event.at > trace.last) trace.last = event.at
    trace.isBegun ||= event.type !== 'elsewhere'
    switch (event.type) {
      case 'read':
        keep(trace.pages, event.page, event, isEarlier)
        break
      case 'elsewhere':
        if (!trace.elsewhere || isLater(event, trace.elsewhere)) trace.elsewhere = event
        break
      case 'did':
        keep(trace.tasks, event.about, event, isLater)
        break
      case 'started': {
        const attempt = entry(trace.attempts, event.attempt, newAttempt)
        if (!attempt.started || isEarlier(event, attempt.started)) attempt.started = event
        break
      }
      case 'answered':
        keep(entry(trace.attempts, event.attempt, newAttempt).answers, event.about, event, isEarlier)
        break
      case 'completed': {
        trace.completions.push(event)
        if (event.attempt === undefined) break
        const attempt = entry(trace.attempts, event.attempt, newAttempt)
        if (!attempt.completed || isEarlier(event, attempt.completed)) attempt.completed = event
        break
      }
    }
  }
  return {modules}
}

/**
 * Where the learner stands on a module. `passed` is for ever: a later, worse attempt changes nothing. So is `declared`, unless
 * the learner takes a task back; a task that an editor adds later does not undo it. A module that is done stays done, also
 * after an attempt that was not passed.
 */
export function moduleProgress(facts: ModuleFacts, index: ProgressIndex): ModuleProgress {
  const trace = index.modules.get(facts.id)
  if (!trace) return {status: 'not-started', pagesRead: [], tasksDone: []}
  const progress: ModuleProgress = {
    status: statusOf(facts, trace),
    pagesRead: [...trace.pages].sort(([, a], [, b]) => byTime(a, b)).map(([page]) => page),
    tasksDone: facts.tasks.filter(task => trace.tasks.get(task)?.done),
    last: trace.last,
  }
  const best = bestScore(trace.completions)
  if (best) progress.best = best
  return progress
}

/** True for a module that needs nothing more: done here, or (as the learner says) elsewhere. */
export function isDone(status: ModuleStatus): boolean {
  return status === 'passed' || status === 'completed' || status === 'declared' || status === 'elsewhere'
}

/** Whole minutes, at least 1, of a module that is not done: its own, by the share of its pages that were not opened yet. */
export function minutesLeft({id, minutes, pages}: PagedModule, index: ProgressIndex): number {
  const read = index.modules.get(id)?.pages
  const unread = pages.filter(page => !read?.has(page.id)).length
  return Math.max(1, Math.round(minutes * (pages.length ? unread / pages.length : 1)))
}

/** @param modules - facts of the guide's modules, by id; minutes are counted by page where their pages are known */
export function pathwayProgress(
  pathway: Pathway, modules: ReadonlyMap<string, ModuleFacts & Partial<PagedModule>>, index: ProgressIndex,
): PathwayProgress {
  const known = pathway.modules.flatMap(id => modules.get(id) ?? [])
  const left = known.filter(facts => !isDone(moduleProgress(facts, index).status))
  const progress: PathwayProgress = {
    done: known.length - left.length,
    of: known.length,
    minutesLeft: left.reduce((sum, {pages = [], ...facts}) => sum + minutesLeft({...facts, pages}, index), 0),
  }
  if (left[0]) progress.next = left[0].id
  return progress
}

/** The attempts at a module's questions, oldest first. Without the event of its beginning, an attempt is left out. */
export function attemptsAt(module: string, index: ProgressIndex): Attempt[] {
  const traces = [...index.modules.get(module)?.attempts.values() ?? []]
  return traces
    .flatMap(({started, answers, completed}) => started ? {started, answers, completed} : [])
    .sort((a, b) => byTime(a.started, b.started))
    .map(({started: {attempt: id, at, edition, questions, carried = []}, answers, completed}) =>
      ({id, module, at, edition, questions, carried, answers, completed}))
}

/** The attempt to go on with after a reload: the newest, if it has not come to an end. */
export function openAttempt(module: string, index: ProgressIndex): Attempt | undefined {
  const newest = attemptsAt(module, index).at(-1)
  return newest?.completed ? undefined : newest
}

/**
 * How an attempt stands, or how it ended.
 *
 * @param attempt - any drawn ids and answers will do, so that a result can be known before it is in the record
 * @param questions - the module's questions today. A drawn question that is no longer among them cannot be answered any more:
 *   it counts if it was answered, and otherwise the attempt is one question shorter
 * @param passPercent - 1 to 100
 */
export function attemptResult(
  attempt: {questions: readonly string[]; carried?: readonly string[]; answers: ReadonlyMap<string, {right: boolean}>},
  questions: readonly ScoredQuestion[], passPercent: number,
): AttemptResult {
  const bank = new Map(questions.map(question => [question.id, question]))
  const asked = new Set(attempt.questions)
  const counted = [...asked].filter(id => attempt.answers.has(id) || bank.has(id))
  const carried = new Set(attempt.carried?.filter(id => !asked.has(id))).size
  const isAnsweredRight = (id: string) => attempt.answers.get(id)?.right === true
  const right = carried + counted.filter(isAnsweredRight).length
  const of = carried + counted.length
  const mustKnowMissed = counted.filter(id => bank.get(id)?.mustKnow && !isAnsweredRight(id))
  return {
    right,
    of,
    waiting: counted.filter(id => !attempt.answers.has(id)),
    mustKnowMissed,
    passed: of > 0 && right >= neededToPass(of, passPercent) && mustKnowMissed.length === 0,
  }
}

function statusOf(facts: ModuleFacts, trace: ModuleTrace): ModuleStatus {
  const outcomes = new Set(trace.completions.map(({outcome}) => outcome))
  if (outcomes.has('passed')) return 'passed'
  const latest = facts.tasks.map(task => trace.tasks.get(task))
  const isTakenBack = latest.some(did => did && !did.done)
  // Two devices may have half of the ticks each. When their records are merged, all tasks are ticked without an event saying so.
  const isAllTicked = facts.show === 0 && latest.length > 0 && latest.every(did => did?.done)
  if (isAllTicked || (outcomes.has('declared') && !isTakenBack)) return 'declared'
  if (outcomes.has('completed')) return 'completed'
  if (trace.elsewhere?.done) return 'elsewhere'
  return outcomes.has('not-passed') ? 'not-passed' : trace.isBegun ? 'started' : 'not-started'
}

/** The score with the highest share right; of two equal shares, the one of more questions. */
function bestScore(completions: readonly CompletedEvent[]): Score | undefined {
  let best: Score | undefined
  for (const {right, of} of completions) {
    if (right === undefined || !of) continue
    const ahead = best ? right * best.of - best.right * of || of - best.of : 1
    if (ahead > 0) best = {right, of}
  }
  return best
}

/** The module whose progress an event may change; undefined for events of a self-assessment, and for opinions of the guide. */
function moduleOf(event: LearnerEvent): string | undefined {
  switch (event.type) {
    case 'answered': case 'did': case 'reflected': return event.module
    case 'read': case 'started': case 'completed': case 'elsewhere': return event.about
    case 'began': case 'rated': case 'assessed': case 'judged': return undefined
  }
}

function newTrace(): ModuleTrace {
  return {pages: new Map(), tasks: new Map(), completions: [], attempts: new Map(), isBegun: false, last: ''}
}

function newAttempt(): AttemptTrace {
  return {answers: new Map()}
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

function keep<E extends LearnerEvent>(map: Map<string, E>, key: string, event: E, beats: (a: E, b: E) => boolean) {
  const held = map.get(key)
  if (!held || beats(event, held)) map.set(key, event)
}

function isEarlier(a: LearnerEvent, b: LearnerEvent): boolean {
  return byTime(a, b) < 0
}

function isLater(a: LearnerEvent, b: LearnerEvent): boolean {
  return byTime(a, b) > 0
}
