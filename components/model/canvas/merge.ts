import {canonical} from '../ids/checksum.js'
import {byTime, inTimeOrder} from '../log/entries.js'
import {CANVAS_FILE_VERSION, keyOf} from './items.js'
import type {CanvasFile, CanvasItem, NewCanvasItem} from './items.js'

/** A file without any item. @param id - UUID of the new series */
export function emptyCanvasFile(id: string, canvas: string): CanvasFile {
  return {format: 'dsg-canvas', version: CANVAS_FILE_VERSION, id, canvas, items: []}
}

/**
 * The union of two files of one series. It is commutative, associative and idempotent: neither the order in which files are
 * merged nor merging one of them twice makes a difference.
 *
 * @throws RangeError for files of two series; ask `isSameSeries` first
 */
export function mergeCanvas(a: CanvasFile, b: CanvasFile): CanvasFile {
  if (!isSameSeries(a, b)) {
    throw new RangeError(`The file ${b.id} (${b.canvas}) is not of the series ${a.id} (${a.canvas}). `
      + 'Merge files of one series.')
  }
  return {...emptyCanvasFile(a.id, a.canvas), items: mergeItems(a.items, b.items)}
}

export function isSameSeries(a: CanvasFile, b: CanvasFile): boolean {
  return a.id === b.id && a.canvas === b.canvas
}

/** The union of two lists of items by id, oldest first. */
export function mergeItems(a: readonly CanvasItem[], b: readonly CanvasItem[]): CanvasItem[] {
  const all = [...a, ...b]
  // Most often there is nothing to do: a file is opened where there was nothing yet, or the new items are later than all others.
  if (isTidy(all)) return all
  const byId = new Map<string, CanvasItem>()
  for (const item of all) {
    const known = byId.get(item.id)
    // Items never change, so two different ones with one id come from a damaged file. Every device must choose the same one.
    if (!known || (known !== item && isAfter(item, known))) byId.set(item.id, item)
  }
  return [...byId.values()].sort(byTime)
}

/** What holds: the newest item of each key, also where it is a `removed` item. Keys are in the order they first come. */
export function newestByKey(items: readonly CanvasItem[]): ReadonlyMap<string, CanvasItem> {
  const newest = new Map<string, CanvasItem>()
  for (const item of items) {
    const key = keyOf(item)
    const known = newest.get(key)
    if (!known || byTime(known, item) <= 0) newest.set(key, item)
  }
  return newest
}

/**
 * What to append to undo an item: what held under its key before, said again, or an item that nothing holds. It is the same
 * whether the item is appended already or not. A snapshot cannot be undone; correct it by another snapshot.
 */
export function undoing(item: CanvasItem | NewCanvasItem, {items}: Pick<CanvasFile, 'items'>): NewCanvasItem[] {
  if (item.type === 'snapshot') return []
  const key = keyOf(item)
  const before = items.filter(other => keyOf(other) === key && (!('id' in item) || byTime(other, item) < 0))
  const last = before.sort(byTime).at(-1)
  if (!last) return [{type: 'removed', key}]
  const {id, at, ...said} = last
  return [said]
}

/** What to append so that nothing holds under the key of this item any more. */
export function removing(item: Exclude<CanvasItem, {type: 'snapshot'}>): NewCanvasItem {
  return {type: 'removed', key: keyOf(item)}
}

/**
 * The ratings of somebody who began alone, in a series of their own, as items of an assessment of ours. It takes the rating
 * sets of their newest assessment. Items keep their ids and times, so bringing them in twice adds nothing. For a file of our
 * own series there is `mergeCanvas`.
 *
 * @param assessment - UUID of the assessment of ours that they rated
 * @returns an empty list when there are none
 */
export function ratingsFrom({items}: Pick<CanvasFile, 'items'>, assessment: string): CanvasItem[] {
  const holding = [...newestByKey(items).values()]
  const newest = holding.filter(item => item.type === 'assessment').sort(byTime).at(-1)?.assessment
  const raters = holding.filter(item => item.type === 'rater' && item.assessment === newest)
  const sets = new Set(raters.map(item => item.type === 'rater' ? item.set : ''))
  const partners = new Set(raters.map(item => item.type === 'rater' ? item.partner : undefined))
  return holding.flatMap((item): CanvasItem[] => {
    if (item.type === 'rater' && sets.has(item.set)) return [{...item, assessment}]
    const isTheirs = item.type === 'rated' ? sets.has(item.set)
      : item.type === 'partner' ? partners.has(item.partner)
      // A rating that was taken back, perhaps after the ratings were brought in a first time.
      : item.type === 'removed' && sets.has(/^rated\/([^/]+)\//.exec(item.key)?.[1] ?? '')
    return isTheirs ? [item] : []
  }).sort(byTime)
}

/** Oldest first, and each id once. */
function isTidy(items: readonly CanvasItem[]): boolean {
  if (inTimeOrder(items) !== items) return false
  const ids = new Set<string>()
  for (const {id} of items) ids.add(id)
  return ids.size === items.length
}

/** Chooses between two different items with one id. Any rule will do that does not depend on the order of the two. */
function isAfter(a: CanvasItem, b: CanvasItem): boolean {
  return a.at === b.at ? canonical(a) > canonical(b) : a.at > b.at
}
