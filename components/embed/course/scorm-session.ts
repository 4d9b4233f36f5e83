import {compactRecord, readCompactRecord} from '../../model/record/compact/record.js'
import {courseResult, type CourseStatus, type NotPassed} from '../../model/record/course-result.js'
import type {Module} from '../../model/guide/module.js'
import {progressIndex} from '../../model/record/progress.js'
import type {Clock} from '../../state/visit/clock.js'
import type {RecordStore} from '../../state/record/record.js'
import type {ScormConnection} from './scorm-api.js'
import {REFUSED_MARK, ScormInteractions} from './scorm-interactions.js'
import {scormTime} from './scorm-time.js'

export {scormTime}

/**
 * How a session with a learning system stands. The page tells the learner.
 *
 * - `kept`: the system has everything that is on the page.
 * - `failing`: the system did not take the last changes. They are on the page, and are sent again with the next change.
 * - `refused`: the system did not begin the session, or did not give what it had kept. Nothing was written over that.
 * - `looking`: the system opened the course only for looking at it, and takes no answers.
 * - `ended`: the same, of a course that was not passed: only a new attempt can still pass it.
 * - `newer`: the system has progress from a newer version of this program. That stays as it is; only the result is sent.
 */
export type SessionState = 'kept' | 'failing' | 'refused' | 'looking' | 'ended' | 'newer'

/** What whoever made the package chose. */
export interface SessionOptions {
  /** Default `incomplete`. */
  notPassed?: NotPassed
  /** Tells the system each answer, for its reports. */
  interactions?: boolean
}

/** What the learning system had when the session began. */
interface Resumed { data: string; place: string; status: string; score: number }

/** The values that a learner would miss. A system that refuses any others is of use all the same. */
const NEEDED = ['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.score.raw']
/** The values that say how the learner did. */
const RESULT = /^cmi\.core\.(?:score|lesson_status)/
/** How many characters SCORM 1.2 has for a place. */
const MAX_PLACE = 255

type ScormValue = [element: string, value: string]

/**
 * One learner's visit, as SCORM 1.2 sees it. The record is sent after every change; what an earlier visit sent is put into the
 * record. `passed` and `completed` stay once they were reached, and so does the best score. Until then nothing is said that
 * ends the course: learners can go on, here and in later visits.
 */
export class ScormSession {
  readonly #connection: ScormConnection
  readonly #clock: Clock
  readonly #placeNow: () => string
  readonly #notPassed: NotPassed
  readonly #interactions: ScormInteractions | undefined
  #isOpen = false
  #openedAt = 0
  /** The system's word for why it opened the course: `normal`, `review` or `browse`. */
  #mode = ''
  #found: Resumed | undefined
  #course: {modules: readonly Module[]; record: RecordStore} | undefined
  #isRestored = false
  #hasNewer = false
  /** Where the learner was at the last look. */
  #place = ''
  /** The furthest status of this page and of what the system had. */
  #status = ''
  /** The values that the learning system has accepted in this session. */
  readonly #sent = new Map<string, string>()
  #isTaken = false
  /** The last commit did not work, so what the system has is not known. */
  #isInDoubt = false
  #isBusy = false
  #hasLeft = false

  /** @param placeNow - where in the course the learner is, for the next visit */
  constructor(
    connection: ScormConnection, clock: Clock, placeNow: () => string,
    {notPassed = 'incomplete', interactions = false}: SessionOptions = {},
  ) {
    this.#connection = connection
    this.#clock = clock
    this.#placeNow = placeNow
    this.#notPassed = notPassed
    this.#interactions = interactions ? new ScormInteractions() : undefined
  }

  get state(): SessionState {
    if (!this.#isOpen || !this.#found) return 'refused'
    if (this.#isLooking) return this.#mode === 'review' && this.#found.status === 'failed' ? 'ended' : 'looking'
    if (!this.#isTaken) return 'failing'
    return this.#hasNewer ? 'newer' : 'kept'
  }

  /** True when the system is told each answer, where its reports can show it. */
  get showsAnswers(): boolean {
    return this.#interactions !== undefined && !this.#interactions.isRefused
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
    this.#noteAnswers()
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
      this.#isInDoubt = false
    }
    if (!this.#isOpen || this.#found) return
    this.#mode = this.#connection.get('cmi.core.lesson_mode') ?? ''
    this.#found = this.#look()
    if (!this.#found) return
    if (!isDone(this.#status)) this.#status = this.#found.status
    if (this.#isLooking) return
    this.#begin(this.#found.status)
    this.#interactions?.begin(this.#connection, this.#clock.now())
  }

  get #isLooking(): boolean {
    return this.#mode === 'review' || this.#mode === 'browse'
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
    this.#isTaken = isBegun(status)
      || (this.#connection.set('cmi.core.lesson_status', 'incomplete') && this.#connection.commit())
  }

  #restore(): void {
    if (this.#isRestored || !this.#found || !this.#course) return
    const {modules, record} = this.#course
    const events = readCompactRecord(this.#found.data, modules)
    this.#isRestored = true
    this.#hasNewer = events === 'newer'
    if (!Array.isArray(events)) return
    this.#interactions?.resume(this.#found.data, events)
    void record.bring(events)
  }

  #noteAnswers(): void {
    if (!this.#course || !this.#interactions) return
    const place = this.#placeNow()
    if (place !== this.#place) this.#interactions.turnTo(this.#clock.now())
    this.#place = place
    this.#interactions.note(this.#course.modules, progressIndex(this.#course.record.events))
  }

  #sendChanges(): void {
    const changed = this.#values().filter(([element, value]) => this.#sent.get(element) !== value)
    if (!changed.length && !this.#interactions?.isWaiting) return
    if (this.#isInDoubt && !this.#undo(changed)) return
    const set = ([element, value]: ScormValue) => this.#connection.set(element, value) || !NEEDED.includes(element)
    // Some systems act as soon as they hear the status, with what they have by then: so it comes last.
    const result = changed.filter(([element]) => RESULT.test(element))
    const others = changed.filter(([element]) => !RESULT.test(element))
    const isKept = [...others, ['cmi.core.session_time', this.#time] as ScormValue].map(set).every(Boolean)
    // Where other things are not taken either, that says nothing of interactions.
    if (isKept) this.#interactions?.set(this.#connection)
    const isSet = result.map(set).every(Boolean) && isKept
    this.#isInDoubt = !this.#connection.commit()
    this.#isTaken = isSet && !this.#isInDoubt
    if (!this.#isTaken) return
    for (const [element, value] of changed) this.#sent.set(element, value)
    this.#interactions?.taken()
  }

  /**
   * After a commit that did not work, says again what the system had before it. Some take for kept what they failed to keep
   * (Moodle does) and pass on only what is different from that: what is said twice would be lost.
   *
   * @returns false when that does not work either
   */
  #undo(changed: readonly ScormValue[]): boolean {
    const {data, place, status, score} = this.#found!
    const before = new Map([
      ['cmi.suspend_data', data], ['cmi.core.lesson_location', place],
      ['cmi.core.lesson_status', isBegun(status) ? status : 'incomplete'],
      ...score < 0 ? [] : [['cmi.core.score.raw', String(score)] as ScormValue],
      ...this.#sent,
    ])
    for (const [element] of changed) this.#connection.set(element, before.get(element) ?? '')
    this.#isInDoubt = !this.#connection.commit()
    return !this.#isInDoubt
  }

  /** In the order in which they are set: the status is last. */
  #values(): ScormValue[] {
    const {modules, record: {events}} = this.#course!
    const {status, score = -1} = courseResult(modules, progressIndex(events), this.#notPassed)
    const best = Math.max(score, this.#found!.score)
    const values: ScormValue[] = []
    if (!this.#hasNewer) {
      const mark = this.#interactions?.isRefused ? REFUSED_MARK : ''
      values.push(['cmi.suspend_data', compactRecord(events, modules) + mark])
    }
    const place = this.#placeNow()
    if (place.length <= MAX_PLACE) values.push(['cmi.core.lesson_location', place])
    // Without this, systems forget what they keep for us, even for a course that is done.
    values.push(['cmi.core.exit', 'suspend'])
    if (best >= 0) {
      values.push(['cmi.core.score.min', '0'], ['cmi.core.score.max', '100'], ['cmi.core.score.raw', String(best)])
    }
    this.#status = furthest(this.#status, status, this.#notPassed)
    values.push(['cmi.core.lesson_status', this.#status])
    return values
  }
}

function isDone(status: string): boolean {
  return status === 'passed' || status === 'completed'
}

/** Has a system a status for the course, and not just the one that it gives to a course that nobody opened? */
function isBegun(status: string): boolean {
  return isDone(status) || status === 'incomplete' || status === 'failed'
}

/** `passed` and `completed` stay; and where `failed` is said, so does that, while it is not known that the course was passed. */
function furthest(before: string, now: CourseStatus, notPassed: NotPassed): string {
  return isDone(before) || (now === 'incomplete' && before === notPassed) ? before : now
}
