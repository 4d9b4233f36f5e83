import type {Entry} from '../../model/log/entries.js'
import type {Marks} from '../record/marks.js'

/**
 * Whoever is there has this mark from now on; '' when they left. What is on the page without a mark is theirs as well, if nobody
 * was known before.
 *
 * @param events - all that the record has
 */
export function become(marks: Marks, mark: string, events: readonly Entry[]): void {
  const before = mark ? marks.here : marks.here ?? ''
  if (before !== undefined) claim(marks, before, events.filter(({id}) => !marks.byId.has(id)))
  marks.here = mark
}

export function claim(marks: Marks, mark: string, events: readonly Entry[]): void {
  for (const {id} of events) marks.byId.set(id, mark)
}

/** The record becomes another one. @param events - those that it begins with @param mark - of all of them */
export function move(marks: Marks, suffix: string, mark: string, events: readonly Entry[]): void {
  marks.suffix = suffix
  marks.byId.clear()
  marks.rows.clear()
  claim(marks, mark, events)
}

/** Those that have a row on the device. */
export function kept<E extends Entry>({rows}: Marks, events: readonly E[]): E[] {
  return events.filter(({id}) => rows.has(id))
}

/** Those whose rows have another mark. */
export function outdated<E extends Entry>(marks: Marks, events: readonly E[]): E[] {
  return kept(marks, events).filter(event => marks.rows.get(event.id) !== marks.of(event))
}
