import {ACTION_STATUSES, MAX_LINE, MAX_TEXT, type CanvasItem, type SnapshotFactor} from './items.js'

/**
 * The shape of each kind of item, as `canvas.schema.json` says it to others. Items come from files and databases that
 * anyone may have written. Parts that this build does not know are let through: a later one may have added them.
 */

type Rule = (value: unknown) => boolean
type Shape<T> = {[K in keyof Required<T>]: Rule}
/** The parts of a shape as a list: a file may have tens of thousands of items, and lists are quicker to go through. */
type Parts = readonly {name: string; isRight: Rule}[]

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*'
/** Digit by digit: the engine runs `{8}` as a loop that it may have to go back in, which takes half as long again. */
const UUID = [8, 4, 4, 4, 12].map(digits => '[0-9a-f]'.repeat(digits)).join('-')
/** Without `Date`, which is slow. It lets 29 February through in any year. */
const DAY = '2\\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))'

// Made once: a pattern that is written where it is used is made anew at each use, and a file may have 30,000 items.
const AN_ID = new RegExp(`^${ID}$`)
const A_UUID = new RegExp(`^${UUID}$`)
const A_DAY = new RegExp(`^${DAY}$`)
const A_TIME = new RegExp(`^${DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`)
const A_FINGERPRINT = /^[0-9a-z]{1,40}$/
const A_WEB_LINK = /^https?:\/\/[^\s\p{Cc}]+$/iu
const NOT_OF_A_LINE = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/
const NOT_OF_A_TEXT = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/
/** Keys of everything but snapshots. */
const A_KEY = new RegExp(`^(?:titled|ordered|(?:assessment|partner|rater|action)/${UUID}|(?:renamed|added|switched)/${ID}`
  + `|(?:rated|agreed)/${UUID}/${ID})$`)

/** True for data that every derivation can take as an item. */
export function isCanvasItem(data: unknown): data is CanvasItem {
  return wrongPart(data) === undefined
}

/** The first part of an item that is missing or damaged, by its name; undefined when it is in order. */
export function wrongPart(data: unknown): string | undefined {
  if (!isObject(data)) return 'type'
  if (!isUuid(data.id)) return 'id'
  if (!isItemTime(data.at)) return 'at'
  const parts = PARTS.get(data.type as string)
  return parts ? wrongIn(parts, data) : 'type'
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && A_UUID.test(value)
}

/** An id as content has it; a UUID is one too. */
export function isContentId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100 && AN_ID.test(value)
}

/** A day that is in the calendar, such as `2026-11-23`. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && A_DAY.test(value) && !isLackingLeapDay(value)
}

/** 29 February in a year that has none. @param day - or a time that begins with one */
function isLackingLeapDay(day: string): boolean {
  if (!day.startsWith('-02-29', 4)) return false
  const year = Number(day.slice(0, 4))
  return year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)
}

/** Words on one line. */
export function isLine(value: unknown): value is string {
  return isShortLine(value) && value.trim() !== ''
}

/** The same; may be empty. */
function isShortLine(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_LINE && !NOT_OF_A_LINE.test(value)
}

/** Words on any number of lines; may be empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT && !NOT_OF_A_TEXT.test(value)
}

/** An address on the web. */
export function isWebLink(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2_000 && A_WEB_LINK.test(value)
}

/** UTC, to the millisecond. In this thousand years: times are compared as text, and one far ahead would hold for ever. */
function isItemTime(value: unknown): boolean {
  return typeof value === 'string' && A_TIME.test(value) && !isLackingLeapDay(value)
}

/** For what one item after another often says the same of: to see that is quicker than to look at it again. */
const often = (rule: Rule): Rule => {
  let right: unknown
  return value => (value === right && right !== undefined) || (rule(value) && ((right = value), true))
}
const optional = (rule: Rule): Rule => value => value === undefined || rule(value)
const oneOf = (...values: unknown[]): Rule => value => values.includes(value)
const list = (rule: Rule, least = 0, most = 1_000): Rule =>
  value => Array.isArray(value) && value.length >= least && value.length <= most && value.every(rule)
const object = <T>(shape: Shape<T>): Rule => {
  const parts = partsOf(shape)
  return value => isObject(value) && wrongIn(parts, value) === undefined
}

const isRating = oneOf(1, 2, 3, 4, 'not-assessed', 'does-not-apply')
const isFlag = oneOf(true, false)
const isCount: Rule = value => Number.isInteger(value) && (value as number) >= 0
const isFingerprint: Rule = value => typeof value === 'string' && A_FINGERPRINT.test(value)
const fourLevels = list(object<{name: string; text: string}>({name: isLine, text: isText}), 4, 4)
const snapshotFactor = object<SnapshotFactor>({
  factor: isContentId, factorHash: isFingerprint, group: isShortLine, name: isLine, levels: fourLevels,
  rating: isRating, note: optional(isText), views: list(isCount, 4, 4),
})

type Said<T extends CanvasItem['type']> = Shape<Omit<Extract<CanvasItem, {type: T}>, 'id' | 'at' | 'type'>>

const PARTS = inParts({
  titled: {title: isLine},
  assessment: {assessment: isUuid, name: isLine, date: isDay},
  partner: {partner: isUuid, name: isLine, kind: optional(isLine)},
  renamed: {factor: isContentId, name: isLine},
  added: {
    factor: isUuid, group: isShortLine, name: isLine, intro: optional(isText), levels: fourLevels,
    ask: optional(isText), learn: optional(list(isContentId)),
  },
  switched: {factor: isContentId, isOn: isFlag},
  ordered: {factors: list(isContentId)},
  rater: {set: isUuid, assessment: isUuid, label: isLine, partner: optional(isUuid), date: isDay},
  rated: {
    set: often(isUuid), factor: isContentId, factorHash: isFingerprint, rating: isRating,
    evidence: optional(object({
      sentence: optional(isText), link: optional(isWebLink), date: optional(often(isDay)), asked: optional(isLine),
    })),
    voice: optional(isText), confidence: optional(oneOf(1, 2, 3)), upnext: optional(isText),
  },
  agreed: {
    assessment: isUuid, factor: isContentId, factorHash: isFingerprint, rating: isRating, note: isText, date: isDay,
  },
  action: {
    action: isUuid, factor: isContentId, what: isText, owner: isLine, due: optional(isDay),
    status: oneOf(...ACTION_STATUSES), learn: optional(isContentId),
  },
  snapshot: {
    assessment: isUuid, name: isLine, date: isDay, factors: list(snapshotFactor),
    notes: optional(object({changed: optional(isText), did: optional(isText), learned: optional(isText)})),
    nextReview: optional(isDay), corrects: optional(object({snapshot: isUuid, why: isText})),
  },
  removed: {key: value => typeof value === 'string' && value.length <= 200 && A_KEY.test(value)},
})

function inParts(shapes: {[T in CanvasItem['type']]: Said<T>}): ReadonlyMap<string, Parts> {
  return new Map(Object.entries(shapes).map(([type, shape]) => [type, partsOf(shape)]))
}

function partsOf(shape: Record<string, Rule>): Parts {
  return Object.entries(shape).map(([name, isRight]) => ({name, isRight}))
}

function wrongIn(parts: Parts, value: Record<string, unknown>): string | undefined {
  for (let i = 0; i < parts.length; i++) {
    const {name, isRight} = parts[i]!
    if (!isRight(value[name])) return name
  }
  return undefined
}

export function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
