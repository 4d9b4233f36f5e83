import type {Module} from '../../model/guide/module.js'
import type {ReviewState} from '../../model/guide/review.js'
import {longDate, monthAndYear} from '../shared/words/dates.js'
import type {moduleStrings} from './module.strings.js'

/**
 * What is said of a module's review: a few words for the line under its title, a sentence for what the line opens to, and whether
 * care is needed. That its authors alone have checked a page is told, and is no reason to doubt what it says.
 */
export function reviewWords(
  {clinicalReview, lastReviewed, nextReview}: Pick<Module, 'clinicalReview' | 'lastReviewed' | 'nextReview'>,
  state: ReviewState, lang: string, words: (typeof moduleStrings)['en'],
): {short: string; more?: string; isWarning?: true} {
  switch (state) {
    case 'overdue': return {short: words.overdueShort, more: words.overdue(longDate(nextReview ?? '', lang)), isWarning: true}
    case 'never-reviewed': return clinicalReview
      ? {short: words.clinicalShort, more: words.clinical, isWarning: true}
      : {short: words.notReviewedShort, more: words.notReviewed(lastReviewed && longDate(lastReviewed, lang))}
    default: return {short: lastReviewed ? words.reviewed(monthAndYear(lastReviewed, lang)) : ''}
  }
}
