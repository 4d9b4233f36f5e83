import type {LateFix, Report} from './report.js'

/**
 * Characters that nobody sees and that programs obey: control characters but for line ends and tabs, line ends that only Unicode
 * has, and those that turn the order of letters round. A terminal takes commands from the first, and with the last a line
 * reads otherwise than it is. Marks of direction (U+200E, U+200F) change no order of their own, so they stay.
 */
const CONTROL = /[^\P{Cc}\t\r\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const CONTROLS = new RegExp(CONTROL, 'gu')
/** Ends of lines and pages in other programs: words on both sides stay apart. */
const BREAKS = /[\v\f\u0085\u2028\u2029]/g
/** The same by number, of those that markdown reads: it makes U+FFFD of the others. */
const BY_NUMBER = /&#(?:x0*(?:202[89a-e]|206[6-9])|0*(?:823[2-8]|829[4-7]));/gi

export function firstControl(text: string): string | undefined {
  return CONTROL.exec(text)?.[0]
}

/** Most texts have none, and are looked at once. */
export function mayHaveControls(text: string): boolean {
  return CONTROL.test(text) || text.includes('&#')
}

export function withoutControls(text: string): string {
  return text.replace(BY_NUMBER, '').replace(BREAKS, ' ').replace(CONTROLS, '')
}

/**
 * Reports the first such character of each line.
 *
 * @param from - 0-based line
 * @param to - the line after the last
 * @param fixOf - makes the fix of a line that others may mend as well
 */
export function reportControls(report: Report, from: number, to: number, fixOf = fixAlone): void {
  const {source} = report
  if (!mayHaveControls(source.text)) return
  for (let line = from; line < to; line++) {
    const text = source.lines[line] ?? ''
    const at = text.search(CONTROL)
    const named = text.search(BY_NUMBER)
    const first = at < 0 ? named : named < 0 ? at : Math.min(at, named)
    if (first >= 0) reportControl(report, source.offset(line, first), fixOf(line, report))
  }
}

export function reportControl(report: Report, at: number, fix?: LateFix): void {
  report.error('control-character', at, 'Here is a character that nobody sees and programs obey.',
    'Delete it.', fix)
}

function fixAlone(line: number, {source}: Report): LateFix | undefined {
  const start = source.offset(line)
  return {start, end: source.offset(line, Infinity), text: withoutControls(source.lines[line]!)}
}
