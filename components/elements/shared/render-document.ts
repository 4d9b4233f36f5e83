import {html, nothing} from 'lit'
import {
  isSafeImage, isSafeLink, linkScheme, plainText, type Align, type Block, type Callout, type Inline,
} from '../../model/document.js'
import type {Settings} from '../../model/settings.js'
import {heading} from './heading.js'
import type {Route} from './route.js'
import {table} from './table.js'

/** What a document tree needs to know of the place where it is shown. */
export interface RenderContext {
  /** Rank of the heading above this text. */
  level: number
  settings: Settings
  /** Address that image addresses are relative to. */
  base: string
  /** Put before every id made from content, so that none meets an id of the host page. */
  idPrefix: string
  /** Names of the callouts, in the reader's language. */
  callouts: Record<Callout['kind'], string>
  href(route: Route): string
  /** Explains a term on the spot; left out where a link to the glossary has to do. */
  term?(id: string, words: unknown): unknown
  /** Shows a run of questions; left out where there are none to answer. */
  activity?(questions: readonly string[]): unknown
}

/** The one renderer: a document tree as Lit templates, in the browser and for static pages. */
export function renderBlocks(blocks: readonly Block[], context: RenderContext): unknown[] {
  return blocks.map(block => renderBlock(block, context))
}

function renderBlock(block: Block, context: RenderContext): unknown {
  switch (block.type) {
    case 'paragraph': return html`<p>${renderInlines(block.children, context)}</p>`
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
    case 'callout': return html`<div class="callout ${block.kind}" role="note">
      <strong class="callout-label">${context.callouts[block.kind]}</strong>
      ${renderBlocks(block.children, context)}
      ${block.source ? html`<p>${block.source}</p>` : nothing}
    </div>`
    case 'table': {
      const [head, ...rows] = block.children
      return table(
        (head?.children ?? []).map((cell, i) => ({
          heading: renderInlines(cell.children, context), words: plainText(cell.children), side: sideOf(block.align[i]),
        })),
        rows.map(row => row.children.map(cell => renderInlines(cell.children, context))),
        // What a row is about stands first in it.
        {hasRowHeadings: block.children.length > 1})
    }
    case 'activity': return context.activity?.(block.questions) ?? nothing
  }
}

/** A list item of one paragraph reads without the paragraph's margin. */
function renderTight(blocks: readonly Block[], context: RenderContext): unknown {
  return blocks.map(block => block.type === 'paragraph' && blocks[0] === block
    ? renderInlines(block.children, context)
    : renderBlock(block, context))
}

/** What a table does without being asked is no class. */
function sideOf(align: Align | undefined): 'right' | 'center' | null {
  return align === 'right' || align === 'center' ? align : null
}

/** Text inside a block. */
export function renderInlines(nodes: readonly Inline[], context: RenderContext): unknown[] {
  return nodes.map(node => {
    switch (node.type) {
      case 'text': return node.value
      case 'emphasis': return html`<em>${renderInlines(node.children, context)}</em>`
      case 'strong': return html`<strong>${renderInlines(node.children, context)}</strong>`
      case 'inlineCode': return html`<code>${node.value}</code>`
      case 'break': return html`<br>`
      case 'link': return renderLink(node.url, renderInlines(node.children, context), context)
      case 'image': return isSafeImage(node.url)
        ? html`<img src=${new URL(node.url, context.base).href} alt=${node.alt} loading="lazy"
            width=${node.width ?? nothing} height=${node.height ?? nothing}>`
        : node.alt
      case 'setting': return renderSetting(node.name, node.fallback, context)
    }
  })
}

/** Packs are checked when they are loaded; trees given as a property are not, so an address is looked at once more. */
function renderLink(url: string, words: unknown, context: RenderContext): unknown {
  if (!isSafeLink(url)) return words
  const [, scheme, id, page] = /^(module|glossary):([^#]*)#?(.*)$/i.exec(url) ?? []
  if (!scheme) return html`<a href=${url}>${words}</a>`
  if (scheme.toLowerCase() === 'glossary' && context.term) return context.term(id!, words)
  return html`<a href=${context.href(scheme.toLowerCase() === 'module'
    ? {view: 'module', module: id!, page: page || undefined}
    : {view: 'glossary', term: id!})}>${words}</a>`
}

function renderSetting(name: string, fallback: readonly Inline[], context: RenderContext): unknown {
  const value = Object.hasOwn(context.settings, name) ? context.settings[name]!.trim() : ''
  if (!value) return renderInlines(fallback, context)
  return linkScheme(value) && isSafeLink(value) && !/\s/.test(value)
    ? html`<a href=${value}>${value.replace(/^(mailto|tel):/i, '')}</a>`
    : value
}
