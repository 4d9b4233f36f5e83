import {compactRecord, readCompactRecord} from '../../model/record/compact/record.js'
import {courseResult, type CourseStatus} from '../../model/record/course-result.js'
import type {Module} from '../../model/guide/module.js'
import {progressIndex} from '../../model/record/progress.js'
import type {Clock} from '../../state/visit/clock.js'
import type {RecordStore} from '../../state/record/record.js'
import type {ScormConnection} from './scorm-api.js'

/**
 * How a session with a learning system stands. The page tells the learner.
 *
 * - `kept`: the system has everything that is on the page.
 * - `failing`: the system did not take the last changes. They are on the page, and are sent again with the next change.
 * - `refused`: the system did not begin the session, or did not give what it had kept. Nothing was written over that.
 * - `looking`: the system opened the course only for looking at it, and takes no answers.
 * - `newer`: the system has progress from a newer version of this program. That stays as it is; only the result is sent.
 */
export type SessionState = 'kept' | 'failing' | 'refused' | 'looking' | 'newer'

/** What the learning system had when the session began. */
interface Resumed { data: string; place: string; status: string; score: number }

/** The values that a learner would miss. A system that refuses any others is of use all the same. */
const NEEDED = ['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.score.raw']
/** How many characters SCORM 1.2 has for a place. */
const MAX_PLACE = 255

type ScormValue = [element: string, value: string]

/**
 * One learner's visit, as SCORM 1.2 sees it. The record is sent after every change; what an earlier visit sent is put into the
 * record. A status that was reached stays, and so does the best score.
 */
export class ScormSession {
  readonly #connection: ScormConnection
  readonly #clock: Clock
  readonly #placeNow: () => string
  #isOpen = false
  #openedAt = 0
  #isLooking = false
  #found: Resumed | undefined
  #course: {modules: readonly Module[]; record: RecordStore} | undefined
  #isRestored = false
  #hasNewer = false
  /** The values that the learning system has accepted in this session. */
  readonly #sent = new Map<string, string>()
  #isTaken = false
  #isBusy = false
  #hasLeft = false

  /** @param placeNow - where in the course the learner is, for the next visit */
  constructor(connection: ScormConnection, clock: Clock, placeNow: () => string) {
    this.#connection = connection
    this.#clock = clock
    this.#placeNow = placeNow
  }

  get state(): SessionState {
    if (!this.#isOpen || !this.#found) return 'refused'
    if (this.#isLooking) return 'looking'
    if (!this.#isTaken) return 'failing'
    return this.#hasNewer ? 'newer' : 'kept'
  }

  /** Where the learner stopped in the visit before; '' in a first one. */
  get place(): string { return this.#found?.place ?? '' }

  /** Begins the session, also after `close`. What fails is tried again by `send`. */
  open(): void {
    this.#hasLeft = false
    this.#connect()
  }

  /** Puts what the system had kept into the record, and sends the record from now on. */
  follow(modules: readonly Module[], record: RecordStore): void {
    this.#course = {modules, record}
    this.send()
  }

  /** Sends what has changed since the last time. */
  send(): void {
    // To put back what the system had kept changes the record, which calls this again: hence `#isBusy`.
    if (this.#isBusy || this.#hasLeft) return
    this.#isBusy = true
    this.#connect()
    this.#restore()
    if (this.#course && this.#isWriting) this.#sendChanges()
    this.#isBusy = false
  }

  /** Sends everything, the time as well: the learner may not come back. */
  pause(): void {
    this.send()
    if (!this.#isWriting) return
    this.#connection.set('cmi.core.session_time', this.#time)
    this.#connection.commit()
  }

  /** Sends everything and ends the session: the learner leaves. */
  close(): void {
    this.pause()
    this.#hasLeft = true
    if (!this.#isOpen) return
    this.#connection.finish()
    this.#isOpen = false
    this.#found = undefined
  }

  #connect(): void {
    if (!this.#isOpen) {
      this.#isOpen = this.#connection.initialize()
      this.#openedAt = this.#clock.now()
      this.#sent.clear()
    }
    if (!this.#isOpen || this.#found) return
    this.#isLooking = ['review', 'browse'].includes(this.#connection.get('cmi.core.lesson_mode') ?? '')
    this.#found = this.#look()
    if (this.#found && !this.#isLooking) this.#begin(this.#found.status)
  }

  get #isWriting(): boolean {
    return this.#isOpen && this.#found !== undefined && !this.#isLooking
  }

  get #time(): string {
    return scormTime(this.#clock.now() - this.#openedAt)
  }

  #look(): Resumed | undefined {
    const get = (element: string) => this.#connection.get(element)
    const data = get('cmi.suspend_data')
    const status = get('cmi.core.lesson_status')
    if (data === undefined || status === undefined) return undefined
    const score = Number.parseFloat(get('cmi.core.score.raw') ?? '')
    return {data, status, place: get('cmi.core.lesson_location') ?? '', score: Number.isNaN(score) ? -1 : score}
  }

  /** Gives a status at once, because systems take a course that never gave one for completed. */
  #begin(status: string): void {
    const isBegun = rankOf(status) >= rankOf('incomplete')
    this.#isTaken = isBegun
      || (this.#connection.set('cmi.core.lesson_status', 'incomplete') && this.#connection.commit())
  }

  #restore(): void {
    if (this.#isRestored || !this.#found || !this.#course) return
    const {modules, record} = this.#course
    const events = readCompactRecord(this.#found.data, modules)
    this.#isRestored = true
    this.#hasNewer = events === 'newer'
    if (Array.isArray(events)) void record.bring(events)
  }

  #sendChanges(): void {
    const changed = this.#values().filter(([element, value]) => this.#sent.get(element) !== value)
    if (!changed.length) return
    const isSet = [...changed, ['cmi.core.session_time', this.#time] as ScormValue]
      .map(([element, value]) => this.#connection.set(element, value) || !NEEDED.includes(element))
    this.#isTaken = this.#connection.commit() && isSet.every(Boolean)
    if (this.#isTaken) for (const [element, value] of changed) this.#sent.set(element, value)
  }

  #values(): ScormValue[] {
    const {modules, record: {events}} = this.#course!
    const found = this.#found!
    const {status, score = -1} = courseResult(modules, progressIndex(events))
    const best = Math.max(score, found.score)
    const values: ScormValue[] = [
      ['cmi.core.lesson_status', furthest(found.status, status)],
      // Without this, systems forget what they keep for us, even for a course that is done.
      ['cmi.core.exit', 'suspend'],
    ]
    if (!this.#hasNewer) values.push(['cmi.suspend_data', compactRecord(events, modules)])
    if (best >= 0) {
      values.push(['cmi.core.score.min', '0'], ['cmi.core.score.max', '100'], ['cmi.core.score.raw', String(best)])
    }
    const place = this.#placeNow()
    if (place.length <= MAX_PLACE) values.push(['cmi.core.lesson_location', place])
    return values
  }
}

const RANKS = ['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed']

function rankOf(status: string): number {
  return RANKS.indexOf(status)
}

/** The higher of two statuses; but `passed` and `completed` stay, whatever comes after. */
function furthest(before: string, now: CourseStatus): string {
  return rankOf(before) >= rankOf('completed') || rankOf(before) > rankOf(now) ? before : now
}

/** `HHHH:MM:SS.SS`. @param ms - below 0 when somebody put the clock back */
export function scormTime(ms: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(ms / 10)), 10_000 * 360_000 - 1)
  const padded = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0')
  const seconds = Math.floor(hundredths / 100)
  const clock = [padded(seconds / 3600, 4), padded(seconds / 60 % 60), padded(seconds % 60)].join(':')
  return `${clock}.${padded(hundredths % 100)}`
}
