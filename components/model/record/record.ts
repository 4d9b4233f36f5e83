import type {Entry} from '../log/entries.js'

/**
 * The learner's record: an append-only list of facts. Nothing in it is ever changed, so two copies merge as a union by
 * id, and everything else a page shows is derived. It never says who the learner is.
 */
interface Fact extends Entry {
  /** What the device's clock said, where `at` is not that: see `clockTime`. */
  clock?: string
  /** Edition of the guide the learner was looking at. */
  edition: string
  /** Id of the module, question, statement or task this is about. */
  about: string
  /** `hash` of that thing then; '' for a module. */
  hash: string
}

/** The learner opened a page of a module. */
export interface ReadEvent extends Fact { type: 'read'; page: string }

/** A try at a module's questions began. */
export interface StartedEvent extends Fact {
  type: 'started'
  attempt: string
  /** Those drawn, in the order they are shown. */
  questions: string[]
  /** Questions that were right in the try before, when only the others are tried again: they count as right here. */
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

/** `about` is the prompt. `text` only when the learner chose to keep it. */
export interface ReflectedEvent extends Fact { type: 'reflected'; module: string; text?: string }

/**
 * A module came to an end: `passed` or `not-passed` after a try at its questions, `declared` when its tasks are all
 * ticked, `completed` when it was only read. The result of the rule then in force, so a later rule changes no past.
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

/** A self-assessment began. `about` is the framework. */
export interface BeganEvent extends Fact {
  type: 'began'
  assessment: string
  /** Those to be rated: all of them, or some for a short form. */
  domains: string[]
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

/** Was it useful? `about` is a module, or the guide. The comment only where the embedder asks for one. */
export interface JudgedEvent extends Fact { type: 'judged'; isUseful: boolean; comment?: string }

export type Outcome = 'passed' | 'not-passed' | 'declared' | 'completed'

export type LearnerEvent =
  | ReadEvent | StartedEvent | AnsweredEvent | DidEvent | ReflectedEvent | CompletedEvent
  | BeganEvent | RatedEvent | AssessedEvent | JudgedEvent

/** What is known of an event before the record gives it an id, a time and an edition. */
export type NewEvent = LearnerEvent extends infer E ? (E extends LearnerEvent ? Omit<E, 'id' | 'at' | 'clock' | 'edition'> : never) : never

/** When it was done, by the clock of the device: for what is shown to people or sent. The order of events is that of `at`. */
export function clockTime({at, clock = at}: Pick<LearnerEvent, 'at' | 'clock'>): string {
  return clock
}
