import type {Finding, StyleRule} from '../page/rule.js'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December']
const FULL = MONTHS.join('|')
const SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec'

interface DatePattern { pattern: RegExp; better?: (found: RegExpExecArray) => string | undefined }

const PATTERNS: readonly DatePattern[] = [
  {
    pattern: /(?<![\w-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])/g,
    better: ([, year, month, day]) => `${Number(day)} ${MONTHS[Number(month) - 1]!} ${year!}`,
  },
  // 3/4/2026 is April here and March elsewhere: only the author knows.
  {
    pattern:
      /(?<![\w/.-])(?:0?[1-9]|[12]\d|3[01])(?:\/(?:0?[1-9]|1[0-2])\/|\.(?:0[1-9]|1[0-2])\.)(?:19|20)\d\d(?![\w/])/g,
  },
  {
    pattern: new RegExp(`(?<![\\w-])(\\d{1,2})(?:st|nd|rd|th)(?: of)? (${FULL}|${SHORT})\\b\\.?(?! (?:to|and) )`, 'g'),
    better: ([, day, month]) => `${day!} ${inFull(month!)}`,
  },
  {
    pattern: new RegExp(`(?<![\\w-])(\\d{1,2}) (${SHORT})\\b(?!\\p{L})\\.?`, 'gu'),
    better: ([, day, month]) => `${day!} ${inFull(month!)}`,
  },
  {
    pattern: new RegExp(`(?<![\\w-])(${SHORT})\\b\\.? ((?:19|20)\\d\\d)\\b`, 'g'),
    better: ([, month, year]) => `${inFull(month!)} ${year!}`,
  },
  {
    pattern: new RegExp(`\\b(${FULL}|${SHORT})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'g'),
    better: ([, month, day, year]) => `${day!} ${inFull(month!)} ${year!}`,
  },
  {
    pattern: new RegExp(`(?<![\\w-])(\\d{1,2} (?:${FULL})), ((?:19|20)\\d\\d)\\b`, 'g'),
    better: ([, day, year]) => `${day!} ${year!}`,
  },
]

export const dates: StyleRule = {
  id: 'C16', title: 'Dates as 6 August 2018', severity: 'error',
  check: ({page}) => page.all.filter(({isShown, unquoted}) => !isShown && /\d/.test(unquoted)).flatMap(prose => {
    const taken: [number, number][] = []
    return PATTERNS.flatMap(({pattern, better}) => prose.own(pattern).flatMap((found): Finding[] => {
      const to = found.index + found[0].length
      if (taken.some(([a, b]) => found.index < b && to > a)) return []
      taken.push([found.index, to])
      const text = better?.(found)
      return [{
        at: prose.offset(found.index), message: `"${found[0]}" is not how dates are written here.`,
        advice: text ? `Write ${text}.` : 'Write the day, the month in full and the year: 6 August 2018.',
        fix: text ? prose.replacing(found.index, to, text) : undefined,
      }]
    }))
  }),
}

function inFull(month: string): string {
  return MONTHS.find(full => full.startsWith(month.slice(0, 3))) ?? month
}
