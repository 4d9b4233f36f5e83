import {plainText, type Block} from '../model/guide/document.js'
import type {SearchSection} from '../model/guide/guide.js'
import type {Module} from '../model/guide/module.js'
import {SMALL_WORDS} from './small-words.js'
import {words} from './words.js'

/** How many paragraphs are shown of a section that has no list. */
const PARAGRAPHS = 2
/** As much of two words has to be the same for them to be about the same. */
const SAME = 4

/**
 * The blocks of a section that answer a question: its steps with what leads to them, and what stands right after them for this
 * organisation. Of several lists, the one that says most of the question; the first of equals.
 *
 * @returns empty when the module has no such section
 */
export function answerBlocks(module: Module, {page, anchor}: SearchSection, question: string): Block[] {
  const blocks = sectionOf(module.pages.find(({id}) => id === page)?.children ?? [], anchor)
  const asked = words(question).flatMap(({word}) => SMALL_WORDS.has(word) ? [] : [word.slice(0, SAME)])
  const lists = blocks.flatMap((block, i) => block.type === 'list' ? [around(blocks, i)] : [])
  const counted = lists.map(group => {
    const said = new Set(words(plainText(group)).map(({word}) => word.slice(0, SAME)))
    return asked.filter(word => said.has(word)).length + (group.some(({type}) => type === 'list' && isOrdered(group)) ? 0.5 : 0)
  })
  return lists[counted.indexOf(Math.max(...counted))]
    ?? blocks.filter(({type}) => type === 'paragraph' || type === 'table' || type === 'callout').slice(0, PARAGRAPHS)
}

function isOrdered(group: readonly Block[]): boolean {
  return group.some(block => block.type === 'list' && block.ordered)
}

/** What stands under a heading, up to the next; '' is the page's own opening. */
function sectionOf(blocks: readonly Block[], anchor: string): Block[] {
  const from = anchor ? blocks.findIndex(block => block.type === 'heading' && block.id === anchor) + 1 : 0
  const to = blocks.findIndex((block, i) => i >= from && block.type === 'heading')
  return blocks.slice(from, to < 0 ? undefined : to)
}

/** A list with the sentence that leads to it, and the organisation's own details right after it. */
function around(blocks: readonly Block[], at: number): Block[] {
  const before = blocks[at - 1]
  const from = before?.type === 'paragraph' && /:\s*$/.test(plainText([before])) ? at - 1 : at
  let to = at + 1
  while (to < blocks.length && isLocal(blocks[to]!)) to++
  return blocks.slice(from, to)
}

function isLocal(block: Block): boolean {
  return block.type === 'paragraph' && block.children.some(({type}) => type === 'setting')
}
