import type {StyleRule} from '../page/rule.js'

const DAYS = 'Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?'
const NUMBER = '£?\\d[\\d,]{0,9}(?:\\.\\d+)?'
const NUMBERS = new RegExp('(?<![\\p{L}\\p{N}.,:/#+-]|[\\u2013\\u2014])'
  + `(${NUMBER}(?:am|pm|%)?)( ?[\\u2013\\u2014] ?| - |-)(${NUMBER})(?![\\p{N}/:-]|\\.\\d)`, 'gu')
const NAMED_DAYS = new RegExp(`\\b(${DAYS})( ?[\\u2013\\u2014-] ?)(${DAYS})\\b`, 'g')

export const ranges: StyleRule = {
  id: 'C18', title: 'Ranges with "to", not with a dash', severity: 'error',
  check: ({page}) => page.prose.flatMap(prose => [...prose.own(NUMBERS), ...prose.own(NAMED_DAYS)]
    .filter(([, from, , to]) => isRange(from!, to!))
    .map(found => {
      const [whole, from, dash, to] = found
      const at = found.index + from!.length
      return {
        at: prose.offset(found.index), message: `"${whole}" is a range with a dash.`,
        advice: `Write "${from!} to ${to!}".`,
        fix: prose.replacing(at, at + dash!.length, ' to '),
      }
    })),
}

/** A phone number or a code is no range: its parts begin with 0, or do not ascend. */
function isRange(from: string, to: string): boolean {
  const [a, b] = [from, to].map(text => text.replace(/[£,%]|am|pm/g, ''))
  if (/^\D/.test(a!)) return true
  if (/am|pm/.test(from)) return true
  const isYears = /^(?:19|20)\d\d$/.test(a!) && /^\d\d$/.test(b!)
  return !/^0\d/.test(a!) && !/^0\d/.test(b!) && (Number(a) < Number(b) || isYears)
}
