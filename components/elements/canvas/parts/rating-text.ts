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
