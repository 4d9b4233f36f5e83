import type {Finding, StyleRule} from '../page/rule.js'

const LONGEST_MONTHS = 36
const SAID = /\b(?:page )?last reviewed\b|\bnext review(?: due)?\b/gi

/** The compiler reports dates that are missing or out of order; the page shows them at its end. */
export const reviewDates: StyleRule = {
  id: 'C32', title: 'Review dates at most 3 years apart, and none on question pages', severity: 'error',
  check: ({page}) => {
    const [last, next] = ['last_reviewed', 'next_review'].map(name => page.front.get(name)?.value)
    const found: Finding[] = []
    if (last?.kind === 'text' && next?.kind === 'text' && monthsBetween(last.text, next.text) > LONGEST_MONTHS) {
      found.push({
        at: next.at, message: `The next review is more than ${LONGEST_MONTHS / 12} years after the last.`,
        advice: 'Choose an earlier date: the content standard asks for a planned cycle of at most 3 years.',
      })
    }
    const inQuestions = page.prose.filter(({inQuestion}) => inQuestion).flatMap(prose => prose.own(SAID)
      .filter(({index}) => /^[^.]{0,40}\d{4}/.test(prose.text.slice(index)))
      .map(({index}) => ({
        at: prose.offset(index), message: 'A review date stands on the page of a question.',
        advice: 'Take it away: the dates are shown at the end of the module.',
      })))
    return [...found, ...inQuestions]
  },
}

/** Of two dates as 2026-11-23; NaN for anything else. */
function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map(text => /^(\d{4})-(\d\d)-(\d\d)$/.exec(text))
  if (!a || !b) return NaN
  return (Number(b[1]) - Number(a[1])) * 12 + Number(b[2]) - Number(a[2]) + (b[3]! > a[3]! ? 0.5 : 0)
}
