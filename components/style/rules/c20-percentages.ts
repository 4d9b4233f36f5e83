import type {Finding, StyleRule} from '../page/rule.js'

/** Percentages that people say as "1 in 4". */
const PARTS: Record<string, string> = {
  5: '1 in 20', 10: '1 in 10', 20: '1 in 5', 25: '1 in 4', 33: '1 in 3', 40: '2 in 5', 50: '1 in 2', 60: '3 in 5',
  75: '3 in 4', 80: '4 in 5', 90: '9 in 10',
}
const SIGN = /(?<![\p{N}.,])(\d{1,3})%(?! to )/gu
const OF_PEOPLE = /^% (?:of|said|are|have|do|can|did|were|use)\b/
const IN_WORDS = /(\d) ?(?:per cent|percent)\b/g

export const percentages: StyleRule = {
  id: 'C20', title: 'The % sign, or better "1 in 2"', severity: 'info',
  check: ({page}) => page.prose.filter(({inQuestion}) => !inQuestion).flatMap((prose): Finding[] => [
    ...prose.own(SIGN).flatMap(({0: whole, 1: number, index}) => {
      const parts = PARTS[number!]
      return parts && OF_PEOPLE.test(prose.unquoted.slice(index + number!.length)) ? [{
        at: prose.offset(index), message: `${whole} can be said as ${parts}.`,
        advice: 'Parts of a few people are understood by more readers than a percentage.',
      }] : []
    }),
    ...prose.own(IN_WORDS).map(({0: whole, index}) => ({
      at: prose.offset(index), message: 'A percentage is written with its sign.',
      advice: 'Write %, with no space before it.',
      fix: prose.replacing(index + 1, index + whole.length, '%'),
    })),
  ]),
}
