import type {Entry} from '../../model/log/entries.js'
import type {LearnerEvent} from '../../model/record/record.js'

/** An event as this device keeps it, with the mark of whose it is. */
type MarkedEvent = LearnerEvent & {actor?: unknown}

/**
 * Whose the events of a record are, where a page knows who is there. A mark is a hash of the person under a random key, and only
 * a page that knows the person can tell that it is theirs; '' stands for nobody that a page knew.
 *
 * Marks are beside the events and never in them, so that whatever takes a record away (a file, a copy, a statement, an event of
 * the page, a course's data) cannot take a mark along. They are on this device alone, in the rows of the events, and go with
 * them. What sets them is in `state/xapi/own-record.ts`, since most pages never know who is there.
 */
export class Marks {
  /** Added to the guide's id, for the names of what is kept: '', or `/` and a mark for one person's own record. */
  suffix = ''
  /** Of what is done here now; undefined before anybody was known. */
  here: string | undefined
  /** By the id of an event. What is in the record and not here was made or brought on this page, by who is there now. */
  readonly byId = new Map<string, string>()
  /** The marks in the rows on the device. */
  readonly rows = new Map<string, string>()

  of({id}: Pick<Entry, 'id'>): string {
    return this.byId.get(id) ?? this.here ?? ''
  }

  /** What the device keeps. */
  rowOf = (event: LearnerEvent): LearnerEvent => {
    const actor = this.of(event)
    this.rows.set(event.id, actor)
    const row: MarkedEvent = {...event, actor}
    return actor ? row : event
  }

  /** What the record has of a row. */
  eventOf = (row: LearnerEvent): LearnerEvent => {
    const {actor, ...event} = row as MarkedEvent
    const {id} = event
    const mark = typeof actor === 'string' ? actor : ''
    // A row that this page wrote, and reads again after it lost the database, says nothing new.
    if (this.byId.has(id) || !this.rows.has(id)) this.byId.set(id, this.byId.get(id) || mark)
    this.rows.set(id, mark)
    return event
  }
}

const marks = new WeakMap<object, Marks>()

/** The marks of a record: one object for as long as the record lives. */
export function marksOf(record: object): Marks {
  const known = marks.get(record) ?? new Marks()
  marks.set(record, known)
  return known
}
