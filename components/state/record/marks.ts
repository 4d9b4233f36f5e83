import type {Entry} from '../../model/log/entries.js'
import {plainEvent} from '../../model/record/plain-event.js'
import type {LearnerEvent} from '../../model/record/record.js'

/** An event as this device keeps it, with the mark of whose it is. */
type MarkedEvent = LearnerEvent & {actor?: unknown}

/**
 * Whose the events of a record are, where a page knows who is there. A mark is a hash of the person under a random key, and only
 * a page that knows the person can tell that it is theirs; '' stands for nobody that a page knew.
 *
 * Marks are beside the events and never in them, so that whatever takes a record away (a file, a copy, a statement, an event of
 * the page, a course's data) cannot take a mark along. They are on this device alone, in the rows of the events, and go with them.
 */
export class Marks {
  /** Added to the guide's id, for the names of what is kept: '', or `/` and a mark for one person's own record. */
  suffix = ''
  /** By the id of an event. What is in the record and not here was made or brought on this page, by who is there now. */
  readonly #marks = new Map<string, string>()
  /** The marks in the rows on the device. */
  readonly #rows = new Map<string, string>()
  #here: string | undefined

  /** Names what a guide's record is kept in, and the notes beside it. @param guide - id of the guide */
  nameOf(guide: string): string {
    return guide + this.suffix
  }

  of({id}: Pick<Entry, 'id'>): string {
    return this.#marks.get(id) ?? this.#here ?? ''
  }

  /** Was this here before the page knew the person who is there now? */
  isFromBefore({id}: Pick<Entry, 'id'>): boolean {
    return this.#marks.has(id)
  }

  /**
   * Whoever is there has this mark from now on; '' when they left. What was made on the page before anybody was known is theirs:
   * a page is one person's from beginning to end.
   *
   * @param events - all that the record has
   */
  become(mark: string, events: readonly Entry[]): void {
    const before = mark ? this.#here : this.#here ?? ''
    if (before !== undefined) for (const {id} of events) if (!this.#marks.has(id)) this.#marks.set(id, before)
    this.#here = mark
  }

  claim(events: readonly Entry[], mark: string): void {
    for (const {id} of events) this.#marks.set(id, mark)
  }

  /** The record becomes another one. @param events - those that it begins with @param mark - of all of them */
  move(suffix: string, events: readonly Entry[], mark: string): void {
    this.suffix = suffix
    this.#marks.clear()
    this.#rows.clear()
    this.claim(events, mark)
  }

  /** Those that have a row on the device. */
  kept<E extends Entry>(events: readonly E[]): E[] {
    return events.filter(({id}) => this.#rows.has(id))
  }

  /** Those whose rows have another mark. */
  outdated<E extends Entry>(events: readonly E[]): E[] {
    return this.kept(events).filter(event => this.#rows.get(event.id) !== this.of(event))
  }

  /** What the device keeps. */
  rowOf = (event: LearnerEvent): LearnerEvent => {
    const mark = this.of(event)
    this.#rows.set(event.id, mark)
    const row: MarkedEvent = {...plainEvent(event), ...(mark && {actor: mark})}
    return row
  }

  /** What the record has of a row. */
  eventOf = (row: LearnerEvent): LearnerEvent => {
    const event = plainEvent(row)
    const mark = markIn(row)
    // A row that this page wrote, and reads again after it lost the database, says nothing new.
    const isMadeHere = this.#rows.has(event.id) && !this.#marks.has(event.id)
    if (!isMadeHere && !this.#marks.get(event.id)) this.#marks.set(event.id, mark)
    this.#rows.set(event.id, mark)
    return event
  }
}

/** The mark in a row; '' when it has none. */
export function markIn({actor}: MarkedEvent): string {
  return typeof actor === 'string' ? actor : ''
}

const marks = new WeakMap<object, Marks>()

/** The marks of a record: one object for as long as the record lives. */
export function marksOf(record: object): Marks {
  const known = marks.get(record) ?? new Marks()
  marks.set(record, known)
  return known
}
