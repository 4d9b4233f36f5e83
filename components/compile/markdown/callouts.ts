import {nearest} from '../../model/formats/nearest.js'
import {plainText, type Block, type Blockquote, type Callout, type Inline} from '../../model/guide/document.js'
import type {Branch} from './branch.js'
import {readOptions} from './comment-options.js'
import {trimmed} from './inline.js'
import {labelKind, labelWords, type LabelKind} from './prefixes.js'
import type {Reading} from './reading.js'

/** `**Word:**` at the start of a paragraph: what it stands for, and the words after it. */
export function splitLabel(nodes: readonly Inline[]): {word: string; kind?: LabelKind; rest: Inline[]} | undefined {
  const [first, second, ...others] = nodes
  if (first?.type !== 'strong') return undefined
  const bold = plainText(first.children).trim()
  const after = nodes.slice(1)
  if (bold.endsWith(':')) return labelled(bold.slice(0, -1), after)
  if (second?.type !== 'text' || !second.value.trimStart().startsWith(':')) return undefined
  return labelled(bold, [{type: 'text', value: second.value.trimStart().slice(1)}, ...others])
}

/** The label that a paragraph or quote begins with, found in its raw text before its words are read. */
export function labelOf(branch: Branch): LabelKind | undefined {
  const paragraph = branch.type === 'blockquote' ? branch.children.find(({type}) => type === 'paragraph') : branch
  if (paragraph?.type !== 'paragraph') return undefined
  const word = /^\*\*([^*:]{1,30})(?::\*\*|\*\*\s*:)/.exec(paragraph.children[0]?.token.content ?? '')?.[1]
  return word === undefined ? undefined : labelKind(word)
}

function labelled(word: string, rest: readonly Inline[]): {word: string; kind?: LabelKind; rest: Inline[]} {
  return {word: word.trim(), kind: labelKind(word), rest: trimmed(rest)}
}

/** The blocks of a labelled quote, the label taken off; undefined when it has no label. */
export function unlabelled(children: readonly Block[]): {word: string; kind?: LabelKind; blocks: Block[]} | undefined {
  const [first, ...others] = children
  const label = first?.type === 'paragraph' ? splitLabel(first.children) : undefined
  if (!label) return undefined
  const {word, kind, rest} = label
  return {word, kind, blocks: rest.length ? [{type: 'paragraph', children: rest}, ...others] : others}
}

/**
 * A quote as a callout, if its first words say so.
 *
 * @param children - the blocks of the quote
 * @param after - the block that follows it: a voice's source and consent stand in a comment there, or in the quote
 */
export function callout(
  quote: Branch, children: Block[], after: Branch | undefined, reading: Reading,
): Callout | Blockquote | undefined {
  const label = unlabelled(children)
  if (!label) return children.length ? {type: 'blockquote', children} : undefined
  const {kind, word, blocks} = label
  const at = reading.startOf(quote)
  if (kind === undefined) reportUnknown(word, quote, reading)
  if (kind === undefined || kind === 'hint' || kind === 'why') {
    if (kind) {
      reading.report.warning('label-out-of-place', at, `"${word}" is not under a question, so it is shown as a quote.`,
        'Put it under the heading of its question, or take the label away.')
    }
    return {type: 'blockquote', children}
  }
  if (!blocks.length) {
    reading.report.error('empty-callout', at,
      `Nothing stands after "${word}:".`, 'Write the words, or remove the line.')
    return undefined
  }
  return kind === 'voice' ? voice(quote, blocks, after, reading) : {type: 'callout', kind, children: blocks}
}

function voice(quote: Branch, children: Block[], after: Branch | undefined, reading: Reading): Callout {
  const following = after?.type === 'comment' ? [after] : []
  const options = readOptions(undefined, [...quote.children, ...following], ['source', 'consent'], reading)
  const source = options.get('source')?.value
  if (!source || !options.get('consent')?.value) {
    const missing = ['source', 'consent'].filter(name => !options.get(name)?.value).join(' and ')
    reading.report.error('voice-without-consent', reading.startOf(quote), `This quote does not give its ${missing}.`,
      'Write under it who said it, and how they agreed: <!-- source: … · consent: … -->.')
  }
  return {type: 'callout', kind: 'voice', ...(source && {source}), children}
}

function reportUnknown(word: string, quote: Branch, reading: Reading): void {
  const meant = nearest(word, labelWords(reading.options.lang))
  if (!meant) return
  const label = quote.children.find(({type}) => type === 'paragraph') ?? quote
  const fix = reading.changeLine(label.line, line => line.replace(`**${word}`, () => `**${meant}`))
  reading.report.warning('unknown-callout', reading.startOf(label),
    `"${word}" is not a callout, so this is shown as a quote.`,
    `Did you mean "${meant}"?`, fix)
}
