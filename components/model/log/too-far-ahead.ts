import {inTimeOrder, LAST_TIME_MS, type Entry} from './entries.js'

/** Clocks of real devices differ by minutes, and by hours where somebody chose another time zone in place of the time. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000

/**
 * The entries that a device refuses, because by its clock they are more than a day ahead. If it took them in, everything that
 * is done on the device would get a later time still.
 *
 * @param now - what the clock says: milliseconds since 1970
 */
export function tooFarAhead<E extends Entry>(entries: readonly E[], now: number): E[] {
  const limit = new Date(Math.min(now + MAX_AHEAD_MS, LAST_TIME_MS)).toISOString()
  return entries.filter(({at}) => at > limit)
}

/**
 * Why a file with such entries is refused, in plain words with what to do; an empty list when it has none.
 *
 * @param what - what the file holds, such as `record`
 */
export function aheadProblems(entries: readonly Entry[], now: number, what: string): string[] {
  const ahead = inTimeOrder(tooFarAhead(entries, now))
  const last = ahead.at(-1)
  if (!last) return []
  const day = (time: number | string) => new Date(time).toLocaleDateString('en-GB', {dateStyle: 'long', timeZone: 'UTC'})
  return [`${ahead.length} of ${entries.length} new parts of the ${what} are dated more than a day ahead of this device's clock, `
    + `up to ${day(last.at)}. The clock here says ${day(now)}. If that is wrong, put it right and open the file again. If the `
    + `clock was wrong where the file is from, the file can be opened here from ${day(last.at)}.`]
}
