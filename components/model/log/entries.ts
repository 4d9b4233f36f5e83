/** One thing that was done or said, for ever: an event of a learner's record, an item of a team's canvas. */
export interface Entry {
  /** UUID. */
  id: string
  /**
   * Its place in the order of its log: ISO 8601 in UTC, to the millisecond. Later than everything the log had when this was
   * added, so it may be ahead of the clock.
   */
  at: string
}

/** The last time an entry can have. Without it, entries from a clock far ahead could push new ones past what a date can hold. */
export const LAST_TIME_MS = Date.parse('2999-12-31T23:59:59.999Z')

/** Oldest first, then by id, so that every device arrives at the same order. */
export function byTime(a: Entry, b: Entry): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The entries of both lists, oldest first. Of two with the same id, the first is taken. */
export function union<E extends Entry>(ours: readonly E[], theirs: readonly E[]): readonly E[] {
  const known = new Set<string>()
  return inTimeOrder([...ours, ...theirs].filter(({id}) => !known.has(id) && known.add(id)))
}

/** Entries oldest first. @returns the same list when it is in order already */
export function inTimeOrder<E extends Entry>(entries: readonly E[]): readonly E[] {
  return entries.every((entry, i) => i === 0 || byTime(entries[i - 1]!, entry) <= 0) ? entries : [...entries].sort(byTime)
}

/**
 * Gives new entries their ids and times. Each time is later than those of all entries there are, so that the newest entry holds
 * even when some came from a device whose clock is ahead, or when the clock of this device was set back.
 *
 * @param now - what the clock says: milliseconds since 1970
 * @param newId - a new UUID at each call
 */
export function stamped<New extends object>(
  said: readonly New[], entries: readonly Entry[], now: number, newId: () => string,
): (New & Entry)[] {
  const latest = entries.reduce((latest, {at}) => at > latest ? at : latest, '')
  const first = Math.max(now, latest ? Date.parse(latest) + 1 : 0)
  return said.map((each, i) => ({...each, id: newId(), at: new Date(Math.min(first + i, LAST_TIME_MS)).toISOString()}))
}
