import {printable} from './output.js'

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

function cellText(cell: string | number | undefined): string {
  if (typeof cell === 'number') return cell.toLocaleString('en-GB')
  return printable(cell ?? '')
}
