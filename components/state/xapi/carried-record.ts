import type {GuideManifest} from '../../model/pack/files.js'
import {tooFarAhead} from '../../model/log/too-far-ahead.js'
import {union} from '../../model/log/entries.js'
import type {LearnerEvent} from '../../model/record/record.js'
import {pageClock} from '../visit/clock.js'
import type {Clock} from '../visit/clock.js'
import type {CopyState, RecordStore} from '../record/record.js'
import {isEvidence, sameIds, type OwnRecord} from './own-record.js'
import {exportRecord} from '../record/record-transfer.js'
import {Pauses} from './pauses.js'
import {retryAfter} from './post.js'
import {StoreFault} from './state-document.js'
import type {StateDocument, Stored} from './state-document.js'

export interface CarriedOptions {
  manifest: Pick<GuideManifest, 'id' | 'edition'>
  record: RecordStore
  /** What of the record is the person's whose copy it is. Default: all, if it has an event of the copy or pages read alone. */
  own?: Pick<OwnRecord, 'own' | 'claim' | 'isUnsure'>
  document: StateDocument
  clock?: Clock
}

/** What happens within this time is written together. */
const GATHER_MS = 2_000

/**
 * Keeps a copy of a record in a document at a learning record store, so that the learner finds it on their other
 * devices. That there is a document is their consent: only `record.copy.keep()`, which they ask for, makes one.
 *
 * Records are joined as sets of events, so it does not matter who writes first, or twice.
 */
export class CarriedRecord {
  readonly #options: Required<CarriedOptions>
  readonly #clock: Clock
  readonly #pauses: Pauses
  readonly #unsubscribe: () => void
  /** What the copy is to have: the learner's events in the record, also after the record was cleared here. */
  #events: readonly LearnerEvent[]
  /** Ids of the events that the document has. */
  #there: ReadonlySet<string> = new Set()
  #state: CopyState = 'looking'
  /** How many events of the document are not in the record, as they are dated too far ahead. */
  #ahead = 0
  /** The learner asked for a copy; the next look may make one. */
  #isAsked = false
  /** The record here was joined with the copy, so it is one learner's. */
  #isJoined = false
  /** The learner has just asked for it to be deleted. */
  #isUnwanted = false
  #writing: Promise<boolean> | undefined
  #isBusy = false
  #isEnded = false
  #isStopped = false

  constructor(options: CarriedOptions) {
    const {clock = pageClock, own = anybodys(options.record)} = options
    this.#options = {...options, clock, own}
    this.#clock = clock
    this.#pauses = new Pauses(this.#clock)
    this.#events = own.own()
    this.#unsubscribe = options.record.subscribe(this.#heard)
    this.#become('looking')
    void this.#look()
  }

  get state(): CopyState { return this.#state }

  /** Writes nothing more. The copy stays where it is. */
  stop(): void {
    this.#isStopped = true
    this.#unsubscribe()
    this.#pauses.stop()
    this.#options.record.copy = undefined
  }

  #heard = (): void => {
    const events = this.#options.own.own()
    if (this.#isEnded || sameIds(events, this.#events)) return
    // Cleared: whoever comes next may be somebody else. What was there before is still written.
    const isCleared = events.length < this.#events.length
    this.#isEnded = this.#isJoined && isCleared
    if (!this.#isEnded) this.#events = events
    const isSure = this.#state === 'separate' && !isCleared && !this.#options.own.isUnsure()
    if (this.#isJoined || isSure) void this.#look(GATHER_MS)
    if (this.#isEnded && this.#state === 'kept') this.#become('ended')
  }

  async #look(gatherMs = 0): Promise<void> {
    if (this.#isBusy || this.#isStopped) return
    this.#isBusy = true
    if (gatherMs) await this.#pauses.wait(gatherMs)
    while (!this.#isStopped && !await this.#round()) { /* Again, until record and copy have the same events. */ }
    this.#isBusy = false
    if (this.#isJoined && this.#hasNews()) void this.#look(GATHER_MS)
  }

  /** @returns whether there is nothing more to do now */
  async #round(): Promise<boolean> {
    try {
      const stored = await this.#options.document.read()
      return this.#isStopped || this.#isUnwanted || await this.#settle(stored)
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error
      this.#become('unreachable')
      await this.#pauses.backOff(error.response ? retryAfter(error.response, this.#clock.now()) : 0)
      return false
    }
  }

  /** Joins the record with what is stored, here and there. */
  async #settle(stored: Stored): Promise<boolean> {
    if (stored.type === 'unreadable') return this.#done('unreadable')
    const isMissing = stored.type === 'none'
    // Not there any more: it was deleted from another device, and nobody but the learner makes it again.
    if (isMissing && !this.#isAsked) return this.#done('none')
    const copied = isMissing ? [] : stored.file.events
    this.#there = new Set(copied.map(({id}) => id))
    // They stay in the copy, and come in when their day has come.
    const ahead = new Set(tooFarAhead(copied, this.#clock.now()))
    this.#ahead = ahead.size
    const {record, own} = this.#options
    void own.claim(record.events.filter(({id}) => this.#there.has(id)))
    // Somebody else may have used this device.
    if (!this.#isAsked && !this.#isJoined && own.isUnsure()) return this.#done('separate')
    if (!this.#isEnded) {
      void record.bring(copied.filter(event => !ahead.has(event)))
      this.#events = own.own()
    }
    this.#isJoined = true
    const isWritten = isMissing || this.#hasNews()
    if (isWritten && !await this.#write(copied, stored)) {
      await this.#pauses.backOff(0)
      return false
    }
    this.#isAsked = false
    this.#done(this.#isEnded ? 'ended' : 'kept')
    if (!isWritten || isCompared(stored)) return true
    // Another device may have written between our look and our writing, and a store that compares nothing took both.
    await this.#pauses.wait(GATHER_MS)
    return false
  }

  /** @returns false when there is something else than what was read */
  async #write(copied: readonly LearnerEvent[], before: Stored): Promise<boolean> {
    const {document, manifest} = this.#options
    const events = union(copied, this.#events)
    this.#writing = document.write(exportRecord({events}, manifest, this.#clock.now()), before)
    if (!await this.#writing) return false
    this.#there = new Set(events.map(({id}) => id))
    return true
  }

  #hasNews(): boolean {
    return this.#events.some(({id}) => !this.#there.has(id))
  }

  #done(state: CopyState): true {
    this.#pauses.succeeded()
    if (state === 'none') {
      this.#isJoined = this.#isEnded = false
      this.#events = this.#options.own.own()
    }
    this.#become(state)
    return true
  }

  #become(state: CopyState): void {
    this.#state = state
    if (this.#isStopped) return
    this.#options.record.copy = {
      state,
      ahead: this.#ahead,
      keep: () => {
        // Putting the records together is to say that both are the learner's.
        if (this.#state === 'separate') void this.#options.own.claim()
        this.#isAsked = true
        void this.#look()
      },
      remove: () => this.#remove(),
    }
  }

  async #remove(): Promise<boolean> {
    this.#isUnwanted = true
    try {
      // What is being written now would make it again.
      await this.#writing?.catch(() => {})
      await this.#options.document.remove()
      this.#isAsked = false
      this.#done('none')
      return true
    } catch (error) {
      if (error instanceof StoreFault) return false
      throw error
    } finally {
      this.#isUnwanted = false
    }
  }
}

/** A record of which nobody knows whose it is. */
function anybodys(record: RecordStore): NonNullable<CarriedOptions['own']> {
  let isClaimed = false
  return {
    own: () => [...record.events],
    claim: async events => { isClaimed ||= events?.length !== 0 },
    isUnsure: () => !isClaimed && record.events.some(isEvidence),
  }
}

/** The store refuses what was written over something else than what we read. */
function isCompared(before: Stored): boolean {
  return before.type === 'record' && before.tag !== undefined
}
