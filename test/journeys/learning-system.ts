import {Scorm12API} from 'scorm-again'
import {Learner} from './learner.js'

type Field = 'lesson_status' | 'lesson_location' | 'lesson_mode' | 'entry' | 'exit' | 'session_time' | 'total_time'
type Core = Record<Field, string> & {score: Record<'raw' | 'min' | 'max', string>}

/** What a learning system keeps of one learner's visits to a course. */
export interface Kept { core: Core; suspend_data: string }

type Call = [name: string, ...values: string[]]

/** What goes wrong with a call: it answers this, or throws. */
export type Fault = {answers: string} | 'throws'

/**
 * A learning system, with a SCORM run-time that others wrote, around a course in a frame. It keeps what was committed
 * and nothing else, and refuses what is longer than SCORM allows, which that run-time does not.
 */
export class LearningSystem {
  kept: Partial<Kept> = {}
  /** Calls that the course made in this visit, in order. */
  calls: Call[] = []
  /** By the name of the call, or of the element that is set. */
  readonly faults = new Map<string, Fault>()
  #api!: Scorm12API

  /** Opens a package for the learner, as a first or as another visit. */
  async visit(name: string, core: Partial<Core> = {}): Promise<Learner> {
    this.begin(core)
    return Learner.at(`/packages/${name}/index.html`)
  }

  /** Gets ready for a visit: from now on this window has an `API`. */
  begin(core: Partial<Core> = {}): void {
    const api = new Scorm12API({autocommit: false, logLevel: 5, mastery_override: false})
    const entry = this.kept.core ? 'resume' : 'ab-initio'
    const {session_time: _, exit: __, ...earlier} = this.kept.core ?? {} as Core
    api.loadFromJSON({...this.kept, core: {...earlier, entry, ...core}}, 'cmi')
    this.#api = api
    this.calls = []
    Object.assign(window, {API: new Proxy(api, {get: (_, name) => this.#called(String(name))})})
  }

  /** How often a call was made, or an element set. */
  count(name: string): number {
    return this.calls.filter(call => call.includes(name)).length
  }

  #called(name: string): unknown {
    const method = this.#api[name as 'LMSSetValue'] as unknown
    if (!name.startsWith('LMS') || typeof method !== 'function') return undefined
    return (...values: string[]) => {
      this.calls.push([name, ...values])
      const fault = this.faults.get(name) ?? this.faults.get(values[0] ?? '')
      if (fault === 'throws') throw new Error('The connection to the learning system is lost')
      if (fault) return fault.answers
      if (values[0] === 'cmi.suspend_data' && (values[1]?.length ?? 0) > 4096) return 'false'
      const answer = (method as (...values: string[]) => string).apply(this.#api, values)
      if (answer === 'true' && (name === 'LMSCommit' || name === 'LMSFinish')) this.#keep()
      return answer
    }
  }

  #keep(): void {
    const {core, suspend_data} = (this.#api.renderCMIToJSONObject() as unknown as {cmi: Kept}).cmi
    this.kept = {core: {...core, total_time: this.#api.cmi.getCurrentTotalTime()}, suspend_data}
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
