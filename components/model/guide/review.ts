import type {ModuleFacts} from './module.js'
import type {Pathway} from './pathway.js'

/** Whether a page can be relied on today, as far as its review dates tell. The first that fits, in this order. */
export type ReviewState =
  /** The day of its next review is over. */
  | 'overdue'
  /** Its day is to come, and no reviewer has put a date to it yet. */
  | 'never-reviewed'
  /** The day of its next review is today, or at most `DUE_SOON_DAYS` away. */
  | 'due-soon'
  | 'current'

/** Time for a subject expert to find an hour in. */
export const DUE_SOON_DAYS = 60
const DAY_MS = 86_400_000

/**
 * @param today - the reader's day, as 2026-11-23
 * @returns `current` for a reviewed page without a day for its next review
 */
export function reviewState({nextReview, reviewed}: Pick<ModuleFacts, 'nextReview' | 'reviewed'>, today: string): ReviewState {
  const days = nextReview === undefined ? Infinity : daysBetween(today, nextReview)
  if (days < 0) return 'overdue'
  if (!reviewed) return 'never-reviewed'
  return days <= DUE_SOON_DAYS ? 'due-soon' : 'current'
}

/** Whole days from one day to another, both as 2026-11-23; under 0 when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/**
 * Can harm come of this module when it is out of date? It says so itself (`safety: yes` or `no`); else its pathway does;
 * else it is what holds a must-know question, which is asked because a mistake there does harm.
 */
export function isSafety(module: Pick<ModuleFacts, 'hasMustKnow'> & {safety?: boolean}, pathway?: Pathway): boolean {
  return module.safety ?? pathway?.safety ?? module.hasMustKnow
}
