import type {ModuleFacts} from './module.js'
import type {Pathway} from './pathway.js'

/** Whether a page can be relied on today, as far as its review dates tell. Of these states, the first one that fits holds. */
export type ReviewState =
  /** The day of its next review is over. */
  | 'overdue'
  /** The day of its next review is not over, or it has none; and no reviewer has given a date yet. */
  | 'never-reviewed'
  /** The day of its next review is today, or at most `DUE_SOON_DAYS` away. */
  | 'due-soon'
  | 'current'

/** Days before its next review from which on a page is due: enough for a subject expert to find an hour. */
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
 * Can harm come of this module when it is out of date? The module says so (`safety: yes` or `no`), or else its pathway. Where
 * neither says, it is a module with must-know questions: these are about things where a mistake does harm.
 */
export function isSafety(module: Pick<ModuleFacts, 'hasMustKnow' | 'safety'>, pathway?: Pathway): boolean {
  return module.safety ?? pathway?.safety ?? module.hasMustKnow
}
