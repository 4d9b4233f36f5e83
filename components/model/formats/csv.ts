/** `undefined` leaves the cell empty. */
export type Cell = string | number | undefined

/**
 * Rows as CSV, after RFC 4180: commas, CRLF after every row, quotes where they are needed. Text that a spreadsheet
 * would run as a formula gets an apostrophe in front. A number gets none, also when it is below 0.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')
}

/** Rows as a CSV file. It begins with a byte order mark, without which Excel shows Siôn as SiÃ´n. */
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
 * True for text that begins with a character on OWASP's CSV injection page, or with tab, carriage return or a full-width form:
 * some Asian editions read full-width forms as plain ones. White space before it is skipped, since some programs cut it off.
 */
function startsFormula(text: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u.test(text)
}
