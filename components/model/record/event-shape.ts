import {
  byType, fits, flag, oneOf, optional, text, textThat, type Fields, type Kinds, type OneOf, type Shape, type Test,
} from '../shape/shape.js'
import type {LearnerEvent, Rating} from './record.js'

/**
 * True for data that is an event of a record, so that all code which derives something from events can take it. Data from a
 * database, another tab or a file may be damaged, or written by a build that knows more kinds of event than this one.
 */
export function isLearnerEvent(data: unknown): data is LearnerEvent {
  return fits(data, event)
}

/** A time in UTC, to the millisecond. No other form will do, because times are compared as text. */
export const isTime = textThat(value =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)))

const isDay = textThat(value => /^\d{4}-\d\d-\d\d$/.test(value))

const event: Test<LearnerEvent> = byType(() => kinds)

const someText = textThat(value => value !== '')
const texts: Shape<string[]> = [text]
const count = (value => Number.isInteger(value) && (value as number) >= 0) as Test<number>
const rating: OneOf<Rating> = oneOf(1, 2, 3, 4, 5, 'unsure', 'not-my-role')

const fact: Fields<Pick<LearnerEvent, 'id' | 'at' | 'clock' | 'edition' | 'about' | 'hash'>> = {
  id: someText, at: isTime, clock: optional(isTime), edition: text, about: someText, hash: text,
}

const kinds: Kinds<LearnerEvent> = {
  read: {...fact, page: text},
  started: {...fact, attempt: text, questions: texts, carried: optional(texts)},
  answered: {...fact, module: text, attempt: text, given: texts, right: flag, sure: optional(oneOf(1, 2, 3))},
  did: {...fact, module: text, done: flag},
  reflected: {...fact, module: text, text: optional(text)},
  completed: {
    ...fact, outcome: oneOf('passed', 'not-passed', 'declared', 'completed'), attempt: optional(text), right: optional(count),
    of: optional(count),
  },
  began: {...fact, assessment: text, domains: texts, statements: optional(texts), looksBack: optional(flag)},
  rated: {
    ...fact, assessment: text, framework: text, domain: text, now: rating, needed: rating, before: optional(rating),
  },
  assessed: {...fact, assessment: text},
  elsewhere: {...fact, done: flag, date: optional(isDay)},
  judged: {...fact, isUseful: flag, comment: optional(text)},
}
