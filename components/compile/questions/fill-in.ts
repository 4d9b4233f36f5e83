import type {Inline} from '../../model/guide/document.js'
import type {FillQuestion} from '../../model/guide/question.js'
import {inlineOf, type Branch} from '../markdown/branch.js'
import {offsetInBlock} from '../markdown/markdown.js'
import {hasGap} from './question-parts.js'
import {altText, reportTitle} from '../markdown/inline.js'
import type {Reading} from '../markdown/reading.js'

type FillParts = FillQuestion['parts']

/** The text with its gaps, from the paragraphs that have some, else from the heading. */
export function readFill(heading: Branch, paragraphs: readonly Branch[], reading: Reading): FillParts {
  const sources = paragraphs.length ? paragraphs : hasGap(heading) ? [heading] : []
  const parts = sources.flatMap((block, i) => [...(i ? ['\n'] : []), ...readParts(block, reading)])
  if (paragraphs.length && hasGap(heading)) {
    reading.report.warning('not-shown', reading.startOf(heading),
      `The gap in this heading is not asked, because there is one under it: ${gapsOf(heading).join(', ')} is not shown.`,
      'Write the whole sentence under the heading.')
  }
  if (!parts.some(part => typeof part !== 'string')) {
    reading.report.error('no-gap', reading.startOf(heading), 'There is no gap here to fill in.',
      'Write the right word between double square brackets: [[answer | other answer]].')
  }
  return parts
}

function gapsOf(block: Branch): string[] {
  return (inlineOf(block)?.token.children ?? []).flatMap(({type, content}) => type === 'gap' ? [`[[${content}]]`] : [])
}

/** A prompt that holds the gaps itself, with dots in their place. */
export function withGapsShown(prompt: readonly Inline[]): Inline[] {
  return prompt.map(node => node.type === 'text' ? {...node, value: node.value.replace(/\[\[[^[\]]*\]\]/g, '…')} : node)
}

function readParts(block: Branch, reading: Reading): FillParts {
  const tokens = inlineOf(block)?.token.children ?? []
  const parts: FillParts = []
  const say = (text: string): void => {
    const last = parts.at(-1)
    if (typeof last === 'string') parts[parts.length - 1] = last + text
    else if (text) parts.push(text)
  }
  for (const token of tokens) {
    reportTitle(token, reading.inlineOffset(block, offsetInBlock(token)), reading)
    if (token.type === 'gap') {
      const accepts = token.content.split('|').map(answer => answer.trim()).filter(Boolean)
      if (!accepts.length) {
        reading.report.error('empty-gap', reading.inlineOffset(block, offsetInBlock(token)),
          'This gap has no right answer.',
          'Write it between the brackets: [[answer | other answer]].')
      }
      parts.push({accepts})
    } else if (token.type === 'image') say(altText(token.children ?? []))
    else if (token.type === 'softbreak' || token.type === 'hardbreak') say(' ')
    else if (['text', 'text_special', 'code_inline', 'fault'].includes(token.type)) say(token.content)
  }
  const [first] = parts
  if (block.type === 'heading' && typeof first === 'string') parts[0] = first.slice(first.indexOf(':') + 1).trimStart()
  return parts.filter(part => part !== '')
}
