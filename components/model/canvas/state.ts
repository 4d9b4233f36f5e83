import type {Canvas} from '../guide/canvas.js'
import {byTime, inTimeOrder} from '../log/entries.js'
import {goneFactors, localFactors, type LocalFactor} from './factors.js'
import {newestByKey} from './merge.js'
import type {
  ActionItem, AgreedItem, AssessmentItem, CanvasItem, PartnerItem, RatedItem, RaterItem, SnapshotItem,
} from './items.js'

export type {LocalFactor}

/** What holds on a canvas now, derived from its factors and what the team said. */
export interface CanvasState {
  title: string
  /** Oldest first. */
  assessments: AssessmentItem[]
  /** By name. */
  partners: PartnerItem[]
  /** Those used here, in the team's order and words. */
  factors: LocalFactor[]
  /** Those switched off here. */
  unused: LocalFactor[]
  /** Those that people said something about and that the guide does not have (any more), unless they are switched off here. */
  gone: LocalFactor[]
  /** The rating sets of all assessments, in the order they were begun. */
  ratingSets: RatingSet[]
  /** By assessment, then by factor. */
  agreements: ReadonlyMap<string, ReadonlyMap<string, AgreedItem>>
  /** In the order they were first written down. */
  actions: ActionItem[]
  /** The snapshots that hold, by day, oldest first: without those that a newer one corrects. */
  snapshots: SnapshotItem[]
  /** By the `id` of a snapshot that was corrected: the newer snapshot that corrects it. */
  corrected: ReadonlyMap<string, SnapshotItem>
  /** Every snapshot ever taken, corrected ones among them, by day. */
  allSnapshots: SnapshotItem[]
}

/** One rater's views in one assessment. */
export interface RatingSet {
  id: string
  assessment: string
  label: string
  partner?: PartnerItem
  date: string
  /** By factor. */
  ratings: ReadonlyMap<string, RatedItem>
}

/** @param file - a `CanvasFile` of this canvas. It may be of another edition of the guide: see `CanvasState.gone` */
export function canvasState(canvas: Canvas, file: {items: readonly CanvasItem[]}): CanvasState {
  const {bySet, others} = apart(inTimeOrder(file.items))
  // Keys are in the order in which they first come, so a thing that is said again keeps its place.
  const said = sorted(newestByKey(others).values())
  const factors = localFactors(canvas, said)
  const off = new Set(said.switched.filter(({isOn}) => !isOn).map(({factor}) => factor))
  const partners = said.partner.sort((a, b) => a.name.localeCompare(b.name))
  const allSnapshots = said.snapshot.sort((a, b) => byDate(a, b) || byTime(a, b))
  const corrected = corrections(allSnapshots)
  const sets = ratingSets(said.rater, bySet, partners)
  const known = new Set(factors.map(({id}) => id))
  // Of most sets every factor is known. To look through what was said is quicker than to work out what holds.
  const rated = sets.filter(({id}) => bySet.get(id)?.some(({factor}) => !known.has(factor)))
    .flatMap(({ratings}) => [...ratings.keys()])
  const about = [...rated, ...[...said.agreed, ...said.action].map(({factor}) => factor)]
  const gone = goneFactors(known, about, allSnapshots, said.rater, said)
  return {
    title: said.titled.at(-1)?.title ?? canvas.title,
    assessments: said.assessment.sort(byDate),
    partners,
    factors: factors.filter(({id}) => !off.has(id)),
    unused: [...factors, ...gone].filter(({id}) => off.has(id)),
    gone: gone.filter(({id}) => !off.has(id)),
    ratingSets: sets,
    agreements: agreements(said.agreed),
    actions: said.action,
    snapshots: allSnapshots.filter(({id}) => !corrected.has(id)),
    corrected,
    allSnapshots,
  }
}

/** The newest snapshot that holds. */
export function latestSnapshot({snapshots}: Pick<CanvasState, 'snapshots'>): SnapshotItem | undefined {
  return snapshots.at(-1)
}

type Sorted = {[T in CanvasItem['type']]: Extract<CanvasItem, {type: T}>[]}

function sorted(items: Iterable<CanvasItem>): Sorted {
  const said: Sorted = {
    titled: [], assessment: [], partner: [], renamed: [], added: [], switched: [], ordered: [], rater: [], rated: [],
    agreed: [], action: [], snapshot: [], removed: [],
  }
  for (const item of items) (said[item.type] as CanvasItem[]).push(item)
  return said
}

/** What was said of each factor in one rating set, oldest first: rated, or taken back. */
type SaidInSet = (RatedItem | {factor: string; type: 'removed'})[]

/** Ratings by their set, and all other items. Most items are ratings: to make a key for each would take longer than the rest. */
function apart(items: readonly CanvasItem[]): {bySet: ReadonlyMap<string, SaidInSet>; others: CanvasItem[]} {
  const bySet = new Map<string, SaidInSet>()
  const others: CanvasItem[] = []
  const saidIn = (set: string): SaidInSet => {
    const known = bySet.get(set)
    if (known) return known
    const said: SaidInSet = []
    bySet.set(set, said)
    return said
  }
  let lastSet: string | undefined
  let last: SaidInSet = []
  for (const item of items) {
    if (item.type === 'rated') {
      // The ratings of one rater mostly come one after another. To compare the set with the last one is quicker than to look
      // it up by its id.
      if (item.set !== lastSet) last = saidIn(lastSet = item.set)
      last.push(item)
      continue
    }
    others.push(item)
    const [type, set = '', factor = ''] = item.type === 'removed' ? item.key.split('/') : []
    if (type === 'rated') saidIn(set).push({factor, type: 'removed'})
  }
  return {bySet, others}
}

function ratingSets(
  raters: readonly RaterItem[], bySet: ReadonlyMap<string, SaidInSet>, partners: readonly PartnerItem[],
): RatingSet[] {
  const byId = new Map(partners.map(partner => [partner.partner, partner]))
  return raters.map(({set, assessment, label, partner, date}) => {
    let ratings: ReadonlyMap<string, RatedItem> | undefined
    return {
      id: set, assessment, label, date, partner: byId.get(partner ?? ''),
      // Worked out when they are asked for: nobody looks at the ratings of every past assessment. Ratings of a set that was
      // removed are kept, so that they are there again when the set is brought back.
      get ratings() { return ratings ??= newestRatings(bySet.get(set) ?? []) },
    }
  })
}

function newestRatings(said: SaidInSet): Map<string, RatedItem> {
  const newest = new Map<string, RatedItem>()
  for (const one of said) {
    if (one.type === 'rated') newest.set(one.factor, one)
    else newest.delete(one.factor)
  }
  return newest
}

function agreements(agreed: readonly AgreedItem[]): Map<string, Map<string, AgreedItem>> {
  const byAssessment = new Map<string, Map<string, AgreedItem>>()
  for (const item of agreed) {
    const byFactor = byAssessment.get(item.assessment) ?? new Map<string, AgreedItem>()
    byAssessment.set(item.assessment, byFactor.set(item.factor, item))
  }
  return byAssessment
}

function byDate(a: {date: string}, b: {date: string}): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}

/** What `CanvasState.corrected` says. A snapshot can only correct an older one, so that two cannot correct each other. */
function corrections(snapshots: readonly SnapshotItem[]): Map<string, SnapshotItem> {
  const byId = new Map(snapshots.map(snapshot => [snapshot.id, snapshot]))
  const corrected = new Map<string, SnapshotItem>()
  for (const snapshot of snapshots) {
    const older = byId.get(snapshot.corrects?.snapshot ?? '')
    if (!older || byTime(older, snapshot) >= 0) continue
    const known = corrected.get(older.id)
    if (!known || byTime(known, snapshot) < 0) corrected.set(older.id, snapshot)
  }
  return corrected
}
