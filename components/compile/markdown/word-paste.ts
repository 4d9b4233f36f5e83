import {labelKind, splitPrefix} from './prefixes.js'

/**
 * Lines as an author would have typed them, from lines that came out of Word, a web page or a phone: bullets and boxes
 * that are characters, curly quotes, hard spaces, feedback that lost its indent. As many lines come back as were
 * given, and tidying twice changes nothing more. Code is left alone.
 */
export function tidyPaste(lines: readonly string[]): string[] {
  let fence = ''
  let inQuestion = false
  let answerIndent = 0
  let afterBlank = false
  return lines.map(line => {
    const marks = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (marks?.startsWith(fence) && line.trim().endsWith(marks)) fence = ''
      return line
    }
    if (marks) {
      fence = marks
      return line
    }

    let tidy = tidyCharacters(line)
    if (!BEGINS_WITH_LETTER.test(tidy)) tidy = tidyBoxes(tidyBullets(tidyHeading(tidy)), inQuestion)
    const wasBlank = afterBlank
    afterBlank = tidy.trim() === ''
    if (afterBlank) return tidy

    const heading = /^ {0,3}(#{1,6})[ \t]+(.*)/.exec(tidy)
    if (heading) {
      if (heading[1]!.length <= 3 || isQuestion(heading[2]!)) inQuestion = isQuestion(heading[2]!)
      answerIndent = 0
      return tidy
    }
    const indent = columns(/^[ \t]*/.exec(tidy)![0])
    const answer = inQuestion ? /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\[[ xX]\](?:[ \t]|$))/.exec(tidy) : null
    if (answer) answerIndent = columns(answer[0])
    else if (answerIndent && /^[ \t]*>/.test(tidy)) {
      if (isLabelled(tidy)) answerIndent = indent < answerIndent ? 0 : answerIndent
      else if (indent < answerIndent || indent >= answerIndent + 4) tidy = ' '.repeat(answerIndent) + tidy.trimStart()
    } else if (indent < answerIndent && wasBlank) answerIndent = 0
    return tidy
  })
}

/**
 * What was found in a line, in plain words for its author. `characters` are harmless, and often in every line: worth a note and
 * not a warning.
 */
export function pasteFaults(before: string, after: string): {characters: string[]; shape: string[]} {
  const characters: string[] = []
  const shape: string[] = []
  if (CURLY_QUOTE.test(before) && !CURLY_QUOTE.test(after)) characters.push('curly quotes')
  if (HARD_SPACE.test(before) && !HARD_SPACE.test(after)) characters.push('non-breaking spaces')
  if (BULLET.test(before) || DASH_BULLET.test(before)) shape.push('a bullet that is not "-"')
  if (countBoxes(before) < countBoxes(after)) shape.push('a tick box that is not "[ ]" or "[x]"')
  if (HEADING_WITHOUT_SPACE.test(before)) shape.push('no space after "#"')
  if (/^[ \t]*>/.test(before) && /^[ \t]*/.exec(before)![0] !== /^[ \t]*/.exec(after)![0]) {
    shape.push('feedback that is not in line with its answer')
  }
  return {characters, shape}
}

/** Most lines: no bullet, box or heading stands there to be tidied. */
const BEGINS_WITH_LETTER = /^[ \t]*[a-z]/i
const CURLY_QUOTE = /[\u2018\u2019\u201c\u201d]/
const HARD_SPACE = /[\u00a0\u202f]/
const ODD_CHARACTER = /[\u00a0\u202f\u2018\u2019\u201c\u201d]/
const BULLET = /^([ \t]*(?:>[ \t]?)*)[\u2022\u25e6\u25aa\u2023\u25cf\u25cb\uf0b7\uf0a7][ \t]*/
/** Word turns "- " into an en dash when it formats as you type. */
const DASH_BULLET = /^([ \t]*(?:>[ \t]?)*)[\u2013\u2014][ \t]+(?=\[|[\u2610-\u2612\u2713\u2714])/
const HEADING_WITHOUT_SPACE = /^( {0,3}#{2,6})(?=\p{L})/u
const MARKER = '[ \\t]*(?:>[ \\t]?)*(?:[-*+]|\\d{1,9}[.)])[ \\t]+'
/** Brackets with a mark or none in them, but no link; or a box or a tick as a character. */
const ODD_BOX = '(?:\\[[ \\t]*([xX\\u2713\\u2714\\u2611\\u2612]?)[ \\t]*\\](?![(\\[:])|'
  + '([\\u2610-\\u2612\\u2713\\u2714]))'
const BOX_ITEM = new RegExp(`^(${MARKER})${ODD_BOX}[ \\t]*`)
const LOOSE_BOX = new RegExp(`^([ \\t]*)${ODD_BOX}[ \\t]*(?=\\S)`)

function tidyCharacters(line: string): string {
  if (!ODD_CHARACTER.test(line)) return line
  // Between backticks a quote or a hard space may be the very thing that is shown.
  if (line.includes('`')) return line.replace(/^[\s\u00a0]+/, start => start.replace(/\u00a0/g, ' '))
  return line.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'")
}

function tidyHeading(line: string): string {
  return line.replace(HEADING_WITHOUT_SPACE, '$1 ')
}

function tidyBullets(line: string): string {
  return line.replace(BULLET, '$1- ').replace(DASH_BULLET, '$1- ')
}

function tidyBoxes(line: string, inQuestion: boolean): string {
  const item = BOX_ITEM.exec(line)
  if (item) return isTidyBox(line.slice(item[1]!.length)) ? line : item[1] + box(item) + line.slice(item[0].length)
  const loose = inQuestion ? LOOSE_BOX.exec(line) : null
  return loose ? `${loose[1]}- ${box(loose)}${line.slice(loose[0].length)}` : line
}

function isTidyBox(text: string): boolean {
  return /^\[[ xX]\](?:[ \t]|$)/.test(text)
}

function box(found: RegExpExecArray): string {
  const mark = found[2] ?? found[3] ?? ''
  return mark === '' || mark === '\u2610' ? '[ ] ' : '[x] '
}

function countBoxes(line: string): number {
  return /^[ \t]*(?:>[ \t]?)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\](?:[ \t]|$)/.test(line) ? 1 : 0
}

/** A misspelt prefix counts as well: with boxes under it, it is read as a question. */
function isQuestion(heading: string): boolean {
  return splitPrefix(heading) !== undefined
}

/** `> **Hint:**` and the like are not feedback. */
function isLabelled(line: string): boolean {
  const label = /^[ \t>]*\*\*([^*:]{1,30})(?::\*\*|\*\*:)/.exec(line)?.[1]
  return label !== undefined && labelKind(label) !== undefined
}

/** Width of leading characters; a tab goes to the next multiple of 4, as in markdown. */
function columns(text: string): number {
  let width = 0
  for (const char of text) width = char === '\t' ? width + 4 - width % 4 : width + 1
  return width
}
