import type {Visit} from '../log/log.js'

/**
 * Names in `localStorage` of the notes beside a record. Losing such a note does no harm, so it is not kept with the care that
 * the record is. Notes are cleared together with the record.
 *
 * @param name - of the record on this device, as `recordDatabase` takes it, here and below
 */
export function sentKey(name: string): string {
  return `dsg-sent-${name}`
}

export function searchesKey(name: string): string {
  return `dsg-searches-${name}`
}

/** Forgets which events were sent, and what the learner searched for. */
export function forgetNotes(name: string): void {
  forgetNote(sentKey(name))
  forgetNote(searchesKey(name))
}

/** True when a record is on the device, or on its way there. Only then may anything be noted beside it. */
export function isKept({visit, saving}: {visit: Visit; saving: string}): boolean {
  return visit === 'own' && (saving === 'saved' || saving === 'saving')
}

export function forgetNote(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that forbids this has kept no note.
  }
}
