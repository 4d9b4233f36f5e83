import type {CanvasFile, FactorRating, SnapshotFactor, SnapshotItem} from './items.js'
import {latestSnapshot, type CanvasState} from './state.js'
import {isLevel} from './spread.js'

/** There is no total anywhere: levels of different factors are no amounts of one thing, and cannot be added up. */

/** One factor in two snapshots. */
export interface FactorChange {
  factor: string
  /** As in the later snapshot that has it. */
  group: string
  name: string
  /** Missing where the earlier snapshot does not have it. */
  from?: SnapshotFactor
  to?: SnapshotFactor
  /**
   * - `up`, `down`, `same`: both are levels, or both say the same.
   * - `new`: only in the later. `gone`: only in the earlier.
   * - `other`: one of the two is no level, so there is no way to say how far it moved.
   */
  change: 'up' | 'down' | 'same' | 'new' | 'gone' | 'other'
  /** Levels up, or down under 0; missing unless both are levels. */
  steps?: number
  /** The factor's name or the words of its levels have changed, so the two ratings are not of quite the same thing. */
  textChanged: boolean
}

/** From one snapshot to another, in the order of the later one; what is gone comes last. */
export function compareSnapshots(earlier: SnapshotItem, later: SnapshotItem): FactorChange[] {
  const before = byFactor(earlier)
  const after = byFactor(later)
  return [
    ...[...after.values()].map(to => changeOf(before.get(to.factor), to)),
    ...[...before.values()].filter(({factor}) => !after.has(factor)).map(from => changeOf(from, undefined)),
  ]
}

function changeOf(from: SnapshotFactor | undefined, to: SnapshotFactor | undefined): FactorChange {
  const {factor, group, name} = (to ?? from)!
  const steps = from && to && isLevel(from.rating) && isLevel(to.rating) ? to.rating - from.rating : undefined
  const change = !from ? 'new' : !to ? 'gone'
    : steps !== undefined && steps !== 0 ? (steps > 0 ? 'up' : 'down')
    : from.rating === to.rating ? 'same' : 'other'
  const textChanged = from !== undefined && to !== undefined && from.factorHash !== to.factorHash
  return {factor, group, name, from, to, change, steps, textChanged}
}

/** One factor in one snapshot of a series. */
export interface HistoryPoint {
  snapshot: SnapshotItem
  factor: SnapshotFactor
  /** The words have changed since the point before. */
  textChanged: boolean
}

/** One factor over time, oldest first. Snapshots that do not have it are left out. */
export function historyOf(factor: string, {snapshots}: Pick<CanvasState, 'snapshots'>): HistoryPoint[] {
  const points = snapshots.flatMap(snapshot => {
    const found = snapshot.factors.filter(each => each.factor === factor).at(-1)
    return found ? [{snapshot, factor: found}] : []
  })
  return points.map((point, i) => {
    const before = points[i - 1]
    return {...point, textChanged: before !== undefined && before.factor.factorHash !== point.factor.factorHash}
  })
}

/** Factors of a snapshot or a canvas, by group. Groups are in the order in which each first comes. */
export function profileOf<T extends {group: string}>(factors: readonly T[]): {group: string; factors: T[]}[] {
  const groups = new Map<string, T[]>()
  for (const factor of factors) {
    const group = groups.get(factor.group)
    if (group) group.push(factor)
    else groups.set(factor.group, [factor])
  }
  return [...groups].map(([group, factors]) => ({group, factors}))
}

/** The words of the level that was chosen; undefined when no level was. */
export function chosenLevel({rating, levels}: SnapshotFactor): {name: string; text: string} | undefined {
  return isLevel(rating) ? levels[rating - 1] : undefined
}

/** Several organisations' latest snapshots by factor. Nobody is ranked: places stand in the order they are given. */
export interface SideBySide {
  places: {title: string; snapshot?: SnapshotItem}[]
  rows: {
    factor: string
    group: string
    name: string
    /** One for each place; missing where its snapshot does not have the factor. */
    ratings: (FactorRating | undefined)[]
    /** The places that have the factor do not all have the same words for it, so their levels are not quite of the same thing. */
    textDiffers: boolean
  }[]
}

/** @param places - each the state of one organisation's file */
export function sideBySide(places: readonly Pick<CanvasState, 'title' | 'snapshots'>[]): SideBySide {
  const columns = places.map(place => ({title: place.title, snapshot: latestSnapshot(place)}))
  const found = columns.map(({snapshot}) => snapshot ? byFactor(snapshot) : new Map<string, SnapshotFactor>())
  const first = new Map<string, SnapshotFactor>()
  for (const factors of found) for (const [id, factor] of factors) if (!first.has(id)) first.set(id, factor)
  return {
    places: columns,
    rows: [...first.values()].map(({factor, group, name}) => {
      const cells = found.map(factors => factors.get(factor))
      const hashes = new Set(cells.flatMap(cell => cell ? [cell.factorHash] : []))
      return {factor, group, name, ratings: cells.map(cell => cell?.rating), textDiffers: hashes.size > 1}
    }),
  }
}

/** Why these files cannot stand side by side, in plain words; an empty list when they can. */
export function sideBySideProblems(files: readonly Pick<CanvasFile, 'canvas'>[]): string[] {
  const canvases = [...new Set(files.map(({canvas}) => canvas))]
  if (canvases.length < 2) return []
  return [`The files are about ${canvases.length} different canvases (${canvases.map(id => `"${id}"`).join(', ')}). `
    + 'Choose files that are about the same one.']
}

/** The factors of a snapshot by id. A file written by hand may name a factor twice: the last one counts, on every device. */
function byFactor({factors}: SnapshotItem): Map<string, SnapshotFactor> {
  return new Map(factors.map(factor => [factor.factor, factor]))
}
