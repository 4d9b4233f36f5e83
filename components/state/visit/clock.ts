/** Where time comes from, so that a test can say what time it is. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after so many milliseconds, or later. @returns stops that */
  after(ms: number, callback: () => void): () => void
}

/** The computer's own. It goes on while the computer sleeps, which `performance.now()` does not in every browser. */
export const pageClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
