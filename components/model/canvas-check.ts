import {ACTION_STATUSES, MAX_LINE, MAX_TEXT, type CanvasItem, type SnapshotFactor} from './canvas-items.js'
import {isTime} from './event-shape.js'

/**
 * The shape of each kind of item, as `canvas.schema.json` says it to others. Items come from files and databases that
 * anyone may have written. Parts that this build does not know are let through: a later one may have added them.
 */

type Rule = (value: unknown) => boolean
type Shape<T> = {[K in keyof Required<T>]: Rule}

/** True for data that every derivation can take as an item. */
export function isCanvasItem(data: unknown): data is CanvasItem {
  return wrongPart(data) === undefined
}

/** The first part of an item that is missing or damaged, by its name; undefined when it is in order. */
export function wrongPart(data: unknown): string | undefined {
  if (!isObject(data)) return 'type'
  if (!isUuid(data.id)) return 'id'
  if (!isItemTime(data.at)) return 'at'
  if (typeof data.type !== 'string' || !Object.hasOwn(SHAPES, data.type)) return 'type'
  return wrongIn(SHAPES[data.type as CanvasItem['type']], data)
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
}

/** An id as content has it; a UUID is one too. */
export function isContentId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
}

/** A day that is in the calendar, such as `2026-11-23`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^2\d{3}-\d{2}-\d{2}$/.test(value)) return false
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))]
  // By hand: a file may have tens of thousands of days, and dates are slow.
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (month === 2 && isLeap ? 29 : DAYS_IN_MONTH[month - 1] ?? 0)
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Words on one line. */
export function isLine(value: unknown): value is string {
  return isShortLine(value) && value.trim() !== ''
}

/** The same; may be empty. */
function isShortLine(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_LINE && !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(value)
}

/** Words on any number of lines; may be empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT && !/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(value)
}

/** An address on the web. */
export function isWebLink(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2_000 && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(value)
}

/** In this thousand years: times are compared as text, and one far ahead would hold for ever. */
function isItemTime(value: unknown): boolean {
  return isTime(value) && value.startsWith('2')
}

const optional = (rule: Rule): Rule => value => value === undefined || rule(value)
const oneOf = (...values: unknown[]): Rule => value => values.includes(value)
const list = (rule: Rule, least = 0, most = 1_000): Rule =>
  value => Array.isArray(value) && value.length >= least && value.length <= most && value.every(rule)
const object = <T>(shape: Shape<T>): Rule => value => isObject(value) && wrongIn(shape, value) === undefined

const isRating = oneOf(1, 2, 3, 4, 'not-assessed', 'does-not-apply')
const isFlag = oneOf(true, false)
const isCount: Rule = value => Number.isInteger(value) && (value as number) >= 0
const isFingerprint: Rule = value => typeof value === 'string' && /^[0-9a-z]{1,40}$/.test(value)
const fourLevels = list(object<{name: string; text: string}>({name: isLine, text: isText}), 4, 4)
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ID = '[a-z0-9]+(?:-[a-z0-9]+)*'
/** Keys of everything but snapshots. */
const KEY = new RegExp(`^(?:titled|ordered|(?:assessment|partner|rater|action)/${UUID}|(?:renamed|added|switched)/${ID}`
  + `|(?:rated|agreed)/${UUID}/${ID})$`)

const snapshotFactor = object<SnapshotFactor>({
  factor: isContentId, factorHash: isFingerprint, group: isShortLine, name: isLine, levels: fourLevels,
  rating: isRating, note: optional(isText), views: list(isCount, 4, 4),
})

type Said<T extends CanvasItem['type']> = Shape<Omit<Extract<CanvasItem, {type: T}>, 'id' | 'at' | 'type'>>

const SHAPES: {[T in CanvasItem['type']]: Said<T>} = {
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
    set: isUuid, factor: isContentId, factorHash: isFingerprint, rating: isRating,
    evidence: optional(object({
      sentence: optional(isText), link: optional(isWebLink), date: optional(isDay), asked: optional(isLine),
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
  removed: {key: value => typeof value === 'string' && value.length <= 200 && KEY.test(value)},
}

function wrongIn(shape: Record<string, Rule>, value: Record<string, unknown>): string | undefined {
  for (const part in shape) if (!shape[part]!(value[part])) return part
  return undefined
}

export function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
