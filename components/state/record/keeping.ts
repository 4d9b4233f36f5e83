import type {LearnerEvent} from '../../model/record/record.js'
import type {RecordStore} from './record.js'

/**
 * The one question whether what the learner did is kept on this device, for as long as the page is open. It is put once, in one
 * place, whatever elements show the record. Nothing of it is kept: on the next page nobody knows that it was put on this one.
 */
export class Keeping {
  /** "Not now", or cleared: for this visit only, which is how it stays until the learner asks to save. */
  isForVisit = false
  /** Where the question was put. */
  #place?: object
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
    if (visit !== 'own' || saving !== 'off' || this.isForVisit || isKept(this.#record) || !hasWork(events)) return false
    this.#place ??= place
    return this.#place === place
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
