import {plainText, type Block} from '../model/guide/document.js'
import type {SearchSection} from '../model/guide/guide.js'
import type {Module} from '../model/guide/module.js'
import {SMALL_WORDS} from './small-words.js'
import {words} from './words.js'

/** How many paragraphs are shown of a section that has no list. */
const PARAGRAPHS = 2
/** As much of two words has to be the same for them to be about the same. */
const SAME = 4

/** What a section shows of itself. */
export interface AnswerPart {
  blocks: Block[]
  /** There is more under the same heading. */
  isCut: boolean
}

/** Blocks that are only understood together, and how much of a question they say. */
interface BlockGroup { blocks: readonly Block[]; isList: boolean; isOrdered: boolean; said: number }

/**
 * The blocks of a section that answer a question: its steps with what leads to them, and what stands right after them for this
 * organisation. Of several lists, the one that says most of the question; the first of equals. Where something else in the
 * section says more of the question than its steps do, that is shown too, so that no answer ends before the part that answers.
 *
 * @returns empty when the module has no such section
 */
export function answerPart(module: Module, {page, anchor}: SearchSection, question: string): AnswerPart {
  const blocks = sectionOf(module.pages.find(({id}) => id === page)?.children ?? [], anchor)
  const groups = groupsOf(blocks, words(question).flatMap(({word}) => SMALL_WORDS.has(word) ? [] : [word.slice(0, SAME)]))
  const lists = groups.filter(({isList}) => isList)
  const list = best(lists, ({said, isOrdered}) => said + (isOrdered ? 0.5 : 0))
  const first = list ? [list] : groups.slice(0, PARAGRAPHS)
  const other = best(groups.filter(group => !group.isList), ({said}) => said)
  const saysMore = other && first.every(({said}) => said < other.said)
  const shown = groups.filter(group => first.includes(group) || saysMore && group === other)
  return {blocks: shown.flatMap(group => group.blocks), isCut: shown.length < groups.length}
}

function best(groups: readonly BlockGroup[], value: (group: BlockGroup) => number): BlockGroup | undefined {
  return groups.reduce<BlockGroup | undefined>((a, b) => a && value(a) >= value(b) ? a : b, undefined)
}

/** What stands under a heading, up to the next, exercises left out; '' is the page's own opening. */
function sectionOf(blocks: readonly Block[], anchor: string): Block[] {
  const from = anchor ? blocks.findIndex(block => block.type === 'heading' && block.id === anchor) + 1 : 0
  if (anchor && !from) return []
  const to = blocks.findIndex((block, i) => i >= from && block.type === 'heading')
  return blocks.slice(from, to < 0 ? undefined : to).filter(({type}) => type !== 'activity' && type !== 'thematicBreak')
}

/** Each block with the sentence that leads to it, and the organisation's own details right after it. */
function groupsOf(blocks: readonly Block[], asked: readonly string[]): BlockGroup[] {
  const parted: Block[][] = []
  for (const block of blocks) {
    const last = parted.at(-1)
    if (last && (isLocal(block) || last.length === 1 && isLeadIn(last[0]!))) last.push(block)
    else parted.push([block])
  }
  return parted.map(group => {
    const lists = group.filter(({type}) => type === 'list')
    const said = new Set(words(plainText(group)).map(({word}) => word.slice(0, SAME)))
    return {
      blocks: group, isList: lists.length > 0, isOrdered: lists.some(block => block.type === 'list' && block.ordered),
      said: asked.filter(word => said.has(word)).length,
    }
  })
}

function isLeadIn(block: Block): boolean {
  return block.type === 'paragraph' && /:\s*$/.test(plainText([block]))
}

function isLocal(block: Block): boolean {
  return block.type === 'paragraph' && block.children.some(({type}) => type === 'setting')
}
