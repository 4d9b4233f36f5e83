import {factorHash, type Canvas, type CanvasFactor} from './canvas.js'
import {byTime, newestByKey} from './canvas-merge.js'
import {keyOf} from './canvas-items.js'
import type {
  ActionItem, AddedItem, AgreedItem, AssessmentItem, CanvasItem, PartnerItem, RatedItem, RaterItem, SnapshotItem,
} from './canvas-items.js'
import type {Block, Inline} from './document.js'

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
  /** Of all assessments, in the order they were begun. */
  ratingSets: RatingSet[]
  /** By assessment, then by factor. */
  agreements: ReadonlyMap<string, ReadonlyMap<string, AgreedItem>>
  /** In the order they were first written down. */
  actions: ActionItem[]
  /** By day, oldest first; those that a correction took the place of are not among them. */
  snapshots: SnapshotItem[]
  /** The `id`s of what a newer snapshot corrects, and that snapshot. */
  corrected: ReadonlyMap<string, SnapshotItem>
  /** Every snapshot ever taken, corrected ones among them, by day. */
  allSnapshots: SnapshotItem[]
}

/** A factor as this team uses it. */
export interface LocalFactor extends CanvasFactor {
  /** True for one of the team's own. */
  isAdded: boolean
  /** Its name in the shipped canvas, when the team gave it another. */
  shippedName?: string
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

/**
 * @param file - a `CanvasFile` of this canvas: what it says of factors that are not on it (any more) stays in it, and
 *   is not used here
 */
export function canvasState(canvas: Canvas, file: {items: readonly CanvasItem[]}): CanvasState {
  const holding = [...newestByKey(file.items).values()].sort(byTime)
  const said = sorted(holding)
  const inOrder = asFirstSaid(file.items)
  said.added.sort(inOrder)
  const factors = localFactors(canvas, said)
  const off = new Set(said.switched.filter(({isOn}) => !isOn).map(({factor}) => factor))
  const partners = said.partner.sort((a, b) => a.name.localeCompare(b.name) || inOrder(a, b))
  const allSnapshots = said.snapshot.sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : byTime(a, b))
  const corrected = corrections(allSnapshots)
  return {
    title: said.titled.at(-1)?.title ?? canvas.title,
    assessments: said.assessment.sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : inOrder(a, b)),
    partners,
    factors: factors.filter(({id}) => !off.has(id)),
    unused: factors.filter(({id}) => off.has(id)),
    ratingSets: ratingSets(said.rater.sort(inOrder), said.rated, partners),
    agreements: agreements(said.agreed),
    actions: said.action.sort(inOrder),
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

function sorted(items: readonly CanvasItem[]): Sorted {
  const said: Sorted = {
    titled: [], assessment: [], partner: [], renamed: [], added: [], switched: [], ordered: [], rater: [], rated: [],
    agreed: [], action: [], snapshot: [], removed: [],
  }
  for (const item of items) (said[item.type] as CanvasItem[]).push(item)
  return said
}

function localFactors(canvas: Canvas, {renamed, added, ordered}: Sorted): LocalFactor[] {
  const names = new Map(renamed.map(({factor, name}) => [factor, name]))
  const shipped = canvas.factors.map((factor): LocalFactor => {
    const name = names.get(factor.id)
    if (name === undefined || name === factor.name) return {...factor, isAdded: false}
    return {...factor, name, hash: factorHash(name, factor.levels), isAdded: false, shippedName: factor.name}
  })
  const known = new Set(canvas.factors.map(({id}) => id))
  const all = [...shipped, ...added.filter(({factor}) => !known.has(factor)).map(item => addedFactor(item, names))]
  const rank = new Map((ordered.at(-1)?.factors ?? []).map((id, i) => [id, i]))
  return all.sort((a, b) => (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size))
}

function addedFactor(item: AddedItem, names: ReadonlyMap<string, string>): LocalFactor {
  const name = names.get(item.factor) ?? item.name
  const levels = item.levels.map(({name, text}) => ({name, text: words(text)}))
  return {
    id: item.factor, group: item.group, name, hash: factorHash(name, levels), intro: paragraph(item.intro), levels,
    ask: paragraph(item.ask), learn: item.learn ?? [], isAdded: true,
  }
}

/** What a person typed, as text and nothing else. */
function words(typed: string): Inline[] {
  return [{type: 'text', value: typed}]
}

function paragraph(typed: string | undefined): Block[] {
  return typed ? [{type: 'paragraph', children: words(typed)}] : []
}

function ratingSets(
  raters: readonly RaterItem[], rated: readonly RatedItem[], partners: readonly PartnerItem[],
): RatingSet[] {
  const bySet = new Map<string, Map<string, RatedItem>>()
  for (const item of rated) {
    const ratings = bySet.get(item.set) ?? new Map<string, RatedItem>()
    bySet.set(item.set, ratings.set(item.factor, item))
  }
  const byId = new Map(partners.map(partner => [partner.partner, partner]))
  // Ratings of a set that is removed are kept, so that they are there again when it is.
  return raters.map(({set, assessment, label, partner, date}) => ({
    id: set, assessment, label, date, partner: byId.get(partner ?? ''),
    ratings: bySet.get(set) ?? new Map<string, RatedItem>(),
  }))
}

function agreements(agreed: readonly AgreedItem[]): Map<string, Map<string, AgreedItem>> {
  const byAssessment = new Map<string, Map<string, AgreedItem>>()
  for (const item of agreed) {
    const byFactor = byAssessment.get(item.assessment) ?? new Map<string, AgreedItem>()
    byAssessment.set(item.assessment, byFactor.set(item.factor, item))
  }
  return byAssessment
}

/** What is said again stays where it was. */
const IN_ORDER: ReadonlySet<string> = new Set<CanvasItem['type']>(['assessment', 'partner', 'added', 'rater', 'action'])

/** Puts items in the order in which their keys were first spoken of. */
function asFirstSaid(items: readonly CanvasItem[]): (a: CanvasItem, b: CanvasItem) => number {
  const first = new Map<string, CanvasItem>()
  for (const item of items) {
    if (!IN_ORDER.has(item.type)) continue
    const key = keyOf(item)
    const known = first.get(key)
    if (!known || byTime(item, known) < 0) first.set(key, item)
  }
  return (a, b) => byTime(first.get(keyOf(a)) ?? a, first.get(keyOf(b)) ?? b)
}

/** A snapshot can only correct an older one, so two never take each other's place. */
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
