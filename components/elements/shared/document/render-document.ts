import {html, nothing} from 'lit'
import {plainText, type Align, type Block} from '../../../model/guide/document.js'
import {heading} from './heading.js'
import {renderCallout, renderInlines, renderParagraph, type RenderContext} from './render-inline.js'
import {table} from './table.js'

export {renderInlines, type RenderContext}

/** The one renderer: a document tree as Lit templates, in the browser and for static pages. */
export function renderBlocks(blocks: readonly Block[], context: RenderContext): unknown[] {
  return blocks.map(block => renderBlock(block, context))
}

function renderBlock(block: Block, context: RenderContext): unknown {
  switch (block.type) {
    case 'paragraph': return renderParagraph(block, context)
    case 'heading': return heading(context.level + block.depth - 2, renderInlines(block.children, context), {
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
    case 'callout': return renderCallout(block, renderBlocks(block.children, context), context)
    case 'table': {
      const [head, ...rows] = block.children
      return table(
        (head?.children ?? []).map((cell, i) => ({
          heading: renderInlines(cell.children, context), words: plainText(cell.children), side: sideOf(block.align[i]),
        })),
        rows.map(row => row.children.map(cell => renderInlines(cell.children, context))),
        // The first cell of a row names what the row is about.
        {hasRowHeadings: block.children.length > 1})
    }
    case 'activity': return context.activity?.(block.questions) ?? nothing
  }
}

/** A list item of one paragraph reads without the paragraph's margin. */
function renderTight(blocks: readonly Block[], context: RenderContext): unknown {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return renderBlocks(blocks, context)
  const words = renderInlines(first.children, context)
  return rest.length ? [words, renderBlocks(rest, context)] : words
}

/** Left is how a table looks without a class, so it has none. */
function sideOf(align: Align | undefined): 'right' | 'center' | null {
  return align === 'right' || align === 'center' ? align : null
}
