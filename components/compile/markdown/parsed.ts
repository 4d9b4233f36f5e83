import {branches, type Branch} from './branch.js'
import {parseMarkdown} from './markdown.js'
import type {Reading} from './reading.js'

/** The blocks of a file. What markdown reads as the address of a link that nothing uses is reported: readers do not see it. */
export function parsed(reading: Reading): Branch[] {
  const {tokens, unused} = parseMarkdown(reading.lines.join('\n'))
  for (const {line, end} of unused) {
    const words = reading.lines.slice(line, end).map(each => each.replace(/^[ \t>]*/, '')).join(' ')
    reading.report.warning('not-shown', reading.offset(line, (reading.lines[line] ?? '').indexOf('[')),
      `"${words.slice(0, 200)}" is read as an address that links can name, and none does, so it is not shown.`,
      'Take it away, or write \\ before its first bracket to show it as text.')
  }
  return branches(tokens)
}
