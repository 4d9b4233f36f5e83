import type {Finding, StyleRule} from '../page/rule.js'

const VALUES: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
}
/** "One" is more often a pronoun than a number: it counts before a unit, or beside another number. */
const ONE = '[Oo]ne(?= (?:or two|or more|in \\d|(?:hour|minute|second|day|week|month|year)\\b))'
const LARGER = Object.keys(VALUES).slice(1)
const CAPITAL = LARGER.map(word => word[0]!.toUpperCase() + word.slice(1))
const WORD = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${[ONE, ...LARGER, ...CAPITAL].join('|')})(?![\\p{L}\\p{N}-])`, 'gu')
const NOT_COUNTED = 'to|or|and|in|on|at|for|from|by|is|if|as|the|when|with|of|but|so|then'
/** Before a word that is counted: codes, years and phone numbers stand alone, or before words such as "or". */
const WITHOUT_COMMA = new RegExp('(?<![\\p{L}\\p{N}.,:/#£$-])(?!(?:19|20)\\d\\d )[1-9]\\d{3,5}'
  + `(?= (?!(?:${NOT_COUNTED}) )\\p{Ll})`, 'gu')
const EMPTY_DECIMAL =
  /(?<![\p{N}.])\d+\.0+(?=%| (?:million|billion|per cent|hours?|minutes?|days?|weeks?|months?|years?|people)\b)/gu

export const numerals: StyleRule = {
  id: 'C15', title: 'Numerals for numbers, with a comma above 999', severity: 'warning',
  check: ({page}) => page.prose.flatMap((prose): Finding[] => [
    ...prose.own(WORD).map(({0: word, index}) => {
      const numeral = String(VALUES[word.toLowerCase()])
      return {
        at: prose.offset(index), message: `"${word}" is a number in words.`, advice: `Write ${numeral}.`,
        fix: prose.replacing(index, index + word.length, numeral),
      }
    }),
    ...prose.own(WITHOUT_COMMA).map(({0: digits, index}) => {
      const better = Number(digits).toLocaleString('en-GB')
      return {
        at: prose.offset(index), message: `${digits} has no comma.`, advice: `Write ${better}.`,
        fix: prose.replacing(index, index + digits.length, better),
      }
    }),
    ...prose.own(EMPTY_DECIMAL).map(({0: digits, index}) => {
      const better = String(Math.trunc(Number(digits)))
      return {
        at: prose.offset(index), message: `${digits} has a decimal that says nothing.`, advice: `Write ${better}.`,
        fix: prose.replacing(index, index + digits.length, better),
      }
    }),
  ]),
}
