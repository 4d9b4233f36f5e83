import type {Clock} from '../visit/clock.js'

/** Between requests: 34 in 10 seconds, however many are refused. */
const PACE_MS = 300
/** After the first request that came to nothing; twice as long after each further one. */
const BACK_OFF_MS = 1_000
const LONGEST_BACK_OFF_MS = 600_000

/** The pauses between requests to a store. They end early when the browser is online again, and when the page is left. */
export class Pauses {
  readonly #clock: Clock
  #failures = 0
  #lastRequest = -Infinity
  /** Ends a pause before its time; nothing but `stop` may end one that a store asked for. */
  #pausing: {end: () => void; isAsked: boolean} | undefined

  constructor(clock: Clock) {
    this.#clock = clock
    addEventListener('online', this.#again)
    document.addEventListener('visibilitychange', this.#leave)
  }

  /** To be awaited before each request. */
  async pace(): Promise<void> {
    const ms = this.#lastRequest + PACE_MS - this.#clock.now()
    // More than that: the clock was put back.
    if (ms > 0) await this.wait(Math.min(ms, PACE_MS))
    this.#lastRequest = this.#clock.now()
  }

  /** @param isAsked - the store wants it */
  wait(ms: number, isAsked = false): Promise<void> {
    return new Promise(resolve => {
      const end = () => {
        cancel()
        this.#pausing = undefined
        resolve()
      }
      const cancel = this.#clock.after(ms, end)
      this.#pausing = {end, isAsked}
    })
  }

  /**
   * After a request that came to nothing. Spread over half its length, or all who lost a store would come back to it at
   * the same moment.
   *
   * @param retryAfterMs - how long the store wants us to wait at least; 0 where it did not say
   */
  backOff(retryAfterMs: number): Promise<void> {
    const ms = Math.min(BACK_OFF_MS * 2 ** this.#failures++, LONGEST_BACK_OFF_MS) * (0.5 + Math.random() / 2)
    this.#lastRequest = -Infinity // This pause is one already; and it ends when the browser is online again.
    return this.wait(Math.max(retryAfterMs, ms), retryAfterMs > 0)
  }

  /** A request came through. */
  succeeded(): void {
    this.#failures = 0
  }

  stop(): void {
    removeEventListener('online', this.#again)
    document.removeEventListener('visibilitychange', this.#leave)
    this.#pausing?.end()
  }

  #again = (): void => {
    this.#failures = 0
    this.#hurry()
  }

  #leave = (): void => {
    if (document.visibilityState === 'hidden') this.#hurry()
  }

  #hurry(): void {
    if (!this.#pausing?.isAsked) this.#pausing?.end()
  }
}
