import type {Visit} from '../log/log.js'

/**
 * What is noted beside a record, in `localStorage`: losing it is no loss, so it needs none of the care of the record. It goes
 * when the record is cleared.
 *
 * @param guide - id of the guide, here and below
 */
export function sentKey(guide: string): string {
  return `dsg-sent-${guide}`
}

export function searchesKey(guide: string): string {
  return `dsg-searches-${guide}`
}

/** Forgets which of a learner's facts were sent. */
export function forgetSent(guide: string): void {
  forget(sentKey(guide))
}

/** Forgets what the learner searched for, in all tabs. */
export function forgetSearches(guide: string): void {
  forget(searchesKey(guide))
}

/** Is what this record has on the device, or on its way there? Only then may anything be noted beside it. */
export function isKept({visit, saving}: {visit: Visit; saving: string}): boolean {
  return visit === 'own' && (saving === 'saved' || saving === 'saving')
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that forbids this has kept nothing.
  }
}
