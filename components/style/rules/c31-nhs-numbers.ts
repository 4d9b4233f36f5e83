import {matches} from '../page/matches.js'
import type {Finding, StyleRule} from '../page/rule.js'

const TEN_DIGITS = /(?<![\p{L}\p{N}.+/#-])([1-9]\d{2})([ -]?)(\d{3})([ -]?)(\d{4})(?![\p{L}\p{N}/-]|\.\d)/gu

/** Numbers that begin with 999 are given to nobody; any other of 10 digits may be a person's. */
export const nhsNumbers: StyleRule = {
  id: 'C31', title: 'NHS numbers as 999 123 4567', severity: 'error',
  check: ({page}) => page.all.flatMap(prose => matches(TEN_DIGITS, prose.text).flatMap((found): Finding[] => {
    const [whole, a, , b, , c] = found
    const better = `${a!} ${b!} ${c!}`
    const at = prose.offset(found.index)
    if (a !== '999') {
      return [{
        at, message: `"${whole}" may be somebody's NHS number.`,
        advice: 'Use 999 123 4567, which is nobody\'s. If it is another kind of number, excuse the line.',
      }]
    }
    return whole === better ? [] : [{
      at, message: 'An NHS number is shown in groups of 3, 3 and 4.', advice: `Write ${better}.`,
      fix: prose.replacing(found.index, found.index + whole.length, better),
    }]
  })),
}
