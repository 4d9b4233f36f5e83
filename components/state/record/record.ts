import type {Entry} from '../../model/log/entries.js'
import type {GuideManifest} from '../../model/pack/files.js'
import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {isKnownAbsent, recordDatabase, type KeptNames} from '../device/known-absent.js'
import {Log, type DeviceState, type LogSurroundings, type Visit} from '../log/log.js'

/**
 * Where the record is kept, for the words beside "Save my progress": on this device, or `elsewhere`, when it is not for this
 * device. The page that shows the guide hands the record to another system then, and says so.
 */
export type SavingState = DeviceState | 'elsewhere'

/**
 * How it stands with a copy of the record that the host's organisation keeps.
 *
 * - `looking`: not known yet.
 * - `none`: there is none, and none is made until the learner asks for it.
 * - `separate`: there is one, and it has nothing of the record here: it may be somebody else's. Kept apart until asked.
 * - `kept`: it has everything in this record, and goes on taking what is new.
 * - `unreachable`: the store does not answer. It is asked again.
 * - `unreadable`: there is something that is no record, or a newer one than these scripts know. It is left alone.
 * - `ended`: the record was cleared here. The copy stays, and takes nothing more from this page.
 */
export type CopyState = 'looking' | 'none' | 'separate' | 'kept' | 'unreachable' | 'unreadable' | 'ended'

/** A copy of the record that goes with the learner from device to device. A new object after each change. */
export interface RecordCopy {
  readonly state: CopyState
  /** How many of its events are dated more than a day ahead of this device's clock. They stay out of the record. */
  readonly ahead: number
  /** The learner wants one, or wants the one there is to be joined with this record. */
  keep(): void
  /** @returns false when it may still be there */
  remove(): Promise<boolean>
}

/** The learner's record, wherever it is kept. Nothing here throws or rejects because of storage: see `saving`. */
export interface RecordStore {
  /** Oldest first. A new list after each change, never a changed one: compare by identity. */
  readonly events: readonly LearnerEvent[]
  readonly saving: SavingState
  readonly visit: Visit
  /** How many kept records could not be read. They are left where they are. */
  readonly unreadable: number
  /** Settles when an earlier visit's record is in `events`, or it is clear that there is none to be had. */
  readonly ready: Promise<void>
  /** Given to each new event. Changes when a newer edition of the guide is loaded while the page is open. */
  edition: string
  /** Only where the host's page offers one: see `reportTo`. To be set by whoever keeps it. */
  copy: RecordCopy | undefined
  /** See `Log`, here and below. */
  append(newEvents: readonly NewEvent[]): Promise<SavingState>
  /** As `Log.take`. */
  bring(events: readonly LearnerEvent[]): Promise<SavingState>
  save(): Promise<SavingState>
  shareThisVisit(): void
  endVisit(): void
  clear(): Promise<boolean>
  subscribe(changed: () => void): () => void
  close(): void
}

/** Within this time of the clock, `at` says when it was. A burst of events is a few milliseconds ahead of it. */
const SAME_MOMENT_MS = 1000

/** A learner's record for one guide. */
export class RecordLog extends Log<LearnerEvent, NewEvent, 'elsewhere'> implements RecordStore {
  edition: string
  #copy: RecordCopy | undefined

  /** @param unkept - `elsewhere` for a record that another system keeps */
  constructor(edition: string, surroundings?: LogSurroundings, unkept?: 'off' | 'elsewhere') {
    super(surroundings, unkept)
    this.edition = edition
  }

  get events(): readonly LearnerEvent[] { return this.entries }
  get copy(): RecordCopy | undefined { return this.#copy }

  set copy(copy: RecordCopy | undefined) {
    this.#copy = copy
    this.notify()
  }

  bring(events: readonly LearnerEvent[]): Promise<SavingState> {
    return this.take(events)
  }

  protected override complete(said: NewEvent & Entry, now: number): LearnerEvent {
    const isOffClock = Math.abs(Date.parse(said.at) - now) >= SAME_MOMENT_MS
    return {...said, ...(isOffClock && {clock: new Date(now).toISOString()}), edition: this.edition}
  }
}

/** By guide id: two addresses of one guide on a page share what the learner did, saved or not. */
const records = new Map<string, RecordLog>()

/**
 * The learner's record for a guide on this page. Most who open a page never save anything, so the code that keeps records on
 * the device is fetched when the page has been drawn. Where this device has a record from an earlier visit, it is fetched at
 * once: what that learner sees depends on it.
 *
 * @param kept - what is on this device, where that was asked ahead
 */
export function recordOf({id, edition}: Pick<GuideManifest, 'id' | 'edition'>, kept?: Promise<KeptNames>): RecordStore {
  let record = records.get(id)
  if (!record) {
    const made = record = new RecordLog(edition)
    records.set(id, made)
    made.attach(async () => (await import('./keep-record.later.js')).keepRecord(made, id), isKnownAbsent(recordDatabase(id), kept))
  }
  record.edition = edition
  return record
}

/** Fetches what keeps the records of this page on the device, so that saving waits for no network. */
export function keepRecords(): void {
  for (const record of records.values()) void record.keep()
}
