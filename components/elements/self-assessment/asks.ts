import {isLevel, type Sitting} from '../../model/assessment/assessment.js'
import type {RateStatement} from '../../model/guide/question.js'
import {byTime} from '../../model/log/entries.js'
import type {Rating} from '../../model/record/record.js'

/** A question that is asked of each statement: the level now, the level the role needs, the level before. */
export type Ask = 'now' | 'needed' | 'before'

/** What is asked of each statement, in this order. */
export function asksOf({looksBack}: Pick<Sitting, 'looksBack'>): Ask[] {
  return looksBack ? ['before', 'now', 'needed'] : ['now', 'needed']
}

/** The level that the role needs of the statement that was rated last, as the learner remembers it. */
export function lastNeed({ratings}: Sitting, statement: RateStatement): Rating | undefined {
  const needed = [...ratings.values()].filter(({about}) => about !== statement.id).sort(byTime).at(-1)?.needed
  return isLevel(needed) ? needed : undefined
}

export function ratingOf(value: FormDataEntryValue | null): Rating | undefined {
  if (value === null) return undefined
  return value === 'unsure' || value === 'not-my-role' ? value : Number(value) as Rating
}
