import {
  fits, flag, isObject, oneOf, optional, textThat, type AnyShape, type Fields, type Kinds, type OneOf, type Shape, type Test,
} from '../shape/shape.js'
import {
  ACTION_STATUSES, MAX_LINE, MAX_TEXT, type ActionStatus, type CanvasItem, type Evidence, type FactorRating, type FactorWords,
  type LevelText, type SnapshotFactor,
} from './items.js'

/**
 * The shape of each kind of item. Items come from files and databases that anyone may have written. Parts that this build does
 * not know are let through: a later build may have added them. `schema.ts` makes a JSON schema of these shapes.
 */

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*'
/** Each digit is written out, because a pattern with `{8}` takes browsers half as long again. */
const UUID = [8, 4, 4, 4, 12].map(digits => '[0-9a-f]'.repeat(digits)).join('-')
/** A day as a pattern, because `Date` is slow. It lets 29 February through in any year: see `isLackingLeapDay`. */
const DAY = '2\\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))'

// These are made once. A pattern inside a function is made anew at each call, and a file may have 30,000 items.
const AN_ID = new RegExp(`^${ID}$`)
const A_UUID = new RegExp(`^${UUID}$`)
const A_DAY = new RegExp(`^${DAY}$`)
const A_TIME = new RegExp(`^${DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`)
const A_FINGERPRINT = /^[0-9a-z]{1,40}$/
const A_WEB_LINK = /^https?:\/\/[^\s\p{Cc}]+$/iu
const NOT_OF_A_LINE = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/
const NOT_OF_A_TEXT = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/
/** Keys of all kinds of item but snapshots. */
const A_KEY = new RegExp(`^(?:titled|ordered|(?:assessment|partner|rater|action)/${UUID}|(?:renamed|added|switched)/${ID}`
  + `|(?:rated|agreed)/${UUID}/${ID})$`)

/** True for data that is a canvas item, so that all code which derives something from items can take it. */
export function isCanvasItem(data: unknown): data is CanvasItem {
  return wrongPart(data) === undefined
}

/** The name of the first part of an item that is missing or damaged; undefined when the item is in order. */
export function wrongPart(data: unknown): string | undefined {
  if (!isObject(data)) return 'type'
  const parts = PARTS.get(data.type as string) ?? UNKNOWN
  for (const [name, shape] of parts) if (!fits(data[name], shape)) return name
  return undefined
}

export const isUuid = textThat(value => A_UUID.test(value))

/** An id as content has it; a UUID is one too. */
export const isContentId = textThat(value => value.length <= 100 && AN_ID.test(value))

/** A day that is in the calendar, such as `2026-11-23`. */
export const isDay = textThat(value => A_DAY.test(value) && !isLackingLeapDay(value))

/** True for 29 February in a year that has none. @param day - a day, or a time that begins with one */
function isLackingLeapDay(day: string): boolean {
  if (!day.startsWith('-02-29', 4)) return false
  const year = Number(day.slice(0, 4))
  return year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)
}

/** A time in UTC, to the millisecond, before the year 3000: the item of a far later time could never be replaced by another. */
export const isItemTime = textThat(value => A_TIME.test(value) && !isLackingLeapDay(value))

/** Words on one line. */
export const isLine = textThat(value => isShortLine(value) && value.trim() !== '')

/** Words on one line; may be empty. */
export const isShortLine = textThat(value => value.length <= MAX_LINE && !NOT_OF_A_LINE.test(value))

/** Words on any number of lines; may be empty. */
export const isText = textThat(value => value.length <= MAX_TEXT && !NOT_OF_A_TEXT.test(value))

/** An address on the web. */
export const isWebLink = textThat(value => value.length <= 2_000 && A_WEB_LINK.test(value))

export const isFingerprint = textThat(value => A_FINGERPRINT.test(value))
export const isKey = textThat(value => value.length <= 200 && A_KEY.test(value))
export const isCount = (value => Number.isInteger(value) && (value as number) >= 0) as Test<number>
export const ratings: OneOf<FactorRating> = oneOf(1, 2, 3, 4, 'not-assessed', 'does-not-apply')
const statuses: OneOf<ActionStatus> = oneOf(...ACTION_STATUSES)

/** A test for values that are often the same in one item after another: to compare is quicker than to test again. */
const often = <T>(test: Test<T>): Test<T> => {
  let right: unknown
  return (value => (value === right && right !== undefined) || (test(value) && ((right = value), true))) as Test<T>
}

export const isOneSet = often(isUuid)
export const isOneDay = often(isDay)

/** More than any canvas has factors, or any factor has modules. */
const MOST = 1_000

export const contentIds: Shape<string[]> = [isContentId, MOST]
export const fourLevels: Shape<LevelText[]> = [{name: isLine, text: isText}, 4, 4]
export const snapshotFactor: Fields<SnapshotFactor> = {
  factor: isContentId, factorHash: isFingerprint, group: isShortLine, name: isLine, levels: fourLevels,
  rating: ratings, note: optional(isText), views: [isCount, 4, 4],
}

export const factorWords: Fields<FactorWords> = {
  factor: isContentId, factorHash: isFingerprint, name: isLine, group: optional(isShortLine), levels: [isShortLine, 4, 4],
}

const item: Fields<Pick<CanvasItem, 'id' | 'at'>> = {id: isUuid, at: isItemTime}

export const itemKinds: Kinds<CanvasItem> = {
  titled: {...item, title: isLine},
  assessment: {...item, assessment: isUuid, name: isLine, date: isDay},
  partner: {...item, partner: isUuid, name: isLine, kind: optional(isLine)},
  renamed: {...item, factor: isContentId, name: isLine},
  added: {
    ...item, factor: isUuid, group: isShortLine, name: isLine, intro: optional(isText), levels: fourLevels,
    ask: optional(isText), learn: optional(contentIds),
  },
  switched: {...item, factor: isContentId, isOn: flag},
  ordered: {...item, factors: contentIds},
  rater: {
    ...item, set: isUuid, assessment: isUuid, label: isLine, partner: optional(isUuid), date: isDay,
    factors: optional([factorWords, MOST]),
  },
  rated: {
    ...item, set: isOneSet, factor: isContentId, factorHash: isFingerprint, rating: ratings,
    evidence: optional<Evidence>({
      sentence: optional(isText), link: optional(isWebLink), date: optional(isOneDay), asked: optional(isLine),
    }),
    voice: optional(isText), confidence: optional(oneOf(1, 2, 3)), upnext: optional(isText),
  },
  agreed: {
    ...item, assessment: isUuid, factor: isContentId, factorHash: isFingerprint, rating: ratings, note: isText, date: isDay,
  },
  action: {
    ...item, action: isUuid, factor: isContentId, what: isText, owner: isLine, due: optional(isDay),
    status: statuses, learn: optional(isContentId),
  },
  snapshot: {
    ...item, assessment: isUuid, name: isLine, date: isDay, factors: [snapshotFactor, MOST],
    notes: optional({changed: optional(isText), did: optional(isText), learned: optional(isText)}),
    nextReview: optional(isDay), corrects: optional({snapshot: isUuid, why: isText}),
  },
  removed: {...item, key: isKey},
}

/** The parts of each kind as a list: a file may have tens of thousands of items, and lists are quicker to go through. */
const PARTS = new Map(Object.entries(itemKinds).map(([type, fields]) => [type, Object.entries<AnyShape>(fields)]))
/** The parts of an item of an unknown kind. Its `type` is always wrong; its id and time are looked at first. */
const UNKNOWN = Object.entries<AnyShape>({...item, type: false})
