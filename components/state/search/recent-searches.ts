import {marksOf} from '../record/marks.js'
import {forgetNote, isKept, searchesKey} from '../record/notes.js'
import type {RecordStore} from '../record/record.js'

/** More would be a list to search in. */
const MOST = 5
/** As much of a query as search reads. */
const LONGEST = 64

/**
 * What the learner searched for last, the newest first. Kept only with a record that is kept: what people type can be as
 * private as what they answer. Losing it is no loss, so it needs none of the care of the record.
 *
 * @param guide - id of the guide
 */
export function recentSearches(guide: string, record: Pick<RecordStore, 'visit' | 'saving'>): string[] {
  if (!isKept(record)) return []
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(guide, record)) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept.filter((query): query is string => typeof query === 'string' && query.length <= LONGEST).slice(0, MOST)
  } catch {
    return [] // Another script wrote there, or the browser forbids it.
  }
}

/** Puts a search before those that were there. Does nothing where nothing may be kept. */
export function rememberSearch(query: string, guide: string, record: RecordStore): void {
  const said = query.trim().slice(0, LONGEST)
  if (!said || !isKept(record)) return
  const others = recentSearches(guide, record).filter(other => other.toLowerCase() !== said.toLowerCase())
  try {
    localStorage.setItem(keyOf(guide, record), JSON.stringify([said, ...others].slice(0, MOST)))
  } catch {
    // No room, or forbidden: there is one thing less to choose from, and nothing is lost.
  }
}

/** Forgets them, in all tabs. */
export function forgetSearches(guide: string, record: Pick<RecordStore, 'visit' | 'saving'>): void {
  forgetNote(keyOf(guide, record))
}

/** One person sees nothing of what another searched for: each person's record has a note of its own. */
function keyOf(guide: string, record: Pick<RecordStore, 'visit' | 'saving'>): string {
  return searchesKey(guide + marksOf(record).suffix)
}
