/**
 * What Moodle does with a course of one page, told again from its SCORM module (4.2, and the same in 5.1): which attempt is
 * opened and in which mode, what its script takes, and what of that reaches its server. Nothing here knows a browser.
 */

/** When a visit begins a new attempt by itself: Moodle's "Force new attempt". */
export type ForceNewAttempt = 'no' | 'when ended' | 'always'

/** Statuses that end an attempt: from then on it is opened only for looking at it. */
const ENDS = ['passed', 'completed', 'failed']
const STATUSES = [...ENDS, 'incomplete', 'browsed']
const TYPES = ['true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric']

/** Any one sign stands for the point: theirs is not escaped, so `1,5` is a number to Moodle. */
const DECIMAL = /^-?\d{0,3}(?:.\d*)?$/
const TEXT = (most: number) => (value: string) => value.length <= most
const ONE_OF = (...words: string[]) => (value: string) => words.includes(value)
const LIKE = (pattern: RegExp) => (value: string) => pattern.test(value)
const TIMESPAN = LIKE(/^\d{2,4}:\d{2}:\d{2}(?:.\d{1,2})?$/)

interface Element {
  /** Missing for what only Moodle sets. */
  takes?: (value: string) => boolean
  /** A number between these, both included. */
  range?: [number, number]
  isHidden?: true
}

const CORE: Record<string, Element> = {
  'cmi.core.lesson_status': {takes: ONE_OF(...STATUSES)},
  'cmi.core.lesson_location': {takes: TEXT(255)},
  'cmi.core.lesson_mode': {},
  'cmi.core.entry': {},
  'cmi.core.credit': {},
  'cmi.core.total_time': {},
  'cmi.core.exit': {takes: ONE_OF('time-out', 'suspend', 'logout', ''), isHidden: true},
  'cmi.core.session_time': {takes: TIMESPAN, isHidden: true},
  'cmi.core.score.raw': {takes: LIKE(DECIMAL), range: [0, 100]},
  'cmi.core.score.min': {takes: LIKE(DECIMAL), range: [0, 100]},
  'cmi.core.score.max': {takes: LIKE(DECIMAL), range: [0, 100]},
  'cmi.suspend_data': {takes: TEXT(4096)},
  'cmi.interactions._count': {},
}

const INTERACTION: Record<string, Element> = {
  id: {takes: LIKE(/^[!-~]{0,255}$/), isHidden: true},
  time: {takes: LIKE(/^[0-2]\d:[0-5]\d:[0-5]\d(?:.\d{1,2})?$/), isHidden: true},
  type: {takes: ONE_OF(...TYPES), isHidden: true},
  weighting: {takes: LIKE(DECIMAL), range: [-100, 100], isHidden: true},
  student_response: {takes: TEXT(255), isHidden: true},
  result: {takes: LIKE(/^(?:correct|wrong|unanticipated|neutral|\d{0,3}(?:.\d*)?)$/), isHidden: true},
  latency: {takes: TIMESPAN, isHidden: true},
}

/** What Moodle has of one attempt: values by element. */
export type Tracks = ReadonlyMap<string, string>

/** One learner and one course in Moodle. */
export class MoodleCourse {
  /** Oldest first. */
  readonly attempts: Map<string, string>[] = []
  /** The server does not take what is sent to it. */
  isDown = false
  readonly #force: ForceNewAttempt
  readonly #most: number

  /** @param most - how many attempts a learner may have; 0 for any number */
  constructor(force: ForceNewAttempt = 'no', most = 0) {
    this.#force = force
    this.#most = most
  }

  /** The attempt that was opened last. */
  get tracks(): Tracks { return this.attempts.at(-1) ?? new Map() }

  /** Opens the course. @param asksForNew - the learner ticked "Start a new attempt", which is offered for one that ended */
  open(asksForNew = false): MoodleApi {
    const mode = this.#isNew(asksForNew) ? 'normal' : hasEnded(this.tracks) ? 'review' : 'normal'
    if (this.#isNew(asksForNew)) this.attempts.push(new Map())
    const kept = this.attempts.at(-1)!
    return new MoodleApi(kept, mode, sent => {
      if (this.isDown) return false
      for (const [element, value] of sent) kept.set(element, value)
      return true
    })
  }

  #isNew(asksForNew: boolean): boolean {
    if (!this.attempts.length || this.#force === 'always') return true
    const mayBegin = this.#most === 0 || this.attempts.length < this.#most
    return hasEnded(this.tracks) && mayBegin && (asksForNew || this.#force === 'when ended')
  }
}

function hasEnded(tracks: Tracks): boolean {
  return ENDS.includes(tracks.get('cmi.core.lesson_status') ?? '')
}

/** The `API` that Moodle's player gives to the course that it opens. */
export class MoodleApi {
  #values = new Map<string, string>()
  /** What was sent, or was there at the beginning: only what differs from this is sent. */
  readonly #known: Map<string, string>
  readonly #about: readonly [element: string, value: string][]
  readonly #send: (changed: ReadonlyMap<string, string>) => boolean
  readonly #keptCount: number
  #count = 0
  #hasInteractions = false
  #hasSentInteractions = false
  #isOpen = false
  #error = '0'

  constructor(kept: Tracks, mode: 'normal' | 'review', send: (changed: ReadonlyMap<string, string>) => boolean) {
    const status = kept.get('cmi.core.lesson_status') ?? ''
    this.#known = new Map(kept)
    this.#about = [
      ['cmi.core.lesson_mode', mode], ['cmi.core.credit', mode === 'normal' ? 'credit' : 'no-credit'],
      ['cmi.core.entry', status === '' ? 'ab-initio' : kept.get('cmi.core.exit') === 'suspend' ? 'resume' : ''],
      ['cmi.core.total_time', kept.get('cmi.core.total_time') ?? '00:00:00'], ['cmi.core.session_time', '00:00:00'],
    ]
    this.#keptCount = new Set([...kept.keys()].flatMap(element => interactionOf(element)?.place ?? [])).size
    this.#send = send
  }

  LMSInitialize(nothing: string): string {
    // Their script cannot begin twice once it has sent interactions: it stumbles over what it noted of them.
    if (this.#hasSentInteractions) throw new TypeError('Cannot read properties of undefined (reading \'objectives\')')
    // Also when it then refuses to begin: what was set and not committed is gone.
    this.#values = new Map([...this.#known, ...this.#about])
    if (!this.#values.get('cmi.core.lesson_status')) this.#values.set('cmi.core.lesson_status', 'not attempted')
    this.#count = this.#keptCount
    this.#hasInteractions = this.#count > 0
    if (nothing !== '' || this.#isOpen) return this.#failed(nothing === '' ? '101' : '201')
    this.#isOpen = true
    return this.#worked()
  }

  LMSGetValue(element: string): string {
    if (!this.#isOpen) return this.#failed('301', '')
    const known = modelOf(element)
    if (!known) return this.#failed('201', '')
    if (known.isHidden) return this.#failed('404', '')
    this.#error = '0'
    return element === 'cmi.interactions._count' ? String(this.#count) : this.#values.get(element) ?? ''
  }

  LMSSetValue(element: string, value: string): string {
    if (!this.#isOpen) return this.#failed('301')
    const known = modelOf(element)
    if (!known) return this.#failed('201')
    if (!known.takes) return this.#failed(element.endsWith('._count') ? '402' : '403')
    if (!known.takes(value)) return this.#failed('405')
    const {place = -1} = interactionOf(element) ?? {}
    this.#hasInteractions ||= place >= 0
    if (place === this.#count) this.#count += 1
    if (place > this.#count) return this.#failed('201')
    const {range} = known
    if (range && !(Number(value) >= range[0] && Number(value) <= range[1])) return this.#failed('405')
    this.#values.set(element, range ? String(Number(value)) : value)
    return this.#worked()
  }

  LMSCommit(nothing: string): string {
    if (nothing !== '') return this.#failed('201')
    if (!this.#isOpen) return this.#failed('301')
    return this.#sendChanges() ? this.#worked() : this.#failed('101')
  }

  LMSFinish(nothing: string): string {
    if (nothing !== '') return this.#failed('201')
    if (!this.#isOpen) return this.#failed('301')
    this.#isOpen = false
    const values = this.#values
    // A course that never gave a status is taken for completed.
    if (values.get('cmi.core.lesson_status') === 'not attempted') values.set('cmi.core.lesson_status', 'completed')
    const times = ['total_time', 'session_time'].map(name => hundredths(values.get(`cmi.core.${name}`)!))
    values.set('cmi.core.total_time', asTime(times[0]! + times[1]!))
    return this.#sendChanges() ? this.#worked() : this.#failed('101')
  }

  LMSGetLastError(): string { return this.#error }

  /** What does not arrive counts as sent, so that it is not sent again until it changes. */
  #sendChanges(): boolean {
    const isOwn = (element: string) => element !== 'cmi.core.session_time' && modelOf(element)?.takes
    const before = (element: string) => this.#known.get(element) ?? (interactionOf(element) ? undefined : '')
    const isNew = ([element, value]: [string, string]) => isOwn(element) && before(element) !== value
    const changed = new Map([...this.#values].filter(isNew))
    if (!this.#isOpen) changed.set('cmi.core.total_time', this.#values.get('cmi.core.total_time')!)
    this.#hasSentInteractions ||= this.#hasInteractions
    for (const [element, value] of changed) this.#known.set(element, value)
    return this.#send(changed)
  }

  #worked(): string {
    this.#error = '0'
    return 'true'
  }

  #failed(error: string, answer = 'false'): string {
    this.#error = error
    return answer
  }
}

function interactionOf(element: string): {place: number; field: string} | undefined {
  const [, place, field] = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(element) ?? []
  return field === undefined ? undefined : {place: Number(place), field}
}

function modelOf(element: string): Element | undefined {
  const interaction = interactionOf(element)
  return interaction ? INTERACTION[interaction.field] : CORE[element]
}

/** Their digits after the point are hundredths, also when there is only one. */
function hundredths(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0, cents = 0] = time.split(/[:.]/).map(Number)
  return (hours * 3600 + minutes * 60 + seconds) * 100 + cents
}

function asTime(hundredths: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${[360_000, 6000, 100].map((unit, at) => two(hundredths / unit % (at ? 60 : Infinity))).join(':')}.${two(hundredths % 100)}`
}
