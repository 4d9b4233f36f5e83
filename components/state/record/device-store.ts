import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {DeviceKeeper} from '../device/device-keeper.js'
import {recordDatabase} from '../device/known-absent.js'
import {MemoryStore} from './memory-store.js'
import type {StoreSurroundings} from './memory-store.js'
import type {SavingState} from './record-store.js'
import {isLearnerEvent} from './stored-event.js'

export interface DeviceStoreSurroundings extends StoreSurroundings {
  /** How long the browser may take to open the database before we say that it does not answer; default 4,000. */
  answerWithinMs?: number
}

/** A record that starts in memory and, once the learner agrees, is kept on the device: see `DeviceKeeper`. */
export class DeviceStore extends MemoryStore {
  override readonly ready: Promise<void>
  readonly #keeper: DeviceKeeper<LearnerEvent>

  constructor(guideId: string, edition: string, surroundings: DeviceStoreSurroundings = {}) {
    super(edition, surroundings)
    this.#keeper = new DeviceKeeper(recordDatabase(guideId), {list: 'events', isEntry: isLearnerEvent}, {
      entries: () => this.events,
      series: () => '',
      saving: () => this.saving,
      visit: () => this.visit,
      become: saving => this.become(saving),
      merge: events => this.merge(events),
      share: events => this.share(events),
      forget: () => this.forget(),
      join: () => true,
    }, surroundings.answerWithinMs)
    this.ready = this.#keeper.ready
  }

  override get unreadable(): number { return this.#keeper.unreadable }

  override async append(newEvents: readonly NewEvent[]): Promise<SavingState> {
    this.add(newEvents, this.#savingSoon)
    await this.#keeper.written()
    return this.saving
  }

  override async bring(events: readonly LearnerEvent[]): Promise<SavingState> {
    this.merge(events, this.#savingSoon)
    await this.#keeper.written()
    return this.saving
  }

  override async save(): Promise<SavingState> {
    await this.#keeper.save()
    return this.saving
  }

  override shareThisVisit(): void {
    this.#keeper.shareThisVisit()
  }

  override clear(): Promise<boolean> {
    return this.#keeper.clear()
  }

  override close(): void {
    super.close()
    this.#keeper.close()
  }

  get #savingSoon(): SavingState {
    return this.#keeper.isOpen ? 'saving' : this.saving
  }
}
