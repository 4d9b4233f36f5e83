import type {Entry} from '../log/entries.js'

/**
 * The learner's record: an append-only list of facts. Nothing in it is ever changed, so two copies merge as a union by
 * id, and everything else a page shows is derived. It never says who the learner is.
 */
interface Fact extends Entry {
  /** The time by the device's clock, where it differs from `at`: see `clockTime`. */
  clock?: string
  /** Edition of the guide the learner was looking at. */
  edition: string
  /** Id of the module, question, statement or task this is about. */
  about: string
  /** `hash` of that thing at the time; '' for a module. */
  hash: string
}

/** The learner opened a page of a module. */
export interface ReadEvent extends Fact { type: 'read'; page: string }

/** An attempt at a module's questions began. */
export interface StartedEvent extends Fact {
  type: 'started'
  attempt: string
  /** Ids of the questions drawn, in the order they are shown. */
  questions: string[]
  /** Ids of questions that count as right because they were in the attempt before, when only the others are asked again. */
  carried?: string[]
}

/** `about` is the question. `given` is as `isRight` takes it. */
export interface AnsweredEvent extends Fact {
  type: 'answered'
  module: string
  attempt: string
  given: string[]
  right: boolean
  /** How sure the learner was, where they said so: 1 guessing, 2 fairly sure, 3 certain. */
  sure?: 1 | 2 | 3
}

/** A task was declared done, or taken back. */
export interface DidEvent extends Fact { type: 'did'; module: string; done: boolean }

/** The learner answered a reflection, which `about` names. `text` is there only when they chose to keep it. */
export interface ReflectedEvent extends Fact { type: 'reflected'; module: string; text?: string }

/**
 * A module came to an end: `passed` or `not-passed` after an attempt at its questions, `declared` when its tasks are all
 * ticked, `completed` when it was only read. The result is kept as it was, so that a later change of the rules changes no
 * result of the past.
 */
export interface CompletedEvent extends Fact {
  type: 'completed'
  outcome: Outcome
  attempt?: string
  right?: number
  of?: number
}

/** Level of a confidence statement, 1 the lowest, or why there is none. */
export type Rating = 1 | 2 | 3 | 4 | 5 | 'unsure' | 'not-my-role'

/**
 * A self-assessment began; or, with the same `assessment`, more was added to it. `about` is the framework. What is to be rated is
 * the union of all that was added, whatever their order.
 */
export interface BeganEvent extends Fact {
  type: 'began'
  assessment: string
  /** Ids of the domains to be rated: all of them, or some. */
  domains: string[]
  /** Ids of the only statements of these domains to be rated, for a short form. Missing for all that they have. */
  statements?: string[]
  /** Is each statement also asked looking back? */
  looksBack?: boolean
}

/** `about` is the statement. A later rating of the same statement in the same assessment takes its place. */
export interface RatedEvent extends Fact {
  type: 'rated'
  assessment: string
  framework: string
  domain: string
  now: Rating
  /** What the learner's role needs. */
  needed: Rating
  /** Looking back: where the learner thinks now that they stood before. */
  before?: Rating
}

/** A self-assessment was finished. `about` is the framework. */
export interface AssessedEvent extends Fact { type: 'assessed'; assessment: string }

/**
 * The learner says that they learned somewhere else what a module is about, or takes that back. Nobody has checked, so it is
 * never a result. `date` is the day when they did, where they said so: 2026-05-03.
 */
export interface ElsewhereEvent extends Fact { type: 'elsewhere'; done: boolean; date?: string }

/** Was it useful? `about` is a module, or the guide. There is a comment only where the embedder asks for one. */
export interface JudgedEvent extends Fact { type: 'judged'; isUseful: boolean; comment?: string }

export type Outcome = 'passed' | 'not-passed' | 'declared' | 'completed'

export type LearnerEvent =
  | ReadEvent | StartedEvent | AnsweredEvent | DidEvent | ReflectedEvent | CompletedEvent
  | BeganEvent | RatedEvent | AssessedEvent | ElsewhereEvent | JudgedEvent

/** An event before the record gives it an id, a time and an edition. */
export type NewEvent = LearnerEvent extends infer E ? (E extends LearnerEvent ? Omit<E, 'id' | 'at' | 'clock' | 'edition'> : never) : never

/** The time of an event by the clock of the device: for showing to people, and for sending. Events are ordered by `at`. */
export function clockTime({at, clock = at}: Pick<LearnerEvent, 'at' | 'clock'>): string {
  return clock
}
