import type {Finding, StyleRule} from '../page/rule.js'

const CURLY = /[\u2018\u2019\u201a\u201b\u201c\u201d\u201e]/

/** Looks at the lines as they are written: the compiler reads curly quotes as straight ones. */
export const straightQuotes: StyleRule = {
  id: 'C23', title: 'Straight quotes and apostrophes', severity: 'error',
  check: ({page}) => page.source.lines.flatMap((text, line): Finding[] => {
    const first = text.search(CURLY)
    // Between backticks a quote may be the very thing that is shown.
    if (first < 0 || page.codeLines.has(line) || text.includes('`')) return []
    const last = text.length - 1 - [...text].reverse().join('').search(CURLY)
    const start = page.source.offset(line, first)
    const words = text.slice(first, last + 1)
    return [{
      at: start, message: 'This line has curly quotes.', advice: 'Write \' and ", as the keyboard does.',
      // In front matter a quote may begin or end a value.
      fix: line < page.bodyLine ? undefined : {start, end: start + words.length, text: straight(words)},
    }]
  }),
}

function straight(text: string): string {
  return text.replace(/[\u2018\u2019\u201a\u201b]/g, "'").replace(/[\u201c\u201d\u201e]/g, '"')
}
