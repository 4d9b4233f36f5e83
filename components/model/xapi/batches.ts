/** Statements in one request: some 30 kB, as a request that outlives its page may have 64 KiB. */
export const MOST = 25

/**
 * What to send next to a store that takes a batch or refuses all of it, and need not say for which of its statements.
 *
 * A refused batch is halved until what is refused is alone. When one half has passed, the one that is refused is in the other, so
 * that one is halved at once. Items are sent oldest first; after a conflict newest first, so that what a learner did today does
 * not wait behind what the store has.
 */
export class Batches {
  #most = MOST
  #size = MOST
  /** Ids of what was refused together: one of them at least is not taken. */
  #suspects = new Set<string>()
  /** How many were found in a row, with nothing stored in between. */
  #foundInARow = 0
  #isNewestFirst = false

  /** @param waiting - oldest first. @returns one at least, in the same order, if any waits */
  next<T extends {id: string}>(waiting: readonly T[]): T[] {
    const suspects = waiting.filter(({id}) => this.#suspects.has(id))
    const from = suspects.length > 0 ? suspects : waiting
    return this.#isNewestFirst ? from.slice(-this.#size) : from.slice(0, this.#size)
  }

  /** Everything was sent, or begins again. */
  reset(): void {
    this.#isNewestFirst = false
    this.#foundInARow = 0
    this.#unsuspect(this.#most)
  }

  newestFirst(): void {
    this.#isNewestFirst = true
  }

  stored(batch: readonly {id: string}[]): void {
    this.#foundInARow = 0
    const refusedTogether = this.#suspects.size
    for (const {id} of batch) this.#suspects.delete(id)
    if (this.#suspects.size > 0) this.#size = Math.ceil(this.#suspects.size / 2)
    else this.#size = Math.min(this.#size * 2, this.#most)
    // Refused together and taken apart: they were too many.
    if (refusedTogether > 0 && this.#suspects.size === 0) this.tooMany(refusedTogether)
  }

  /** One of several is not taken. */
  refused(batch: readonly {id: string}[]): void {
    this.#suspects = new Set(batch.map(({id}) => id))
    this.#size = Math.ceil(batch.length / 2)
  }

  tooMany(count: number): void {
    this.#most = Math.max(1, Math.min(this.#most, Math.ceil(count / 2)))
    this.#unsuspect(this.#most)
  }

  /** The store named one that it does not take. It is asked about that one alone, so that no other is set aside for it. */
  suspect(id: string): void {
    this.#suspects = new Set([id])
    this.#size = 1
  }

  /**
   * One was found that needs no more sending. Where one is refused for what it is, the next is seldom the same; but where
   * one is known, most are.
   */
  found(isKnown: boolean): void {
    this.#foundInARow++
    this.#unsuspect(isKnown || this.#foundInARow > 1 ? Math.ceil(this.#size / 2) : this.#most)
  }

  #unsuspect(size: number): void {
    this.#suspects.clear()
    this.#size = size
  }
}
