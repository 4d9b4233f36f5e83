import type {Level} from '../guide/canvas.js'
import {isDay} from './check.js'
import type {AssessmentItem, CanvasFile, CanvasItem, FactorRating, NewCanvasItem, RaterItem, SnapshotItem} from './items.js'
import {keyOf} from './items.js'
import {newestByKey, undoing} from './merge.js'
import type {FactorSpread, snapshotOf} from './spread.js'
import {disagreementOf} from './spread.js'
import type {CanvasState, RatingSet} from './state.js'

/** Questions that the screens of a canvas ask about its state. */

/** The assessment that is worked on: the newest. */
export function currentAssessment({assessments}: CanvasState): AssessmentItem | undefined {
  return assessments.at(-1)
}

/** Its rating sets, in the order they were begun. */
export function setsOf({ratingSets}: CanvasState, assessment: string | undefined): RatingSet[] {
  return ratingSets.filter(set => set.assessment === assessment)
}

/** How many of the factors used here someone has rated. */
export function ratedIn({factors}: CanvasState, {ratings}: RatingSet): number {
  return factors.filter(({id}) => ratings.has(id)).length
}

/** How many of the factors used here have an agreed level. */
export function agreedIn({factors, agreements}: CanvasState, assessment: string | undefined): number {
  const agreed = agreements.get(assessment ?? '')
  return factors.filter(({id}) => agreed?.has(id)).length
}

/** The snapshot of an assessment that holds, once there is one. */
export function snapshotFor({snapshots}: CanvasState, assessment: string | undefined): SnapshotItem | undefined {
  return snapshots.filter(snapshot => snapshot.assessment === assessment).at(-1)
}

/** What a report is about. */
export interface ReportSubject {
  assessment: AssessmentItem
  /** The newest; undefined before the first. */
  snapshot?: SnapshotItem
  /** The one before it. */
  before?: SnapshotItem
}

/** The assessment of the newest snapshot; before the first snapshot, the current one; undefined before the set-up. */
export function reportSubject(state: CanvasState): ReportSubject | undefined {
  const snapshot = state.snapshots.at(-1)
  const assessment = state.assessments.find(each => each.assessment === snapshot?.assessment) ?? currentAssessment(state)
  return assessment && {assessment, snapshot, before: state.snapshots.at(-2)}
}

/** The level that all raters gave who answered; undefined when they differ, are in doubt, or nobody gave a level. */
export function levelOfAll({views, range, isInDoubt, notAssessed}: FactorSpread): Level | undefined {
  return range === 0 && !isInDoubt && !notAssessed.length ? views[0]?.level : undefined
}

/** True when raters gave different levels, or do not agree that the factor applies. */
export function isDisputed({counts, isInDoubt}: FactorSpread): boolean {
  return isInDoubt || disagreementOf(counts) > 0
}

const SET_UP: ReadonlySet<CanvasItem['type']> =
  new Set(['titled', 'assessment', 'partner', 'renamed', 'added', 'switched', 'ordered'])

/** The set-up of a canvas without anybody's ratings: what a rater needs to rate alone. */
export function fileForRaters(file: CanvasFile): CanvasFile {
  return {...file, items: holding(file).filter(item => SET_UP.has(item.type) || isRemovalOf(item, SET_UP))}
}

/** A file with one rater's ratings and nobody else's, to be handed in. @param set - UUID of the rating set */
export function fileOfRater(file: CanvasFile, set: string): CanvasFile {
  const items = holding(file)
  const rater = items.find(item => item.type === 'rater' && item.set === set)
  const {assessment = '', partner = ''} = rater?.type === 'rater' ? rater : {}
  return {...file, items: items.filter(item =>
    item === rater
    || (item.type === 'rated' && item.set === set)
    || (item.type === 'assessment' && item.assessment === assessment)
    || (item.type === 'partner' && item.partner === partner)
    || (item.type === 'removed' && item.key.startsWith(`rated/${set}/`)))}
}

/** Raters who were removed from an assessment, with the last that was said of each. @param assessment - UUID */
export function removedRaters(file: CanvasFile, assessment: string | undefined): RaterItem[] {
  const newest = newestByKey(file.items)
  const last = new Map(file.items.flatMap(item => item.type === 'rater' ? [[keyOf(item), item] as const] : []))
  return [...last].filter(([key, item]) => newest.get(key)?.type === 'removed' && item.assessment === assessment)
    .map(([, item]) => item)
}

/**
 * What to append to undo the items that came with a file. An item that was older than what held here already changed nothing,
 * so it needs no undoing.
 */
export function undoingBrought(brought: readonly CanvasItem[], file: CanvasFile): NewCanvasItem[] {
  const own = new Set(brought)
  const newest = newestByKey(file.items)
  const before = newestByKey(file.items.filter(item => !own.has(item)))
  return brought.filter(item => newest.get(keyOf(item)) === item).flatMap(item => {
    const older = before.get(keyOf(item))
    return undoing(item, {items: older ? [older] : []})
  })
}

/** What to append to undo several items that were appended together. */
export function undoingAll(items: readonly (CanvasItem | NewCanvasItem)[], file: Pick<CanvasFile, 'items'>): NewCanvasItem[] {
  return [...items].reverse().flatMap(item => undoing(item, file))
}

/** A new snapshot that corrects one: some ratings are put right, and the words stay those of its day. */
export function correctionOf(
  {id, at, corrects, ...snapshot}: SnapshotItem, ratings: ReadonlyMap<string, FactorRating>, why: string,
): ReturnType<typeof snapshotOf> {
  return {
    ...snapshot, corrects: {snapshot: id, why},
    factors: snapshot.factors.map(factor => ({...factor, rating: ratings.get(factor.factor) ?? factor.rating})),
  }
}

/** A list with the item at a place moved one up (-1) or down (1); in the same order when there is no room. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  const changed = [...list]
  if (at in list && to in list) [changed[at], changed[to]] = [list[to]!, list[at]!]
  return changed
}

/** A day from what was typed in three fields. @returns undefined when it is no day of the calendar */
export function dayFrom(day: string, month: string, year: string): string | undefined {
  if (![day, month, year].every(part => /^\d{1,4}$/.test(part.trim()))) return undefined
  const iso = [year.trim(), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')].join('-')
  return isDay(iso) ? iso : undefined
}

function holding({items}: Pick<CanvasFile, 'items'>): CanvasItem[] {
  const newest = new Set(newestByKey(items).values())
  return items.filter(item => newest.has(item))
}

function isRemovalOf(item: CanvasItem, types: ReadonlySet<string>): boolean {
  return item.type === 'removed' && types.has(item.key.split('/')[0]!)
}
