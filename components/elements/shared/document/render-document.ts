import {html, nothing, type TemplateResult} from 'lit'
import {plainText, type Align, type Block, type Callout, type Inline} from '../../../model/guide/document.js'
import {guarded} from './guarded.js'
import {heading} from './heading.js'
import {renderImage} from './image.js'
import {renderInlines as inlines, type RenderContext} from './render-inline.js'
import {table} from './table.js'

export type {RenderContext}

/** The one renderer: a document tree as Lit templates, in the browser and for static pages. A block that fails costs no other. */
export function renderBlocks(blocks: readonly Block[], context: RenderContext): unknown[] {
  // A guide that a page sets as a property is not checked, so this may be no list, and hold blocks that there are not.
  if (!Array.isArray(blocks)) return [guarded(blocks, () => { throw new TypeError('this is no list of blocks') }, context)]
  return (blocks as readonly Block[]).map(block => guarded(block, () => renderBlock(block, context), context))
}

/** Words that stand in no block, such as a prompt. */
export function renderInlines(nodes: readonly Inline[], context: RenderContext): unknown {
  return guarded(nodes, () => words(nodes, context), context)
}

function words(nodes: readonly Inline[], context: RenderContext): unknown {
  return inlines(nodes, {...context, image: renderImage})
}

function renderBlock(block: Block, context: RenderContext): unknown {
  switch (block.type) {
    case 'paragraph': return html`<p>${words(block.children, context)}</p>`
    case 'heading': return heading(context.level + block.depth - 2, words(block.children, context), {
      id: context.idPrefix + block.id,
      size: block.depth === 3 ? 'm' : 's',
    })
    case 'list': {
      const items = block.children.map(item => html`<li>${renderTight(item.children, context)}</li>`)
      return block.ordered ? html`<ol start=${block.start ?? nothing}>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'code': return html`<pre><code>${block.value}</code></pre>`
    case 'thematicBreak': return html`<hr>`
    case 'blockquote': return html`<blockquote>${renderBlocks(block.children, context)}</blockquote>`
    case 'callout': return callout(block, renderBlocks(block.children, context), context)
    case 'table': {
      const [head, ...rows] = block.children
      return table(
        (head?.children ?? []).map((cell, i) => ({
          heading: words(cell.children, context), words: wordsIn(cell.children, context), side: sideOf(block.align[i]),
        })),
        rows.map(row => row.children.map(cell => words(cell.children, context))),
        // The first cell of a row names what the row is about.
        {hasRowHeadings: block.children.length > 1})
    }
    case 'activity': return context.activity?.(block.questions) ?? nothing
    default: throw TypeError(`no such block: ${(block as Block).type}`)
  }
}

/** @param content - what is in it, rendered */
function callout({kind, source}: Callout, content: unknown, context: RenderContext): TemplateResult {
  return html`<div class="callout ${kind}" role="note">
    <strong class="callout-label">${context.callouts[kind]}</strong>
    ${content}
    ${source ? html`<p>${source}</p>` : nothing}
  </div>`
}

/** A list item of one paragraph reads without the paragraph's margin. */
function renderTight(blocks: readonly Block[], context: RenderContext): unknown {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return renderBlocks(blocks, context)
  const content = words(first.children, context)
  return rest.length ? [content, renderBlocks(rest, context)] : content
}

/** What stands there as words alone, which can be repeated beside each cell of a column. */
function wordsIn(nodes: readonly Inline[], context: RenderContext): string {
  return nodes.map(node => {
    if (node.type === 'setting') return Object.hasOwn(context.settings, node.name) && context.settings[node.name]!.trim() || wordsIn(node.fallback, context)
    return 'children' in node ? wordsIn(node.children, context) : plainText([node])
  }).join('')
}

/** Left is how a table looks without a class, so it has none. */
function sideOf(align: Align | undefined): 'right' | 'center' | null {
  return align === 'right' || align === 'center' ? align : null
}
