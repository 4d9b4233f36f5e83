/** `undefined` leaves the cell empty. */
export type Cell = string | number | undefined

/**
 * Rows as CSV, after RFC 4180: commas, CRLF after every row, quotes where they are needed. Text that a spreadsheet
 * would run as a formula gets an apostrophe in front; a number is a number, also under 0.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')
}

/** The same for a file. Without the byte order mark, Excel reads it in another encoding: Siôn becomes SiÃ´n. */
export function csvFile(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${csvOf(rows)}`
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = startsFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * As the CSV injection page of OWASP lists them, tab and carriage return and the full-width forms included: those are
 * folded to plain ones by some Asian editions. Also behind white space, which some programs cut off.
 */
function startsFormula(text: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u.test(text)
}
