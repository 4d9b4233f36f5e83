/** SCORM 1.2's run-time service, as a learning system gives it to the pages that it opens. All values are text. */
export interface ScormApi {
  LMSInitialize(nothing: ''): unknown
  LMSGetValue(element: string): unknown
  LMSSetValue(element: string, value: string): unknown
  LMSCommit(nothing: ''): unknown
  LMSFinish(nothing: ''): unknown
  LMSGetLastError(): unknown
}

/** How many frames are looked through: nobody nests so many, and the search must end. */
const MAX_CLIMB = 50

/**
 * Finds the learning system's service: on this window or one around it, or on the window that opened one of these, or on one
 * around that.
 *
 * @returns undefined when the page was not opened from a learning system
 */
export function findApi(start: Window): ScormApi | undefined {
  const around = chainFrom(start)
  return firstApi(around) ?? firstApi(around.flatMap(each => openerOf(each) ?? []).flatMap(chainFrom))
}

function firstApi(views: readonly Window[]): ScormApi | undefined {
  for (const view of views.slice(0, MAX_CLIMB)) {
    const api = apiOn(view)
    if (api) return api
  }
  return undefined
}

/** A window and those around it, nearest first. */
function chainFrom(start: Window): Window[] {
  const chain = [start]
  for (let at = start; at.parent && at.parent !== at && chain.length < MAX_CLIMB; at = at.parent) chain.push(at.parent)
  return chain
}

function openerOf(view: Window): Window | undefined {
  return (view.opener as Window | null) ?? undefined
}

/** The service on a window. A window of another site may be around the learning system's frames; the browser denies access. */
function apiOn(view: Window): ScormApi | undefined {
  try {
    const {API} = view as {API?: Partial<ScormApi>}
    return typeof API?.LMSInitialize === 'function' ? API as ScormApi : undefined
  } catch {
    return undefined
  }
}

/** What `LMSGetLastError` says when '' is a true answer: there was no error, or this system lacks the element. */
const EMPTY_IS_FINE = ['0', '', 'undefined', '401']

/** The service made safe: the system's own functions may answer anything or throw; these say what worked, and never throw. */
export class ScormConnection {
  readonly #api: ScormApi

  constructor(api: ScormApi) {
    this.#api = api
  }

  initialize(): boolean { return this.#worked(api => api.LMSInitialize('')) }

  commit(): boolean { return this.#worked(api => api.LMSCommit('')) }

  finish(): boolean { return this.#worked(api => api.LMSFinish('')) }

  set(element: string, value: string): boolean {
    return this.#worked(api => api.LMSSetValue(element, value))
  }

  /** @returns '' when there is nothing; undefined when it could not be read, so that there may be something */
  get(element: string): string | undefined {
    try {
      const value = String(this.#api.LMSGetValue(element) ?? '')
      return value !== '' || EMPTY_IS_FINE.includes(String(this.#api.LMSGetLastError())) ? value : undefined
    } catch {
      return undefined
    }
  }

  /** Some systems answer `true`, though the standard says `"true"`. */
  #worked(call: (api: ScormApi) => unknown): boolean {
    try {
      return String(call(this.#api)) === 'true'
    } catch {
      return false
    }
  }
}
