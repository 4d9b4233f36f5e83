import type {Align, Block, Inline, List, ListItem, Table, TableRow} from '../../model/guide/document.js'
import {plainText} from '../../model/guide/document.js'
import {isList, type Branch} from './branch.js'
import {callout} from './callouts.js'
import {inlines} from './inline.js'
import {MAX_NESTING} from './markdown.js'
import type {Reading} from './reading.js'

const BOX = /^\[[ xX]\](?:\s+|$)/

/** Blocks of the document tree. Comments are left out; what the tree has no node for becomes the nearest that it has. */
export function blocks(branches: readonly Branch[], reading: Reading): Block[] {
  const found: Block[] = []
  for (let i = 0; i < branches.length; i++) {
    for (const node of block(branches[i]!, branches[i + 1], reading)) found.push(node)
  }
  return found
}

function block(branch: Branch, after: Branch | undefined, reading: Reading): Block[] {
  reportDepth(branch, reading)
  switch (branch.type) {
    case 'paragraph': {
      const children = inlines(branch, reading)
      return children.length ? [{type: 'paragraph', children}] : []
    }
    case 'heading': return heading(branch, reading)
    case 'bullet_list': case 'ordered_list': return [list(branch, reading)]
    case 'blockquote': {
      const node = callout(branch, blocks(branch.children, reading), after, reading)
      return node ? [node] : []
    }
    case 'fence': case 'code_block':
      if (branch.type === 'fence') {
        reportOpenFence(branch, reading)
        reportFenceWords(branch, reading)
      }
      return [{type: 'code', value: branch.token.content.replace(/\n$/, '')}]
    case 'hr': return [{type: 'thematicBreak'}]
    case 'table': return [table(branch, reading)]
    case 'comment':
      reportOpenComment(branch, reading)
      return []
    default: return []
  }
}

/** Depth of a heading as its author wrote it, 1 to 6. */
export function depthOf(branch: Branch): number {
  return branch.type === 'heading' ? Number(branch.token.tag.slice(1)) : 0
}

function heading(branch: Branch, reading: Reading): Block[] {
  const children = inlines(branch, reading)
  const depth = depthOf(branch)
  if (depth > 4) {
    reading.report.warning('heading-too-deep', reading.startOf(branch), `This heading has ${depth} # signs.`,
      'Use at most 4. A page with so many levels is hard to follow: think of a second page.',
      reading.changeLine(branch.line, line => line.replace(/^([ \t>]*)#{5,6}/, '$1####')))
  }
  if (!children.length) {
    reportEmptyHeading(branch, reading)
    return []
  }
  const nearest = Math.min(Math.max(depth, 2), 4) as 2 | 3 | 4
  return [{type: 'heading', depth: nearest, id: reading.anchorFor(plainText(children)), children}]
}

export function reportEmptyHeading(branch: Branch, reading: Reading): void {
  reading.report.error('empty-heading', reading.startOf(branch),
    'This heading has no words.', 'Write them, or remove the line.')
}

function list(branch: Branch, reading: Reading): List {
  const ordered = branch.type === 'ordered_list'
  const start = ordered ? Number(branch.token.attrGet('start') ?? 1) : 1
  const children = branch.children.map((item): ListItem => (
    {type: 'listItem', children: blocks(item.children, reading)}
  ))
  const boxed = children.filter(({children: [first]}) => first?.type === 'paragraph' && hasBox(first.children))
  if (boxed.length) {
    reading.report.warning('answers-without-question', reading.startOf(branch),
      'These look like answers, but no question stands above them.',
      'Begin the heading above with "Question:", or take the square brackets away.')
    for (const {children: [first]} of boxed) {
      if (first?.type === 'paragraph') first.children = withoutBox(first.children)
    }
  }
  return {type: 'list', ordered, ...(start !== 1 && {start}), children}
}

/** True when a list item begins with `[ ]` or `[x]`. */
export function hasBox(nodes: readonly Inline[]): boolean {
  return nodes[0]?.type === 'text' && BOX.test(nodes[0].value)
}

export function isTicked(nodes: readonly Inline[]): boolean {
  return nodes[0]?.type === 'text' && /^\[[xX]\]/.test(nodes[0].value)
}

export function withoutBox(nodes: readonly Inline[]): Inline[] {
  const [first, ...rest] = nodes
  if (first?.type !== 'text') return [...nodes]
  const value = first.value.replace(BOX, '')
  return value ? [{type: 'text', value}, ...rest] : rest
}

/** A list of answers: one of its items begins with a box. */
export function isTaskList(branch: Branch): boolean {
  return isList(branch) && branch.children.some(item => {
    const paragraph = item.children.find(({type}) => type !== 'comment')
    return paragraph?.type === 'paragraph' && BOX.test(paragraph.children[0]?.token.content ?? '')
  })
}

function table(branch: Branch, reading: Reading): Table {
  const rows = branch.children.flatMap(({children}) => children)
  const align = (rows[0]?.children ?? []).map(alignOf)
  const all = rows.reduce((sum, {children}) => sum + children.length, 0)
  const written = rows.reduce((sum, row) => sum + writtenCells(row, reading), 0)
  // markdown-it fills each row up to the columns of the head: a few letters could make a page of megabytes.
  const isFilled = all - written <= Math.max(MOST_EMPTY, written)
  if (!isFilled) {
    reading.report.error('table-cells-missing', reading.startOf(branch),
      `This table has ${align.length} columns, and ${all - written} of its cells are not written.`,
      'Take the empty columns away, or write every cell between | signs.')
  }
  return {type: 'table', align, children: rows.map(row => tableRow(row, isFilled ? Infinity : writtenCells(row, reading), reading))}
}

/** Cells that a table may leave out, however few it has. */
const MOST_EMPTY = 100

function tableRow(row: Branch, most: number, reading: Reading): TableRow {
  const cells = cellsOf(row, reading)
  const children = cells.slice(0, most).map(cell => ({type: 'tableCell' as const, children: inlines(cell, reading)}))
  reportCells(row, cells.length, reading)
  return {type: 'tableRow', children}
}

/** How many cells of a row stand in its line; too many rather than too few. */
function writtenCells(row: Branch, reading: Reading): number {
  const bars = reading.lines[row.line]?.match(/\|/g)?.length ?? 0
  return Math.min(row.children.length, bars + 1)
}

/** Reports cells that stand beyond the columns of a table: markdown drops them. */
export function reportCells(row: Branch, columns: number, reading: Reading): void {
  // Where a local detail is cut in two, that is the fault, and it is reported.
  if (row.line < 1 || reading.mendedRows.has(row.line)) return
  const line = (reading.lines[row.line] ?? '').replace(/^[ \t>]*/, '').trim()
  const cells = line.split(/(?<!\\)\|/)
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '') cells.pop()
  const beyond = cells.slice(columns).map(cell => cell.trim()).filter(Boolean)
  if (!beyond.length) return
  reading.report.error('not-shown', reading.startOf(row), `This row has ${cells.length} cells, and the table has ${columns} `
    + `columns, so ${quoted(beyond)} is not shown.`,
  'Give the first row as many columns, or write \\| for a line that stands in the text.')
}

/** Words in a message, not too many of them. */
function quoted(words: readonly string[]): string {
  return words.map(each => `"${each.slice(0, 80)}"`).join(' and ')
}

/** What stands after the opening of a block of code: the name of a language, which readers do not see. */
function reportFenceWords(branch: Branch, reading: Reading): void {
  const words = branch.token.info.trim()
  if (!words) return
  // A name alone is what other tools want there, so it is no fault.
  reading.report.add(/\s/.test(words) ? 'warning' : 'info', 'not-shown', reading.startOf(branch),
    `${quoted([words])} stands beside the opening of a block of code, and is not shown.`, 'Write what readers need on a line of its own.')
}

/** The cells of a table's row, told at which column of their line their words begin: markdown-it does not say. */
export function cellsOf(row: Branch, reading: Reading): Branch[] {
  const line = reading.lines[row.line] ?? ''
  let column = 0
  for (const inline of row.children.flatMap(({children}) => children)) {
    inline.column = Math.max(line.indexOf(inline.token.content, column), column)
    column = inline.column + inline.token.content.length
  }
  return row.children
}

export function alignOf({token}: Branch): Align {
  const side = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1]
  return side ? side as Align : null
}

function reportDepth(branch: Branch, reading: Reading): void {
  if (branch.token.level < MAX_NESTING - 1 || branch.token.nesting !== 1) return
  reading.report.error('nested-too-deep', reading.startOf(branch),
    'Lists or quotes stand too deep in each other here, and what is deeper is left out.',
    'Take some of the ">" or list marks away. 3 levels are as many as readers follow.')
}

function reportOpenFence(branch: Branch, reading: Reading): void {
  const last = (reading.lines[branch.end - 1] ?? '').replace(/^[ \t>]*/, '').trimEnd()
  const closed = branch.end - 1 > branch.line && last.startsWith(branch.token.markup) && !/[^`~]/.test(last)
  if (closed) return
  reading.report.error('code-not-closed', reading.startOf(branch), 'A block of code begins here and does not end.',
    `Write ${branch.token.markup} on a line of its own where it ends.`)
}

function reportOpenComment(branch: Branch, reading: Reading): void {
  if ((branch.token.meta as {closed?: boolean} | null)?.closed !== false) return
  reading.report.error('comment-not-closed', reading.startOf(branch), 'A comment begins here and does not end.',
    'Close it with --> . Until then the lines up to the next blank line are hidden.')
}
