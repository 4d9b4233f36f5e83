import type {StyleRule} from '../page/rule.js'
import {matches} from '../page/matches.js'
import {countWords} from '../page/sentences.js'

/** The manual asks for 9 to 11, and 11 to 14 where the subject is harder. */
const OLDEST = 14
/** A score of a few lines says nothing. */
const FEWEST_WORDS = 100
const LETTERS = /[\p{L}\p{N}]+/gu
/** Children begin the first school year of the index at this age. */
const AGE_OF_FIRST_YEAR = 5

/**
 * The automated readability index (Smith and Senter 1967): it counts letters, where others guess at syllables. For
 * information only: the manual uses readability scores to decide what to look at first, and for nothing else.
 */
export const readingAge: StyleRule = {
  id: 'C03', title: 'Reading age of 9 to 11, or 11 to 14 for harder topics', severity: 'info',
  check: ({page}) => {
    const paragraphs = page.prose.filter(({kind}) => kind === 'paragraph')
    const words = paragraphs.reduce((sum, {text}) => sum + countWords(text), 0)
    if (words < FEWEST_WORDS) return []
    const runs = paragraphs.flatMap(({text}) => matches(LETTERS, text))
    const letters = runs.reduce((sum, {0: run}) => sum + run.length, 0)
    const count = paragraphs.reduce((sum, {sentences}) => sum + sentences.length, 0)
    const age = Math.round(4.71 * letters / words + 0.5 * words / count - 21.43 + AGE_OF_FIRST_YEAR)
    return age <= OLDEST ? [] : [{
      at: page.source.offset(page.bodyLine), message: `This page reads as for people of about ${age}.`,
      advice: 'Shorter sentences and everyday words make it lower. This is a hint, not a fault.',
    }]
  },
}
