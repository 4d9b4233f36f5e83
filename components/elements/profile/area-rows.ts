import {
  isLevel, isMyRole, oneSidedOf, profileOf, ratingsIn, type DomainProfile, type OneSided, type Sitting,
} from '../../model/assessment/assessment.js'
import type {Framework} from '../../model/guide/framework.js'
import type {RatedEvent} from '../../model/record/record.js'

/** A skill area with what is known of one side of it alone. */
export interface AreaRow extends DomainProfile {
  alone: OneSided
  /** Of how many statements the role needs more. */
  more: number
  /** Of how many the learner is not sure where they are; of how many others, what their role needs. */
  nowUnsure: number
  neededUnsure: number
}

/** The skill areas of a self-assessment, in the framework's order. */
export function areaRows(framework: Framework, sitting: Sitting): AreaRow[] {
  return profileOf(framework, sitting).map(row => {
    const ratings = ratingsIn(framework, sitting, row.domain)
    const own = ratings.filter(isMyRole)
    const nowUnsure = own.filter(({now}) => now === 'unsure').length
    const more = own.filter(needsMore).length
    return {...row, alone: oneSidedOf(ratings), more, nowUnsure, neededUnsure: row.unsure - nowUnsure}
  })
}

/** The mean of what has levels on both sides, or else of what has one on this side alone. */
export function figureOf(row: AreaRow, side: keyof OneSided): number | undefined {
  return counted(row) ? row[side] : row.alone[side]
}

/** How many answers a domain's means are of. */
export function counted({rated, unsure, notMyRole}: DomainProfile): number {
  return rated - unsure - notMyRole
}

export function needsMore(rating: RatedEvent | undefined): boolean {
  return rating !== undefined && isLevel(rating.now) && isLevel(rating.needed) && rating.needed > rating.now
}
