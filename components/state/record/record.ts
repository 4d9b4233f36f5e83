import type {Entry} from '../../model/log/entries.js'
import type {GuideManifest} from '../../model/pack/files.js'
import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {isKnownAbsent, recordDatabase, type KeptNames} from '../device/known-absent.js'
import {Log, type DeviceState, type LogSurroundings, type Visit} from '../log/log.js'

/**
 * Where the record is kept, for the words beside "Save my progress": see `DeviceState`. `elsewhere` means that this device does
 * not keep it: the page hands it to another system, and says so.
 */
export type SavingState = DeviceState | 'elsewhere'

/**
 * The state of the record's copy, which the host's organisation keeps.
 *
 * - `looking`: whether there is a copy is not known yet.
 * - `none`: there is none, and none is made until the learner asks for it.
 * - `separate`: there is one that shares no event with this record, so it may be somebody else's. The two stay apart until the
 *   learner asks to join them.
 * - `kept`: the copy has everything in this record, and new events are added to it.
 * - `unreachable`: the store does not answer. It is asked again.
 * - `unreadable`: what is there is no record, or is from a newer build than these scripts. It is left alone.
 * - `ended`: the record was cleared here. The copy stays, and takes nothing more from this page.
 */
export type CopyState = 'looking' | 'none' | 'separate' | 'kept' | 'unreachable' | 'unreadable' | 'ended'

/** A copy of the record that goes with the learner from device to device. A new object after each change. */
export interface RecordCopy {
  readonly state: CopyState
  /** How many events of the copy are more than a day ahead of this device's clock. They stay out of the record. */
  readonly ahead: number
  /** The learner wants a copy; or wants the copy that is there to be joined with this record. */
  keep(): void
  /** Deletes the copy. @returns false when it may still be there */
  remove(): Promise<boolean>
}

/**
 * Entries that this device has from times when the page did not know who was there. Now it knows, and cannot know if those were
 * the same person. They are sent and copied in nobody's name until the learner says so. A new object after each change.
 */
export interface RecordClaim {
  /** `asked`: the learner has not answered yet. `refused`: they said that it was somebody else. */
  readonly state: 'asked' | 'refused'
  /** How many there are, pages that were opened among them. Of these alone nobody is asked: a page opens without a person. */
  readonly entries: number
  /** "That was me": from now on they are this learner's. Also after `no`. */
  yes(): Promise<void>
  /** "That was not me": they are left to whose they are, and this learner gets a record without them. */
  no(): Promise<void>
}

/** What the page tells a learning record store of a record. */
export interface ReportedRecord {
  /** In the learner's name, not in a random one. */
  readonly isNamed: boolean
  /** Also how learners rate themselves. */
  readonly hasRatings: boolean
}

/** The learner's record, wherever it is kept. Nothing here throws or rejects because of storage: see `saving`. */
export interface RecordStore {
  /** Oldest first. Each change makes a new list, and no list is ever changed: compare by identity. */
  readonly events: readonly LearnerEvent[]
  readonly saving: SavingState
  readonly visit: Visit
  /** How many kept events could not be read. They are left where they are. */
  readonly unreadable: number
  /** Settles when `events` has what an earlier visit kept, or when it is clear that nothing can be read from this device. */
  readonly ready: Promise<void>
  /** Given to each new event. Changes when a newer edition of the guide is loaded while the page is open. */
  edition: string
  /** The record's copy, where the host's page offers one: see `reportTo`. Whoever keeps the copy sets this. */
  copy: RecordCopy | undefined
  /** Whether the learner is asked if something was them. Whoever knows who is there sets this, and calls `notify`. */
  claim: RecordClaim | undefined
  /** Undefined where nothing is told to anybody. Whoever reports sets this, and calls `notify`. */
  reported: ReportedRecord | undefined
  /** For methods without a comment, here and below, see `Log`. */
  append(newEvents: readonly NewEvent[]): Promise<SavingState>
  /** As `Log.take`. */
  bring(events: readonly LearnerEvent[]): Promise<SavingState>
  save(): Promise<SavingState>
  shareThisVisit(): void
  endVisit(): void
  clear(): Promise<boolean>
  subscribe(changed: () => void): () => void
  notify(): void
  close(): void
}

/** While `at` is this close to the clock, `clock` is left out. In a burst of events, `at` is a few milliseconds ahead. */
const SAME_MOMENT_MS = 1000

/** A learner's record for one guide. */
export class RecordLog extends Log<LearnerEvent, NewEvent, 'elsewhere'> implements RecordStore {
  edition: string
  declare claim: RecordClaim | undefined
  declare reported: ReportedRecord | undefined
  private declare kept: RecordCopy | undefined

  /** @param unkept - `elsewhere` for a record that another system keeps */
  constructor(edition: string, surroundings?: LogSurroundings, unkept?: 'off' | 'elsewhere') {
    super(surroundings, unkept)
    this.edition = edition
  }

  get events(): readonly LearnerEvent[] { return this.entries }
  get copy(): RecordCopy | undefined { return this.kept }

  set copy(copy: RecordCopy | undefined) {
    this.kept = copy
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

/** Records by guide id. Two addresses of the same guide on a page share a record, saved or not. */
const records = new Map<string, RecordLog>()

/**
 * The learner's record for a guide on this page. Most people who open a page never save anything, so the code that keeps records
 * on the device is fetched after the page has been drawn; but at once where this device may have a record from an earlier
 * visit, since what the learner sees depends on it.
 *
 * @param kept - names of what is on this device, where somebody has asked for them already
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

/** Fetches the code that keeps the records of this page on the device, so that saving need not wait for the network. */
export function keepRecords(): void {
  for (const record of records.values()) void record.keep()
}
