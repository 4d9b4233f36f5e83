import type {LearnerEvent} from '../../model/record/record.js'
import type {RecordStore} from './record.js'

/**
 * The one question whether what the learner did is kept on this device, for as long as the page is open. It is put once, in one
 * place, whatever elements show the record. Nothing of it is kept: on the next page nobody knows that it was put on this one.
 */
export class Keeping {
  /** "Not now", or cleared: for this visit only, which is how it stays until the learner asks to save. */
  isForVisit = false
  /** The element that has just deleted the record, for whichever of those on the page is to have the focus. */
  news?: {readonly isConnected: boolean}
  /** Where the question was put. */
  #place?: object
  /** Where it is seen. */
  #seenIn?: object
  #ended?: RecordEnd
  /** The events that were in a file when the learner took them away. */
  #taken?: readonly LearnerEvent[]
  readonly #record: RecordStore

  constructor(record: RecordStore) {
    this.#record = record
  }

  /** Something would be lost that the learner has not said is for this visit only, nor taken away. */
  get wouldBeLost(): boolean {
    const record = this.#record
    const isLeft = this.isForVisit && record.saving === 'off'
    return record.visit === 'own' && hasWork(record.events) && !isLeft && !isKept(record) && record.events !== this.#taken
  }

  /** The first who could put the question here and now is the one who does. @returns true for that one, until it is answered */
  puts(place: object): boolean {
    const {visit, saving, events} = this.#record
    if (visit !== 'own' || saving !== 'off' || this.isForVisit || isKept(this.#record) || !isWorthKeeping(events)) return false
    this.#place ??= place
    return this.#place === place
  }

  /** The question is on screen now: nobody else offers to save. */
  get isSeen(): boolean { return this.#seenIn !== undefined }

  /** Whoever puts the question says whether it is on screen. */
  see(place: object, isSeen: boolean): void {
    if (isSeen === (this.#seenIn === place)) return
    this.#seenIn = isSeen ? place : undefined
    this.#record.notify()
  }

  /** What became of deleting the record, until there is something in it again. */
  get ended(): RecordEnd | undefined {
    if (this.#record.events.length) this.#ended = undefined
    return this.#ended
  }

  /** The learner had the record deleted, which is an answer to the question as well. */
  async end(by: {readonly isConnected: boolean}): Promise<void> {
    this.isForVisit = true
    this.#ended = await this.#record.clear() ? 'deleted' : 'notDeleted'
    this.news = by
    this.#record.notify()
  }

  /** The learner said that this is for the visit only. */
  leave(): void {
    this.isForVisit = true
    this.#record.notify()
  }

  /** The learner took all of it away as a file. */
  take(): void {
    this.#taken = this.#record.events
    this.#record.notify()
  }
}

/** How deleting a record ended: `notDeleted` when the browser did not confirm that nothing is left. */
export type RecordEnd = 'deleted' | 'notDeleted'

/** From so many pages on, somebody would like to find the place again. */
const PAGES_WORTH_KEEPING = 3

/** Is there something to ask about: work, or some pages that were read? */
function isWorthKeeping(events: readonly LearnerEvent[]): boolean {
  return hasWork(events) || events.filter(({type}) => type === 'read').length >= PAGES_WORTH_KEEPING
}

/** What anybody would miss: that a page was opened, or a form begun, is nothing yet. */
export function hasWork(events: readonly LearnerEvent[]): boolean {
  return events.some(({type}) => type !== 'read' && type !== 'began' && type !== 'started')
}

/** Will all of the record be there when the learner comes back? */
export function isKept({saving, copy}: Pick<RecordStore, 'saving' | 'copy'>): boolean {
  return saving === 'saved' || saving === 'elsewhere' || copy?.state === 'kept'
}

const keepings = new WeakMap<RecordStore, Keeping>()

export function keepingOf(record: RecordStore): Keeping {
  const keeping = keepings.get(record) ?? new Keeping(record)
  keepings.set(record, keeping)
  return keeping
}
