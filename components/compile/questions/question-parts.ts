import type {Block, Inline} from '../../model/guide/document.js'
import {isList, type Branch} from '../markdown/branch.js'
import {labelOf, unlabelled} from '../markdown/callouts.js'
import {readOptions, type CommentOptions} from '../markdown/comment-options.js'
import {blocks, isTaskList} from '../markdown/document.js'
import {inlines, trimmed} from '../markdown/inline.js'
import type {QuestionKind} from '../markdown/prefixes.js'
import type {Reading} from '../markdown/reading.js'

/** A question's heading, and what stands under it up to the next heading. */
export interface QuestionSource {
  kind: QuestionKind
  heading: Branch
  content: Branch[]
  /** True when the heading begins with no word of ours, so that all of its words are the prompt. */
  isUnmarked?: boolean
  /** Id of the framework's domain in whose section it stands. */
  domain?: string
}

/** A question sorted into its parts, whatever its kind. */
export interface QuestionParts {
  prompt: Inline[]
  body: Block[]
  hint?: Block[]
  why?: Block[]
  options: CommentOptions
  /** The blocks that hold the answers, not yet read. */
  answers: Branch[]
}

const OPTIONS = ['id', 'must-know', 'learn', 'domain', 'suggest']

/** Sorts the blocks under a question's heading. */
export function questionParts({heading, content, kind, isUnmarked}: QuestionSource, reading: Reading): QuestionParts {
  const isAnswer = answerTest(kind, content)
  const parts: {body: Branch[]; hint: Branch[]; why: Branch[]; answers: Branch[]; late: Branch[]} =
    {body: [], hint: [], why: [], answers: [], late: []}
  let inWhy = false
  for (const branch of content) {
    const label = labelOf(branch)
    if (label === 'hint' && branch.type === 'blockquote') parts.hint.push(branch)
    else if (label === 'why' || inWhy) {
      inWhy = true
      parts.why.push(branch)
    } else if (isAnswer(branch)) parts.answers.push(branch)
    else if (parts.answers.length) parts.late.push(branch)
    else parts.body.push(branch)
  }
  const late = parts.late.find(({type}) => type !== 'comment')
  if (late) {
    reading.report.warning('text-after-answers', reading.startOf(late),
      'This stands after the answers, so it is shown last.',
      'Put it above the answers, or begin it with "**Why:**". A line "---" ends a question.')
  }
  const hint = parts.hint.flatMap(quote => label(blocks(quote.children, reading)))
  const why = [...label(blocks(parts.why, reading)), ...blocks(parts.late, reading)]
  return {
    prompt: isUnmarked ? inlines(heading, reading) : promptOf(heading, reading),
    body: blocks(parts.body, reading),
    ...(hint.length && {hint}),
    ...(why.length && {why}),
    options: readOptions(heading, content, OPTIONS, reading),
    answers: parts.answers,
  }
}

/** Which blocks of a question of this kind are its answers. */
function answerTest(kind: QuestionKind, content: readonly Branch[]): (branch: Branch) => boolean {
  switch (kind) {
    case 'question': case 'must-know': case 'scenario': {
      const tasks = content.some(isTaskList)
      // Bullets without boxes can only be the answers when nothing else is.
      return tasks ? isTaskList : isList
    }
    case 'order': case 'rate': {
      const numbered = content.some(({type}) => type === 'ordered_list')
      return numbered ? ({type}) => type === 'ordered_list' : isList
    }
    case 'match': return ({type}) => type === 'table'
    case 'fill': return hasGap
    case 'do': case 'reflect': return () => false
  }
}

export function hasGap(branch: Branch): boolean {
  const inline = branch.type === 'paragraph' || branch.type === 'heading' ? branch.children[0] : undefined
  return (inline?.token.children ?? []).some(({type}) => type === 'gap')
}

/** A heading's words without `Question:`, or another word before a colon. */
export function promptOf(heading: Branch, reading: Reading): Inline[] {
  const [first, ...rest] = inlines(heading, reading)
  if (first?.type !== 'text') return first ? [first, ...rest] : []
  return trimmed([{type: 'text', value: first.value.slice(first.value.indexOf(':') + 1)}, ...rest])
}

/** Blocks whose label has been taken off, if they have one. */
function label(children: Block[]): Block[] {
  return unlabelled(children)?.blocks ?? children
}
