import type {Module} from '../../model/guide/module.js'
import type {ReviewState} from '../../model/guide/review.js'
import {longDate, monthAndYear} from '../shared/words/dates.js'
import type {moduleStrings} from './module.strings.js'

/** What is said of a module's review: a few words for the line under its title, and a sentence where care is needed. */
export function reviewWords(
  {clinicalReview, lastReviewed, nextReview}: Pick<Module, 'clinicalReview' | 'lastReviewed' | 'nextReview'>,
  state: ReviewState, lang: string, words: (typeof moduleStrings)['en'],
): {short: string; warning: string} {
  switch (state) {
    case 'overdue': return {short: words.overdueShort, warning: words.overdue(longDate(nextReview ?? '', lang))}
    case 'never-reviewed': return clinicalReview
      ? {short: words.clinicalShort, warning: words.clinical}
      : {short: words.notReviewedShort, warning: words.notReviewed}
    default: return {short: lastReviewed ? words.reviewed(monthAndYear(lastReviewed, lang)) : '', warning: ''}
  }
}
