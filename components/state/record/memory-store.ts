import {mergeEvents} from '../../model/record/record.js'
import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {newId} from '../log/ids.js'
import type {RecordCopy, RecordStore, SavingState, Visit} from './record-store.js'

/** What a store takes from its surroundings, so that a test can say what time it is. */
export interface StoreSurroundings {
  /** Milliseconds since 1970; default `Date.now`. */
  now?: () => number
  /** A new UUID at each call; default `newId`. */
  newId?: () => string
}

/** Where every record begins: one list, so that a record which changes its store is not taken for a cleared one. */
const NOTHING_YET: readonly LearnerEvent[] = []

/** A record that lives as long as the page. It cannot save; `DeviceStore` can. */
export class MemoryStore implements RecordStore {
  edition: string
  readonly ready: Promise<void> = Promise.resolve()
  #events: readonly LearnerEvent[] = NOTHING_YET
  #saving: SavingState = 'off'
  #visit: Visit = 'own'
  #copy: RecordCopy | undefined
  #lastAt = 0
  readonly #subscribers = new Set<() => void>()
  readonly #now: () => number
  readonly #newId: () => string

  constructor(edition: string, surroundings: StoreSurroundings = {}) {
    this.edition = edition
    this.#now = surroundings.now ?? Date.now
    this.#newId = surroundings.newId ?? newId
  }

  get events(): readonly LearnerEvent[] { return this.#events }
  get saving(): SavingState { return this.#saving }
  get visit(): Visit { return this.#visit }
  get unreadable(): number { return 0 }
  get copy(): RecordCopy | undefined { return this.#copy }

  set copy(copy: RecordCopy | undefined) {
    this.#copy = copy
    this.notify()
  }

  async append(newEvents: readonly NewEvent[]): Promise<SavingState> {
    this.add(newEvents)
    return this.saving
  }

  async bring(events: readonly LearnerEvent[]): Promise<SavingState> {
    this.merge(events)
    return this.saving
  }

  shareThisVisit(): void {
    this.share(this.events)
  }

  endVisit(): void {
    this.forget()
  }

  async save(): Promise<SavingState> { return this.saving }

  async clear(): Promise<boolean> {
    this.forget()
    return true
  }

  subscribe(changed: () => void): () => void {
    // Wrapped, so that one function subscribed twice is called twice and can be stopped once.
    const subscriber = () => changed()
    this.#subscribers.add(subscriber)
    return () => { this.#subscribers.delete(subscriber) }
  }

  close(): void {
    this.#subscribers.clear()
  }

  /** Completes new events and adds them; `saving` is the state that they bring about. */
  protected add(newEvents: readonly NewEvent[], saving: SavingState = this.#saving): void {
    const added = newEvents.map((event): LearnerEvent =>
      ({...event, id: this.#newId(), at: this.#time(), edition: this.edition}))
    this.#change(mergeEvents(this.#events, added), saving)
  }

  /** Takes in events from elsewhere; `saving` is the state that they bring about. */
  protected merge(events: readonly LearnerEvent[], saving: SavingState = this.#saving): void {
    this.#change(mergeEvents(this.#events, events), saving)
  }

  /** Makes this a shared visit, with these events of it so far. */
  protected share(events: readonly LearnerEvent[]): void {
    if (this.#visit === 'shared') return
    this.#visit = 'shared'
    // Another empty list would say that the record was cleared.
    if (events.length !== this.#events.length) this.#events = events
    this.#saving = 'off'
    this.notify()
  }

  /** Said even when there was nothing: what is typed and not yet recorded has to go as well. */
  protected forget(): void {
    this.#events = []
    this.#saving = 'off'
    this.notify()
  }

  protected become(saving: SavingState): void {
    this.#change(this.#events, saving)
  }

  /** Both at once, so that nobody hears "saved" of events that are not. Events only ever come, or all go. */
  #change(events: readonly LearnerEvent[], saving: SavingState): void {
    const hasNewEvents = events.length !== this.#events.length
    if (!hasNewEvents && saving === this.#saving) return
    if (hasNewEvents) this.#events = events
    this.#saving = saving
    this.notify()
  }

  /** Never the same twice: two events of one millisecond would else be put in order by their random ids. */
  #time(): string {
    this.#lastAt = Math.max(this.#now(), this.#lastAt + 1)
    return new Date(this.#lastAt).toISOString()
  }

  protected notify(): void {
    for (const changed of [...this.#subscribers]) {
      try {
        changed()
      } catch (error) {
        // One broken subscriber must not keep an answer from being saved. Reported as any uncaught error is.
        reportError(error)
      }
    }
  }
}
