import {hostileKey} from '../formats/hostile-key.js'
import {isDamaged, withChecksum} from '../ids/checksum.js'
import {isObject} from '../shape/shape.js'
import {isContentId, isUuid, wrongPart} from './check.js'
import {CANVAS_FILE_VERSION, type CanvasFile, type CanvasItem} from './items.js'
import {mergeCanvas} from './merge.js'

/** 50 raters of 30 factors in 20 assessments, with a sentence of evidence each, are about 13 MB. */
export const MAX_CANVAS_FILE_BYTES = 20_000_000
/** At most this many problems are told: more would help nobody. */
const MAX_PROBLEMS = 10

/** What a person calls each kind of item. */
const CALLED: Record<CanvasItem['type'], string> = {
  titled: 'the title', assessment: 'an assessment', partner: 'a partner', renamed: 'a name of a factor',
  added: 'an added factor', switched: 'a factor switched on or off', ordered: 'the order of factors',
  rater: 'a rater', rated: 'a rating',
  agreed: 'an agreed level', action: 'an action', snapshot: 'a snapshot', removed: 'a removal',
}

/**
 * Reads a file that anyone may have written. Nothing is taken from a file with a problem, so that bringing one in
 * changes all or nothing.
 *
 * @param text - all of the file
 */
export function readCanvasFile(text: string): {file: CanvasFile} | {problems: string[]} {
  // A character is at least one byte, so no file below the limit is refused.
  if (text.length > MAX_CANVAS_FILE_BYTES) return {problems: [canvasTooLarge()]}
  let data: unknown
  try {
    // Windows programs put a byte order mark in front when they save a text again.
    data = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return {problems: [text.trim() === ''
      ? 'The file is empty. Ask for it again, or take it away again, and use the new file.'
      : 'The file cannot be read as a canvas. It may be cut short or changed. Ask for it again, or take it away '
        + 'again.']}
  }
  const problems = canvasProblems(data, mayBeHostile(text))
  if (problems.length) return {problems}
  const file = data as CanvasFile
  // Merged with nothing: the items come out in order and without doubles, and unknown fields of the file are left out.
  return {file: mergeCanvas(file, {...file, items: []})}
}

/**
 * True for a text that has a hostile key, or an escape behind which one may be hidden. Searching the text is quicker than
 * searching the parsed data. Two searches are quicker than one, because only a pattern whose words are all long is found fast.
 */
function mayBeHostile(text: string): boolean {
  return text.includes('\\u') || HOSTILE_KEY.test(text)
}

const HOSTILE_KEY = /(?:__proto__|constructor|prototype)"\s*:/

/**
 * What is wrong, in plain words, with what to do; an empty list means that the data is a `CanvasFile`.
 *
 * @param mayBeHostile - false when it is known already that the data has no hostile key
 */
export function canvasProblems(data: unknown, mayBeHostile = true): string[] {
  if (!isObject(data) || data.format !== 'dsg-canvas') {
    return ['This is not a file of a canvas. Choose the file that "Take the canvas away" made.']
  }
  if (typeof data.version === 'number' && data.version > CANVAS_FILE_VERSION) {
    return [`The file is from a newer version of the canvas (file version ${data.version}; the newest that can be read`
      + ` here is ${CANVAS_FILE_VERSION}). Use a guide that is up to date.`]
  }
  if (data.version !== CANVAS_FILE_VERSION) {
    return ['The file does not say which version it is. Take the canvas away again.']
  }
  const hostile = mayBeHostile && hostileKey(data)
  if (hostile) {
    return [`The file has a part named "${hostile}", which no canvas has. Someone may have changed it. Do not use it.`]
  }
  // One reason for all that may be wrong with it.
  if (isDamaged(data)) {
    return ['The file is damaged, or was changed after it was made. Ask for it again, or take it away again, and use the new file.']
  }
  const problems: string[] = []
  if (!isUuid(data.id)) problems.push('The file does not say which series of assessments it is of.')
  if (!isContentId(data.canvas)) problems.push('The file does not say which canvas it is about.')
  if (!Array.isArray(data.items)) problems.push('The file has no list of items.')
  else problems.push(...itemProblems(data.items))
  return problems.slice(0, MAX_PROBLEMS)
}

/** The refusal of a file that is too large to be opened at all. */
export function canvasTooLarge(): string {
  return `The file is larger than ${MAX_CANVAS_FILE_BYTES / 1_000_000} MB, so it is not a canvas. Choose another file.`
}

/** What a file of a canvas says, with its checksum. */
export function canvasFileText(file: CanvasFile): string {
  return JSON.stringify(withChecksum(file), undefined, 1)
}

/** Such as `canvas-2026-11-23.json`. @param now - milliseconds since 1970 */
export function canvasFileName(now: number, ending: 'json' | 'csv' | 'md' | 'ics' = 'json'): string {
  return `canvas-${new Date(now).toISOString().slice(0, 10)}.${ending}`
}

function itemProblems(items: readonly unknown[]): string[] {
  const problems: string[] = []
  for (let i = 0; i < items.length && problems.length < MAX_PROBLEMS; i++) {
    const part = wrongPart(items[i])
    if (part === undefined) continue
    const item = items[i]
    const type = isObject(item) && typeof item.type === 'string' ? item.type : ''
    const called = Object.hasOwn(CALLED, type) ? ` (${CALLED[type as CanvasItem['type']]})` : ''
    problems.push(`Item ${i + 1} of ${items.length}${called} cannot be read: its "${part}" is missing or damaged. `
      + 'The file may have been changed, or be from a newer guide.')
  }
  return problems
}
