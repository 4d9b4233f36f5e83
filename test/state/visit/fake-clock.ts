import type {Clock} from '../../../components/state/visit/clock.js'

/** Stands still until it is told to go on; then whatever is due happens, in order. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 10, 23)
  readonly #waiting = new Set<{at: number; callback: () => void}>()

  now(): number { return this.#now }

  after(ms: number, callback: () => void): () => void {
    const entry = {at: this.#now + ms, callback}
    this.#waiting.add(entry)
    return () => { this.#waiting.delete(entry) }
  }

  /** How many callbacks are still to come. */
  get waiting(): number { return this.#waiting.size }

  goOn(ms: number): void {
    const end = this.#now + ms
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#waiting.delete(due)
      this.#now = due.at
      due.callback()
    }
    this.#now = end
  }

  /** Time passes and nothing is called, as when the computer sleeps. */
  sleep(ms: number): void {
    this.#now += ms
  }

  #next(end: number) {
    return [...this.#waiting].filter(({at}) => at <= end).sort((a, b) => a.at - b.at)[0]
  }
}
