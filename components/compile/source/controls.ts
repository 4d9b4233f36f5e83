import type {Report} from './report.js'

/**
 * Characters that nobody sees and that programs obey: control characters but for line ends and tabs, line ends that only Unicode
 * has, and those that turn the order of letters round. A terminal takes commands from the first, and with the last a line
 * reads otherwise than it is. Marks of direction (U+200E, U+200F) change no order of their own, so they stay.
 */
const CONTROL = /[^\P{Cc}\t\r\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const CONTROLS = new RegExp(CONTROL, 'gu')
/** Ends of lines and pages in other programs: words on both sides stay apart. */
const BREAKS = /[\v\f\u0085\u2028\u2029]/g
const BY_NUMBER = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi

export function firstControl(text: string): string | undefined {
  return CONTROL.exec(text)?.[0]
}

function withoutControls(text: string): string {
  return text.replace(BREAKS, ' ').replace(CONTROLS, '')
}

/** Reports lines of a file that have such characters, or name one by its number: once each. */
export function reportControls(report: Report): void {
  const {source} = report
  if (!CONTROL.test(source.text) && !source.text.includes('&#')) return
  for (const [line, text] of source.lines.entries()) {
    const start = text.search(CONTROL)
    if (start >= 0) {
      reportControl(report, source.offset(line, start), text[start]!, {
        start: source.offset(line, start), end: source.offset(line, text.length), text: withoutControls(text.slice(start)),
      })
    }
    for (const {0: {length}, 1: hex, 2: decimal, index} of text.matchAll(BY_NUMBER)) {
      const code = hex ? parseInt(hex, 16) : Number(decimal)
      const sign = code <= 0x10ffff ? String.fromCodePoint(code) : ''
      const at = source.offset(line, index)
      if (firstControl(sign)) reportControl(report, at, sign, {start: at, end: at + length, text: withoutControls(sign)})
    }
  }
}

export function reportControl(report: Report, at: number, sign: string, fix?: {start: number; end: number; text: string}): void {
  const name = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  report.error('control-character', at,
    `A character stands here that nobody sees and that programs obey: ${name}.`,
    'Delete it. It may have come with pasted text.', fix)
}
