import {hostileKey} from '../formats/hostile-key.js'
import {isDamaged, type Checksummed} from '../ids/checksum.js'
import {isObject} from '../shape/shape.js'
import {isLearnerEvent, isTime} from './event-shape.js'
import type {LearnerEvent} from './record.js'

/** The number this build writes and the newest it can read. Older ones stay readable for ever. */
export const RECORD_FILE_VERSION = 1

/** A learner's record as a file: to take away, to bring back on another device, or to send for evaluation. */
export interface RecordFile extends Checksummed {
  format: 'dsg-record'
  version: typeof RECORD_FILE_VERSION
  /** Id of the guide. */
  guide: string
  /** Edition of the guide when the file was made. */
  edition: string
  /** When the file was made: ISO 8601 in UTC, to the millisecond. */
  exported: string
  /** A code that the organisation gave out, such as `ward-3-spring`. Never a person's name. */
  cohort?: string
  /** A group of jobs, such as `nursing`. */
  role?: string
  events: LearnerEvent[]
}

/** 5,000 events are about 1.5 MB, so a record this big is not one. */
export const MAX_RECORD_FILE_BYTES = 20_000_000
/** At most this many problems are told: more would help nobody. */
const MAX_PROBLEMS = 10
const MAX_LABEL_LENGTH = 60

/**
 * Reads a file that anyone may have written. Nothing is taken from a file with a problem, so that bringing one back
 * changes all or nothing.
 *
 * @param text - all of the file
 */
export function readRecordFile(text: string): {file: RecordFile} | {problems: string[]} {
  // A character is at least one byte, so no file below the limit is refused.
  if (text.length > MAX_RECORD_FILE_BYTES) return {problems: [tooLarge()]}
  let data: unknown
  try {
    // Windows programs put a byte order mark in front when they save a text again.
    data = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return {problems: [text.trim() === ''
      ? 'The file is empty. Take the record away again, and use the new file.'
      : 'The file cannot be read as a record. It may be cut short or changed. Take the record away again.']}
  }
  const problems = recordFileProblems(data)
  if (problems.length) return {problems}
  const file = data as RecordFile
  // An earlier build, which met what this one keeps on a device, put whose an event is into the file. That is taken from none.
  const events = file.events.map(({actor: _, ...event}: LearnerEvent & {actor?: unknown}) => event)
  return {file: {...file, events}}
}

/** What is wrong, in plain words, with what to do; an empty list means that the data is a `RecordFile`. */
export function recordFileProblems(data: unknown): string[] {
  if (!isObject(data) || data.format !== 'dsg-record') {
    return ['This is not a record from a digital skills guide. Choose the file that "Take my record away" made.']
  }
  if (typeof data.version === 'number' && data.version > RECORD_FILE_VERSION) {
    return [`The record is from a newer version of the guide (file version ${data.version}; the newest that can be read`
      + ` here is ${RECORD_FILE_VERSION}). Use a guide that is up to date.`]
  }
  if (data.version !== RECORD_FILE_VERSION) return ['The record does not say which version it is. Take it away again.']
  const hostile = hostileKey(data)
  if (hostile) {
    return [`The file has a part named "${hostile}", which no record has. Someone may have changed it. Do not use it.`]
  }
  // One reason for all that may be wrong with it.
  if (isDamaged(data)) {
    return ['The file is damaged, or was changed after it was made. Take the record away again, and use the new file.']
  }
  const problems: string[] = []
  if (typeof data.guide !== 'string' || data.guide === '') problems.push('The record does not say which guide it is from.')
  if (typeof data.edition !== 'string') problems.push('The record does not say which edition of the guide it is from.')
  if (!isTime(data.exported)) problems.push('The record does not say when it was taken away.')
  if (data.cohort !== undefined && !isLabel(data.cohort)) problems.push(labelProblem('cohort code'))
  if (data.role !== undefined && !isLabel(data.role)) problems.push(labelProblem('role group'))
  if (!Array.isArray(data.events)) problems.push('The record has no list of events.')
  else problems.push(...eventProblems(data.events))
  return problems.slice(0, MAX_PROBLEMS)
}

/** The refusal of a file that is too large to be opened at all. */
export function tooLarge(): string {
  return `The file is larger than ${MAX_RECORD_FILE_BYTES / 1_000_000} MB, so it is not a record. Choose another file.`
}

function eventProblems(events: readonly unknown[]): string[] {
  const problems: string[] = []
  for (let i = 0; i < events.length && problems.length < MAX_PROBLEMS; i++) {
    if (!isLearnerEvent(events[i])) {
      problems.push(`Event ${i + 1} of ${events.length} cannot be read. It may be damaged, or from a newer guide.`)
    }
  }
  return problems
}

function labelProblem(what: string): string {
  return `The ${what} is not a short text of one line, at most ${MAX_LABEL_LENGTH} characters.`
}

/** True for one line of text that is not empty. */
function isLabel(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_LABEL_LENGTH
    && !/[\p{Cc}\u2028\u2029]/u.test(value)
}
