/** How long a shared computer may stand untouched before the answers on it are cleared. */
export const IDLE_LIMIT_MS = 10 * 60_000

/**
 * How long before that the learner is warned. WCAG 2.2.1 asks for 20 seconds at least, and for a warning that is seen:
 * a minute is time to come back from the other side of a ward bay.
 */
export const WARNING_MS = 60_000

/** The seconds left that are told, first to last. Each one is read out by a screen reader, so there are few. */
const TOLD_SECONDS = [60, 30, 10]

export type IdlePhase =
  /** `nextMs`: how long until this can change. */
  | {is: 'in-use'; nextMs: number}
  /** `secondsLeft`: until clearing, one of the few that are told; the true time is never less than the next of them. */
  | {is: 'warned'; secondsLeft: number; nextMs: number}
  | {is: 'over'}

/** @param idleMs - since anything was last pressed, moved or scrolled; negative when the clock was set back */
export function idlePhase(idleMs: number): IdlePhase {
  const leftMs = IDLE_LIMIT_MS - Math.max(idleMs, 0)
  if (leftMs <= 0) return {is: 'over'}
  if (leftMs > WARNING_MS) return {is: 'in-use', nextMs: leftMs - WARNING_MS}
  const reached = TOLD_SECONDS.filter(seconds => leftMs <= seconds * 1000)
  const next = TOLD_SECONDS[reached.length] ?? 0
  return {is: 'warned', secondsLeft: reached.at(-1)!, nextMs: leftMs - next * 1000}
}
