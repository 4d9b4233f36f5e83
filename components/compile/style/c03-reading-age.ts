import type {StyleRule} from './rule.js'
import {countWords, sentences} from './sentences.js'

/** The manual asks for 9 to 11, and 11 to 14 where the subject is harder. */
const OLDEST = 14
/** A score of a few lines says nothing. */
const FEWEST_WORDS = 100
/** Children begin the first school year of the index at this age. */
const AGE_OF_FIRST_YEAR = 5

/**
 * The automated readability index (Smith and Senter 1967): it counts letters, where others guess at syllables. For
 * information only: the manual uses readability scores to decide what to look at first, and for nothing else.
 */
export const readingAge: StyleRule = {
  id: 'C03', title: 'Reading age of 9 to 11, or 11 to 14 for harder topics', severity: 'info',
  check: ({page}) => {
    const texts = page.prose.filter(({kind}) => kind === 'paragraph').map(({text}) => text)
    const words = texts.reduce((sum, text) => sum + countWords(text), 0)
    if (words < FEWEST_WORDS) return []
    const letters = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
    const count = texts.reduce((sum, text) => sum + sentences(text).length, 0)
    const age = Math.round(4.71 * letters / words + 0.5 * words / count - 21.43 + AGE_OF_FIRST_YEAR)
    return age <= OLDEST ? [] : [{
      at: page.source.offset(page.bodyLine), message: `This page reads as for people of about ${age}.`,
      advice: 'Shorter sentences and everyday words make it lower. This is a hint, not a fault.',
    }]
  },
}
