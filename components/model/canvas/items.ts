import type {Checksummed} from '../ids/checksum.js'
import type {Entry} from '../log/entries.js'
import type {Level} from '../guide/canvas.js'

/**
 * What a team says on a canvas: an append-only list of items. Each has a UUID and a time, and says one thing under one
 * key (`keyOf`); the newest item of a key is what holds, and a `removed` item under it says that nothing does. Nothing
 * is ever changed in place, so files merge as a union (`mergeCanvas`), and everything else is derived (`canvasState`).
 *
 * Days are as `2026-11-23`. Texts are plain: whatever is typed in them is shown as it is typed.
 */

/** The team names its series of assessments. */
export interface TitledItem extends Entry { type: 'titled'; title: string }

/** An assessment begins, the first or a later one of the series. */
export interface AssessmentItem extends Entry {
  type: 'assessment'
  /** UUID. */
  assessment: string
  name: string
  /** The day it is about. */
  date: string
}

/** An organisation that takes part. */
export interface PartnerItem extends Entry {
  type: 'partner'
  /** UUID. */
  partner: string
  name: string
  /** In the team's own words, such as `council`. */
  kind?: string
}

/** This team calls the factor by another name. */
export interface RenamedItem extends Entry { type: 'renamed'; factor: string; name: string }

/** A factor of the team's own. A second item with the same `factor` is a new wording of that factor. */
export interface AddedItem extends Entry {
  type: 'added'
  /** A UUID, so that the own factors of two organisations are never taken for the same one. */
  factor: string
  /** The group of the factor; '' for none. */
  group: string
  name: string
  intro?: string
  /** Four, the lowest first. */
  levels: LevelText[]
  ask?: string
  /** Ids of modules that help. */
  learn?: string[]
}

/** The team switched the factor on or off. */
export interface SwitchedItem extends Entry { type: 'switched'; factor: string; isOn: boolean }

/** The order of the factors. Those that it does not name come last, in the order they had. */
export interface OrderedItem extends Entry { type: 'ordered'; factors: string[] }

/** Someone begins to rate: one rating set of one assessment. */
export interface RaterItem extends Entry {
  type: 'rater'
  /** UUID of the rating set. */
  set: string
  assessment: string
  /** As they call themselves, such as `Housing partner`. A personal name is never asked for. */
  label: string
  /** UUID of a partner. */
  partner?: string
  date: string
  /**
   * What the factors are called on this rater's screen, so that the ratings can be read on the day when the guide has a factor no
   * more. Items from before there was this have none, and those of other programs need none.
   */
  factors?: FactorWords[]
}

/** One rater's view of one factor. */
export interface RatedItem extends Entry {
  type: 'rated'
  set: string
  factor: string
  /** `CanvasFactor.hash` of the factor as it was on the screen. */
  factorHash: string
  rating: FactorRating
  evidence?: Evidence
  /** Whose voice is this rating based on? */
  voice?: string
  /** 1 a guess, 2 fairly sure, 3 certain. */
  confidence?: 1 | 2 | 3
  /** What would move the factor up a level. */
  upnext?: string
}

/** The rating of one factor that the team agreed on, whatever each rater gave. */
export interface AgreedItem extends Entry {
  type: 'agreed'
  assessment: string
  factor: string
  factorHash: string
  rating: FactorRating
  /** Why the team agreed on this. */
  note: string
  date: string
}

export interface ActionItem extends Entry {
  type: 'action'
  /** UUID. */
  action: string
  factor: string
  what: string
  /** A role, such as `Head of digital`. */
  owner: string
  due?: string
  status: ActionStatus
  /** Id of the module that helps. */
  learn?: string
}

/** What was agreed on a day, with the words of that day. It is never changed: a correction is a new snapshot. */
export interface SnapshotItem extends Entry {
  type: 'snapshot'
  assessment: string
  name: string
  date: string
  factors: SnapshotFactor[]
  notes?: {changed?: string; did?: string; learned?: string}
  nextReview?: string
  /** The `id` of the snapshot that this one takes the place of, and why. */
  corrects?: {snapshot: string; why: string}
}

export interface SnapshotFactor {
  factor: string
  factorHash: string
  group: string
  name: string
  /** All four levels, in the words of that day. */
  levels: LevelText[]
  rating: FactorRating
  /** Why the team agreed on this. */
  note?: string
  /** How many raters gave level 1, 2, 3 and 4. */
  views: number[]
}

/** What was said under this key no longer holds. `key` is as `keyOf` gives it, and never that of a snapshot. */
export interface RemovedItem extends Entry { type: 'removed'; key: string }

export type CanvasItem =
  | TitledItem | AssessmentItem | PartnerItem | RenamedItem | AddedItem | SwitchedItem | OrderedItem
  | RaterItem | RatedItem | AgreedItem | ActionItem | SnapshotItem | RemovedItem

/** An item before it gets an id and a time: see `stamped`. */
export type NewCanvasItem =
  CanvasItem extends infer I ? (I extends CanvasItem ? Omit<I, 'id' | 'at'> : never) : never

export type FactorRating = Level | 'not-assessed' | 'does-not-apply'

export interface Evidence {
  sentence?: string
  /** Begins with https:// or http://. */
  link?: string
  /** The day that the evidence is from. */
  date?: string
  /** Who was asked. */
  asked?: string
}

export interface LevelText { name: string; text: string }

/** What a factor and its levels are called. */
export interface FactorWords {
  factor: string
  factorHash: string
  name: string
  group?: string
  /** Names of the levels, the lowest first. */
  levels: string[]
}

export const ACTION_STATUSES = ['not-started', 'in-progress', 'done', 'stopped'] as const
export type ActionStatus = (typeof ACTION_STATUSES)[number]

/** The number this build writes and the newest it can read. Older ones stay readable for ever. */
export const CANVAS_FILE_VERSION = 1

/** All that a team has said on a canvas, in a file that its organisation owns. `schema.ts` makes the schema of it. */
export interface CanvasFile extends Checksummed {
  format: 'dsg-canvas'
  version: typeof CANVAS_FILE_VERSION
  /** UUID of the series: files of one series can be merged. A rater's copy has the UUID of the facilitator's file. */
  id: string
  /** Id of the canvas whose factors it is about. */
  canvas: string
  /** Oldest first. */
  items: CanvasItem[]
}

/** Characters that fit in a name or another text of one line. */
export const MAX_LINE = 200
/** Characters that fit in a text of several lines. */
export const MAX_TEXT = 5_000

/** What an item is about. Of two items with one key, the newer holds. */
export function keyOf(item: CanvasItem | NewCanvasItem): string {
  switch (item.type) {
    case 'titled': case 'ordered': return item.type
    case 'assessment': return `assessment/${item.assessment}`
    case 'partner': return `partner/${item.partner}`
    case 'renamed': case 'added': case 'switched': return `${item.type}/${item.factor}`
    case 'rater': return `rater/${item.set}`
    case 'rated': return `rated/${item.set}/${item.factor}`
    case 'agreed': return `agreed/${item.assessment}/${item.factor}`
    case 'action': return `action/${item.action}`
    // Each snapshot has a key of its own, so no other item ever takes its place. A new one has no id yet, and so no such key.
    case 'snapshot': return `snapshot/${'id' in item ? item.id : ''}`
    case 'removed': return item.key
  }
}

/** What was typed, as one line that an item can hold. @returns '' when there are no words in it */
export function asLine(typed: string): string {
  return cut(typed.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim(), MAX_LINE)
}

/** What was typed, as a text that an item can hold. Word's own line breaks become plain ones. */
export function asText(typed: string): string {
  const lines = typed.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
  return cut(lines.trim(), MAX_TEXT)
}

/** Text shortened to `max`, but never in the middle of a character that takes two UTF-16 units. */
function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '').trimEnd()
}
