import {Scorm12API} from 'scorm-again'
import {Learner} from './learner.js'
import {MoodleCourse, type ForceNewAttempt} from './moodle-rules.js'

type Field = 'lesson_status' | 'lesson_location' | 'lesson_mode' | 'entry' | 'exit' | 'session_time' | 'total_time'
type Core = Record<Field, string> & {score: Record<'raw' | 'min' | 'max', string>}

/** What a learning system keeps of one learner's visits to a course. */
export interface Kept { core: Core; suspend_data: string; interactions?: Record<string, string>[] }

type Call = [name: string, ...values: string[]]
type Api = Record<string, (...values: string[]) => string>

/** What goes wrong with a call: it answers this, or throws. */
export type Fault = {answers: string} | 'throws'

/** The window around a course in a frame, where a learning system puts its `API`. */
export abstract class CourseWindow {
  /** Calls that the course made in this visit, in order. */
  calls: Call[] = []
  /** By the name of the call, or of the element that is set. */
  readonly faults = new Map<string, Fault>()

  /** How often a call was made, or an element set. */
  count(name: string): number {
    return this.calls.filter(call => call.includes(name)).length
  }

  /** From now on this window has an `API`. @param answer - what it answers where nothing goes wrong */
  protected serve(answer: (name: string, values: string[]) => string): void {
    this.calls = []
    Object.assign(window, {API: new Proxy({}, {get: (_, name) => this.#called(String(name), answer)})})
  }

  #called(name: string, answer: (name: string, values: string[]) => string): unknown {
    if (!name.startsWith('LMS')) return undefined
    return (...values: string[]) => {
      this.calls.push([name, ...values])
      const fault = this.faults.get(name) ?? this.faults.get(values[0] ?? '')
      if (fault === 'throws') throw new Error('The connection to the learning system is lost')
      return fault ? fault.answers : answer(name, values)
    }
  }
}

/**
 * A learning system, with a SCORM run-time that others wrote. It keeps what was committed and nothing else, and refuses what
 * is longer than SCORM allows, which that run-time does not.
 */
export class LearningSystem extends CourseWindow {
  kept: Partial<Kept> = {}
  #api!: Scorm12API

  /** Opens a package for the learner, as a first or as another visit. */
  async visit(name: string, core: Partial<Core> = {}): Promise<Learner> {
    this.begin(core)
    return Learner.at(`/packages/${name}/index.html`)
  }

  /** Gets ready for a visit. */
  begin(core: Partial<Core> = {}): void {
    const api = new Scorm12API({autocommit: false, logLevel: 5, mastery_override: false})
    const entry = this.kept.core ? 'resume' : 'ab-initio'
    const {session_time: _, exit: __, ...earlier} = this.kept.core ?? {} as Core
    api.loadFromJSON({...this.kept, core: {...earlier, entry, ...core}}, 'cmi')
    this.#api = api
    // A page that the browser brings back still has the object that it found first.
    this.serve((name, values) => {
      if (values[0] === 'cmi.suspend_data' && (values[1]?.length ?? 0) > 4096) return 'false'
      const answer = (this.#api as unknown as Api)[name]!.apply(this.#api, values)
      if (answer === 'true' && (name === 'LMSCommit' || name === 'LMSFinish')) this.#keep()
      return answer
    })
  }

  #keep(): void {
    const {core, suspend_data, interactions = {}} = (this.#api.renderCMIToJSONObject() as unknown as {cmi: Kept}).cmi
    const total_time = this.#api.cmi.getCurrentTotalTime()
    this.kept = {core: {...core, total_time}, suspend_data, interactions: Object.values(interactions)}
  }
}

/** Moodle, as `moodle-rules.ts` tells what it does. */
export class Moodle extends CourseWindow {
  readonly course: MoodleCourse

  constructor(force?: ForceNewAttempt, most?: number) {
    super()
    this.course = new MoodleCourse(force, most)
  }

  /** What it has of the attempt that was opened last, by element. */
  get kept(): Record<string, string> { return Object.fromEntries(this.course.tracks) }

  /** Opens a package for the learner. @param asksForNew - with "Start a new attempt" ticked */
  async visit(name: string, asksForNew = false): Promise<Learner> {
    const api = this.course.open(asksForNew)
    this.serve((name, values) => (api as unknown as Api)[name]!.apply(api, values))
    return Learner.at(`/packages/${name}/index.html`)
  }
}

/** The learner closes the window, or goes somewhere else in it. */
export async function leave({frame}: Learner, by: 'closing' | 'going away' = 'closing'): Promise<void> {
  if (by === 'closing') return frame.remove()
  const gone = new Promise(resolve => frame.addEventListener('load', resolve, {once: true}))
  frame.src = 'about:blank'
  await gone
}

afterEach(() => { delete (window as {API?: unknown}).API })
