/** Rows as a table for a person, the first one its head. Columns of numbers stand to the right. */
export function textTable(rows: readonly (readonly (string | number)[])[]): string {
  const columns = Math.max(0, ...rows.map(row => row.length))
  const words = rows.map(row => Array.from({length: columns}, (_, n) => cellText(row[n])))
  const widths = Array.from({length: columns}, (_, n) => Math.max(...words.map(row => row[n]!.length)))
  const isNumber = Array.from({length: columns}, (_, n) => (
    rows.length > 1 && rows.slice(1).every(row => typeof row[n] === 'number')))
  const line = (row: readonly string[]): string => row
    .map((word, n) => isNumber[n] ? word.padStart(widths[n]!) : word.padEnd(widths[n]!))
    .join('  ').trimEnd()
  const [head, ...rest] = words
  if (!head) return ''
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rest.map(line)].join('\n') + '\n'
}

/** A cell may show content, which must not be able to move the cursor or colour the terminal. */
function cellText(cell: string | number | undefined): string {
  if (typeof cell === 'number') return cell.toLocaleString('en-GB')
  return (cell ?? '').replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}
