import type {Level} from '../guide/canvas.js'
import {asLine, asText} from './items.js'
import type {AgreedItem, FactorRating, RatedItem, SnapshotFactor, SnapshotItem} from './items.js'
import type {CanvasState, LocalFactor, RatingSet} from './state.js'
import {plainText} from '../guide/document.js'

/** How the raters of one assessment see one factor. */
export interface FactorSpread {
  factor: LocalFactor
  /** Everyone who gave it a level, lowest first. */
  views: View[]
  /** How many gave level 1, 2, 3 and 4. */
  counts: number[]
  lowest?: Level
  highest?: Level
  /** Highest less lowest, 0 to 3; 0 when nobody gave a level. */
  range: number
  /**
   * How far apart two raters are on average, as a share of how far apart so many raters can be: 0 when all agree, 1
   * when one half gave 1 and the other half 4. 0 when fewer than two gave a level.
   */
  disagreement: number
  /** True when some raters gave the factor a level, and others said that it does not apply. */
  isInDoubt: boolean
  doesNotApply: RatingSet[]
  /** Rating sets that say "not assessed": the rater looked, and could not say. */
  notAssessed: RatingSet[]
  /** Rating sets without an answer for this factor. */
  unanswered: RatingSet[]
  /** What the team has agreed on. */
  agreed?: AgreedItem
}

export interface View {
  set: RatingSet
  level: Level
  rated: RatedItem
  /** True when the words of the factor have changed since this rating. */
  textChanged: boolean
}

/**
 * The factors that the team uses, with the views on each: those with most disagreement first. Among equals, those in doubt
 * (`isInDoubt`) come first, then those with the widest range, then the team's order decides.
 *
 * @param assessment - UUID
 */
export function spreadByFactor(state: CanvasState, assessment: string): FactorSpread[] {
  const sets = state.ratingSets.filter(set => set.assessment === assessment)
  const agreed = state.agreements.get(assessment)
  return state.factors
    .map(factor => spreadOf(factor, sets, agreed?.get(factor.id)))
    .sort((a, b) => b.disagreement - a.disagreement || Number(b.isInDoubt) - Number(a.isInDoubt) || b.range - a.range)
}

/** The same for the factors that the guide does not have any more: those that somebody rated in this assessment, or agreed on. */
export function goneSpreads(state: CanvasState, assessment: string): FactorSpread[] {
  const sets = state.ratingSets.filter(set => set.assessment === assessment)
  const agreed = state.agreements.get(assessment)
  return state.gone.filter(({id}) => agreed?.has(id) || sets.some(({ratings}) => ratings.has(id)))
    // Nobody can answer any more.
    .map(factor => ({...spreadOf(factor, sets, agreed?.get(factor.id)), unanswered: []}))
}

function spreadOf(factor: LocalFactor, sets: readonly RatingSet[], agreed: AgreedItem | undefined): FactorSpread {
  const saying = (rating: FactorRating | undefined): RatingSet[] =>
    sets.filter(({ratings}) => ratings.get(factor.id)?.rating === rating)
  const views = sets.flatMap((set): View[] => {
    const rated = set.ratings.get(factor.id)
    if (!rated || !isLevel(rated.rating)) return []
    return [{set, level: rated.rating, rated, textChanged: factor.hash !== '' && rated.factorHash !== factor.hash}]
  }).sort((a, b) => a.level - b.level)
  const counts = countsOf(views.map(({level}) => level))
  const lowest = views[0]?.level
  const highest = views.at(-1)?.level
  const doesNotApply = saying('does-not-apply')
  return {
    factor, views, counts, lowest, highest, range: (highest ?? 0) - (lowest ?? 0), disagreement: disagreementOf(counts),
    isInDoubt: views.length > 0 && doesNotApply.length > 0, doesNotApply, notAssessed: saying('not-assessed'),
    unanswered: saying(undefined), agreed,
  }
}

export function isLevel(rating: FactorRating | undefined): rating is Level {
  return typeof rating === 'number'
}

/** @param counts - how many gave level 1, 2, 3 and 4 */
export function disagreementOf(counts: readonly number[]): number {
  const raters = counts.reduce((sum, count) => sum + count, 0)
  if (raters < 2) return 0
  let apart = 0
  counts.forEach((low, i) => counts.forEach((high, j) => { if (j > i) apart += low * high * (j - i) }))
  const farthest = Math.floor(raters / 2) * Math.ceil(raters / 2) * (counts.length - 1)
  return apart / farthest
}

function countsOf(levels: readonly Level[]): number[] {
  const counts = [0, 0, 0, 0]
  for (const level of levels) counts[level - 1]! += 1
  return counts
}

/**
 * The result of an assessment, as a snapshot without id and time: the agreed rating of each factor that the team uses, with
 * the words of today. Factors without an agreed rating are `not-assessed`. What was agreed on a factor before it left the guide
 * comes last.
 */
export function snapshotOf(
  state: CanvasState, assessment: string,
  details: Pick<SnapshotItem, 'name' | 'date' | 'notes' | 'nextReview' | 'corrects'>,
): Omit<SnapshotItem, 'id' | 'at'> {
  const sets = state.ratingSets.filter(set => set.assessment === assessment)
  const gone = state.gone.filter(({id}) => state.agreements.get(assessment)?.has(id))
  const factors = [...state.factors, ...gone].map((factor): SnapshotFactor => {
    const agreed = state.agreements.get(assessment)?.get(factor.id)
    return {
      factor: factor.id, factorHash: factor.hash || agreed!.factorHash, group: asLine(factor.group), name: asLine(factor.name),
      levels: factor.levels.map(({name, text}, i) =>
        ({name: asLine(name) || String(i + 1), text: asText(plainText(text))})),
      rating: agreed?.rating ?? 'not-assessed', ...(agreed?.note && {note: agreed.note}),
      views: spreadOf(factor, sets, agreed).counts,
    }
  })
  return {type: 'snapshot', assessment, ...details, factors}
}
