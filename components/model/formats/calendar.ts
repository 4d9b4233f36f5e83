/** A whole day to remember. */
export interface CalendarDay {
  /** The same in each file: when a newer file is opened, its entry replaces the older one with this id. */
  id: string
  /** As 2026-11-23. */
  day: string
  summary: string
  description: string
}

/** RFC 5545, section 3.1. */
const MAX_LINE_BYTES = 75

/**
 * A calendar file (RFC 5545) of whole days, which do not block people's time. Lines end in CRLF and are folded.
 *
 * @param product - what made it, in words
 * @param stamp - when it was made: a day, as 2026-11-23, or a time in ISO 8601 and UTC
 */
export function calendarText(product: string, stamp: string, days: readonly CalendarDay[]): string {
  const made = compact(stamp.includes('T') ? stamp : `${stamp}T00:00:00Z`)
  const entries = days.flatMap(({id, day, summary, description}) => [
    'BEGIN:VEVENT', `UID:${escaped(id)}`, `DTSTAMP:${made}`, `DTSTART;VALUE=DATE:${compact(day)}`,
    `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ])
  const id = `-//${escaped(product).replaceAll('/', ' ')}//EN`
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${id}`, 'CALSCALE:GREGORIAN', ...entries, 'END:VCALENDAR']
    .map(line => `${folded(line)}\r\n`).join('')
}

/** A day or a time with nothing between its figures, and without parts of a second. */
function compact(iso: string): string {
  return iso.replace(/[-:]|\.\d+/g, '')
}

/** Text as RFC 5545, section 3.3.11, wants it. Control characters are left out, so that text cannot end its line early. */
function escaped(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, '').replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** A line folded to at most 75 bytes each, with no character cut in two. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const character of line) {
    const width = bytesOf(character)
    if (bytes + width > MAX_LINE_BYTES) {
      text += '\r\n '
      bytes = 1
    }
    text += character
    bytes += width
  }
  return text
}

/** How many bytes a character takes in UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
