import {nearest} from '../../model/formats/nearest.js'
import {idAdvice, isId} from '../source/ids.js'
import {didYouMean} from '../source/did-you-mean.js'
import type {Branch} from './branch.js'
import {inlineComments} from './inline.js'
import type {Reading} from './reading.js'

/** One `key: value` of a comment, and where it stands in the file. */
export interface CommentOption { value: string; at: number }
export type CommentOptions = Map<string, CommentOption>

interface Comment { text: string; at: number; line: number }

/** More pairs than this in one comment are no options. */
const MOST_PAIRS = 20

const PAIR = /^([a-z][a-z-]{0,30}):\s*(.*)$/is

/**
 * The options that the comments among some blocks give: `<!-- id: x · must-know: yes -->`. Pairs are kept apart by a
 * middle dot, a semicolon or a line end. A comment in which nothing looks like a known option is a note, and passed
 * over.
 *
 * @param heading - the heading above; a comment may also stand in its line
 */
export function readOptions(
  heading: Branch | undefined, blocks: readonly Branch[], known: readonly string[], reading: Reading,
): CommentOptions {
  const options: CommentOptions = new Map()
  const inHeading = heading ? inlineComments(heading, reading) : []
  const comments = [...inHeading, ...blocks.flatMap(block => blockComments(block, reading))]
  for (const comment of comments) {
    const pairs = comment.text.split(/[·;]|\n(?:[ \t]*>)*/, MOST_PAIRS).flatMap(part => {
      const [, key, value] = PAIR.exec(part.trim()) ?? []
      return key === undefined ? [] : [{key: key.toLowerCase(), value: value!.trim()}]
    })
    const isNote = !pairs.some(({key}) => known.includes(key) || nearest(key, known))
    if (isNote) continue
    for (const {key, value} of pairs) readPair(key, value, comment, known, options, reading)
  }
  return options
}

/** Comments that stand by themselves, or that are all there is in a paragraph. */
export function blockComments(block: Branch, reading: Reading): Comment[] {
  if (block.type === 'paragraph') return inlineComments(block, reading)
  if (block.type !== 'comment') return []
  const column = Math.max((reading.lines[block.line] ?? '').indexOf('<!--'), 0)
  return [{text: block.token.content, at: reading.offset(block.line, column), line: block.line}]
}

/** The id that options give; undefined when there is none or it cannot be one, which is reported. */
export function optionId(options: CommentOptions, reading: Reading): string | undefined {
  const option = options.get('id')
  if (!option) return undefined
  if (isId(option.value)) return option.value
  reading.report.error('bad-id', option.at, `"${option.value}" cannot be an id.`, idAdvice(option.value))
  return undefined
}

function readPair(
  key: string, value: string, comment: Comment, known: readonly string[], options: CommentOptions, reading: Reading,
): void {
  const at = offsetOf(key, known.includes(key) ? value : '', comment, reading)
  if (!known.includes(key)) {
    reading.report.warning('unknown-option', at, `"${key}" is not an option here, so it does nothing.`,
      `The options are: ${known.join(', ')}.${didYouMean(key, known)}`)
  } else if (options.has(key)) {
    reading.report.error('option-twice', at, `The option "${key}" is given twice.`, 'Keep one of the two.')
  } else options.set(key, {value, at})
}

/** Where a pair's value stands, or its key when it has no value. */
function offsetOf(key: string, value: string, {text, at, line}: Comment, reading: Reading): number {
  const rows = text.split('\n').length
  for (let row = line; row < line + rows; row++) {
    const words = reading.lines[row] ?? ''
    const from = words.toLowerCase().indexOf(`${key}:`)
    if (from < 0) continue
    const valueAt = value ? words.indexOf(value, from + key.length + 1) : from
    return reading.offset(row, Math.max(valueAt, from))
  }
  return at
}
