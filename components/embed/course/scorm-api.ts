/** SCORM 1.2's run-time service, as a learning system gives it to the pages that it opens. All it takes is text. */
export interface ScormApi {
  LMSInitialize(nothing: ''): unknown
  LMSGetValue(element: string): unknown
  LMSSetValue(element: string, value: string): unknown
  LMSCommit(nothing: ''): unknown
  LMSFinish(nothing: ''): unknown
  LMSGetLastError(): unknown
}

/** Nobody has so many frames in one another, and a page must not search for ever. */
const MAX_CLIMB = 50

/**
 * The learning system's service: on this window, those around it, or on the window that opened one of them and those
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

/** A window of another site may hold the learning system's frames, and says nothing of what is on it. */
function apiOn(view: Window): ScormApi | undefined {
  try {
    const {API} = view as {API?: Partial<ScormApi>}
    return typeof API?.LMSInitialize === 'function' ? API as ScormApi : undefined
  } catch {
    return undefined
  }
}

/** What `LMSGetLastError` says when '' is the value: no error, or an element that this system does not have. */
const EMPTY_IS_FINE = ['0', '', 'undefined', '401']

/** The same service, which may answer anything or throw, in terms of what worked. Nothing here throws. */
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

  /** @returns undefined when it could not be read, which is something else than that nothing is there */
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
