import {hasControl, sameStart, unseenFaults} from './as-seen.js'
import type {LateFix, Report} from './report.js'
import type {SourceText} from './source-text.js'

/** Reports each line that is not as a person sees it, once. @param from - 0-based line; `to` is after the last */
export function reportUnseen(report: Report, from: number, to: number): void {
  const {source} = report
  for (const line of unseenLines(source, from, to)) {
    const at = source.offset(line, sameStart(source.given.lines[line]!, source.lines[line]!))
    const fix = {start: source.offset(line), end: source.offset(line, Infinity), text: source.lines[line]!}
    if (hasControl(source.given.lines[line]!)) reportControl(report, at, fix)
    else reportPaste(report, 'info', at, unseenFaults(source.given.lines[line]!), fix)
  }
}

/** Lines that are not in the file as a person sees them. */
export function unseenLines({given, lines}: SourceText, from: number, to: number): number[] {
  const found: number[] = []
  for (let line = from; line < to; line++) if (given.lines[line] !== lines[line]) found.push(line)
  return found
}

export function reportControl(report: Report, at: number, fix?: LateFix): void {
  report.error('control-character', at, 'Here is a character that nobody sees and programs obey.', 'Delete it.', fix)
}

/** Reports a line that was tidied, with what it had. */
export function reportPaste(report: Report, severity: 'info' | 'warning', at: number, faults: readonly string[], fix: LateFix): void {
  report.add(severity, 'word-paste', at, `This line has ${faults.join(', ') || 'characters from a word processor'}.`,
    'It is read as it was meant. Tidy it so that the next person sees what is read.', fix)
}
