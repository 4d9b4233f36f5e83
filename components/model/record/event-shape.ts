import type {LearnerEvent} from './record.js'

/**
 * True for data that every derivation can take as an event. What comes out of a database, a channel or a file may be
 * damaged, or written by a build that knows more kinds of event than this one.
 */
export function isLearnerEvent(data: unknown): data is LearnerEvent {
  if (!isObject(data)) return false
  const {type, id, at, clock, edition, about, hash} = data
  if (!id || !about || ![id, edition, about, hash].every(isText) || !isTime(at) || !isOptional(clock, isTime)) return false
  switch (type) {
    case 'read': return isText(data.page)
    case 'started':
      return isText(data.attempt) && isTextList(data.questions) && isOptional(data.carried, isTextList)
    case 'answered':
      return isText(data.module) && isText(data.attempt) && isTextList(data.given) && typeof data.right === 'boolean'
        && isOptional(data.sure, isSureness)
    case 'did': return isText(data.module) && typeof data.done === 'boolean'
    case 'reflected': return isText(data.module) && isOptional(data.text, isText)
    case 'completed':
      return ['passed', 'not-passed', 'declared', 'completed'].includes(data.outcome as string)
        && isOptional(data.attempt, isText) && isOptional(data.right, isCount) && isOptional(data.of, isCount)
    case 'began':
      return isText(data.assessment) && isTextList(data.domains)
        && isOptional(data.looksBack, value => typeof value === 'boolean')
    case 'rated':
      return isText(data.assessment) && isText(data.framework) && isText(data.domain)
        && isRating(data.now) && isRating(data.needed) && isOptional(data.before, isRating)
    case 'assessed': return isText(data.assessment)
    case 'judged': return typeof data.isUseful === 'boolean' && isOptional(data.comment, isText)
    default: return false
  }
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}

/** UTC only, and to the millisecond: times are compared as text. */
export function isTime(value: unknown): value is string {
  return isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value))
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}

function isSureness(value: unknown): boolean {
  return value === 1 || value === 2 || value === 3
}

function isRating(value: unknown): boolean {
  return [1, 2, 3, 4, 5, 'unsure', 'not-my-role'].includes(value as number | string)
}

function isOptional(value: unknown, rule: (value: unknown) => boolean): boolean {
  return value === undefined || rule(value)
}
