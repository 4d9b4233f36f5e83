import type {Visit} from '../log/log.js'

/**
 * Names in `localStorage` of the notes beside a record. Losing such a note does no harm, so it is not kept with the care that
 * the record is. Notes are cleared together with the record.
 *
 * @param name - of the record on this device, as `Marks.nameOf` says it, here and below
 */
export function sentKey(name: string): string {
  return `dsg-sent-${name}`
}

export function searchesKey(name: string): string {
  return `dsg-searches-${name}`
}

/** Forgets which events of a learner's record were sent. */
export function forgetSent(name: string): void {
  forget(sentKey(name))
}

/** Forgets what the learner searched for, in all tabs. */
export function forgetSearches(name: string): void {
  forget(searchesKey(name))
}

/** True when a record is on the device, or on its way there. Only then may anything be noted beside it. */
export function isKept({visit, saving}: {visit: Visit; saving: string}): boolean {
  return visit === 'own' && (saving === 'saved' || saving === 'saving')
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that forbids this has kept no note.
  }
}
