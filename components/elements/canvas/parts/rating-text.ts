import type {Level} from '../../../model/guide/canvas.js'
import type {FactorRating, LevelText} from '../../../model/canvas/items.js'
import {isLevel} from '../../../model/canvas/spread.js'
import type {CanvasStrings} from '../words/canvas.strings.js'

/** "Level 2: Emerging", or why there is no level. */
export function ratingText(
  rating: FactorRating | undefined, levels: readonly Pick<LevelText, 'name'>[], words: CanvasStrings,
): string {
  if (rating === undefined) return words.noLevel
  return isLevel(rating) ? words.level(rating, levels[rating - 1]?.name ?? '') : words.ratings[rating]
}

/** What was chosen of `radios` or a list. @returns undefined when nothing was */
export function ratingFrom(value: FormDataEntryValue | null): FactorRating | undefined {
  if (value === 'not-assessed' || value === 'does-not-apply') return value
  return ['1', '2', '3', '4'].includes(String(value)) ? Number(value) as Level : undefined
}
