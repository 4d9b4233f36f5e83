import {stripVTControlCharacters} from 'node:util'

/**
 * All that a command prints goes through here, since much of it is somebody else's: titles, names of files, what a program
 * answered. None of that may move the cursor, colour the terminal, write over a line or turn the order of letters round.
 * `test/structure/output.test.ts` finds what goes another way.
 */

/** Control characters but for line ends, and those that change which way text runs. */
const CONTROLS = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** A piece of text that stands in a line with others. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS_AND_LINE_ENDS, ' ')
}
const CONTROLS_AND_LINE_ENDS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** Prints lines for a person. */
export function say(text: string): void {
  process.stdout.write(`${lines(text)}\n`)
}

/** Prints lines for a person who has to do something, beside what the command was asked for. */
export function complain(text: string): void {
  process.stderr.write(`${lines(text)}\n`)
}

/** Prints lines in our own colours. Whoever painted them sent each piece of somebody else's through `printable`. */
export function sayPainted(text: string): void {
  process.stdout.write(`${paintedLines(text)}\n`)
}

export function complainPainted(text: string): void {
  process.stderr.write(`${paintedLines(text)}\n`)
}

/** Prints a file for a program: a table, a calendar. Line ends stay as they are. */
export function printFile(text: string): void {
  process.stdout.write(text.replace(CONTROLS, (sign, at) => sign === '\r' && text[at + 1] === '\n' ? sign : ' '))
}

/** JSON that loses nothing by being printed: it can tell every character in others. */
export function jsonLines(value: unknown): string {
  const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `${JSON.stringify(value, undefined, 2).replace(CONTROLS, escaped)}\n`
}

/** The colours of `terminal.ts`, and nothing else that a terminal would obey. */
function paintedLines(text: string): string {
  return text.split(/(\u001b\[(?:1|2|22|3[1239])m)/).map((piece, n) => n % 2 ? piece : lines(piece)).join('')
}

function lines(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r\n', '\n').replace(CONTROLS, ' ')
}
