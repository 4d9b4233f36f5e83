import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {isKnownAbsent, recordDatabase, type KeptNames} from '../device/known-absent.js'
import {MemoryStore} from './memory-store.js'
import type {RecordStore, SavingState, Visit} from './record-store.js'

/**
 * A guide's record on a page. Most who open a page never save anything, so it begins in memory, and the code that keeps
 * records on the device is fetched when the page has been drawn. Where this device has a record from an earlier visit, it
 * is fetched at once: what that learner sees depends on it.
 */
export class PageRecord extends MemoryStore {
  override readonly ready: Promise<void>
  readonly #guide: string
  /** Takes over everything once it is there. */
  #kept: RecordStore | undefined
  #keeping: Promise<void> | undefined

  /**
   * @param guide - id of the guide
   * @param kept - what is on this device, where that was asked ahead
   */
  constructor(guide: string, edition: string, kept?: Promise<KeptNames>) {
    super(edition)
    this.#guide = guide
    this.become('opening')
    this.ready = this.#look(kept)
  }

  override get events(): readonly LearnerEvent[] { return this.#kept?.events ?? super.events }
  override get saving(): SavingState { return this.#kept?.saving ?? super.saving }
  override get visit(): Visit { return this.#kept?.visit ?? super.visit }
  override get unreadable(): number { return this.#kept?.unreadable ?? 0 }

  override append(newEvents: readonly NewEvent[]): Promise<SavingState> {
    if (this.#kept) this.#kept.edition = this.edition
    return this.#kept?.append(newEvents) ?? super.append(newEvents)
  }

  override bring(events: readonly LearnerEvent[]): Promise<SavingState> {
    return this.#kept?.bring(events) ?? super.bring(events)
  }

  override async save(): Promise<SavingState> {
    await this.keep()
    if (this.#kept) return this.#kept.save()
    this.become('blocked')
    return this.saving
  }

  override shareThisVisit(): void {
    if (this.#kept) this.#kept.shareThisVisit()
    else super.shareThisVisit()
  }

  override endVisit(): void {
    if (this.#kept) this.#kept.endVisit()
    else super.endVisit()
  }

  override async clear(): Promise<boolean> {
    // What is on screen goes at once, whatever is still on its way.
    if (!this.#kept) this.forget()
    await this.keep()
    return this.#kept?.clear() ?? false
  }

  override close(): void {
    super.close()
    this.#kept?.close()
  }

  /** Fetches what keeps the record on the device. Without it the record stays in memory, and the next call tries again. */
  keep(): Promise<void> {
    this.#keeping ??= this.#handOver().catch((error: unknown) => {
      this.#keeping = undefined
      console.error(`The part of our scripts that saves progress could not be loaded: ${String(error)}`)
    })
    return this.#keeping
  }

  async #look(kept?: Promise<KeptNames>): Promise<void> {
    // A browser that forbids even the question gives its answer to the store, which has the words for it.
    const isAbsent = await isKnownAbsent(recordDatabase(this.#guide), kept).catch(() => false)
    if (!isAbsent) await this.keep()
    if (this.#kept) return
    this.become(isAbsent ? 'off' : 'blocked')
  }

  async #handOver(): Promise<void> {
    const {KeptRecord} = await import('./kept-record.js')
    const kept = new KeptRecord(this.#guide, this.edition)
    // A shared visit reads nothing from the device.
    if (this.visit === 'shared') kept.shareThisVisit()
    await kept.ready
    if (this.events.length) void kept.bring(this.events)
    if (this.visit === 'shared') kept.shareThisVisit()
    this.#kept = kept
    kept.subscribe(() => this.notify())
    this.notify()
  }
}
