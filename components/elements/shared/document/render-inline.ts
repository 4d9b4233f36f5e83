import {html, nothing, type TemplateResult} from 'lit'
import {
  isSafeImage, isSafeLink, type Address, type Callout, type Inline, type Paragraph,
} from '../../../model/guide/document.js'
import type {Settings} from '../../../model/guide/settings.js'
import type {Route} from '../page/route.js'

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
  /** Id of the module that the text is in. In a text of none, a link to a `#heading` is shown as its words. */
  module?: string
  href(route: Route): Address
  /** Explains a term on the spot; left out where a link to the glossary has to do. */
  term?(id: string, words: unknown): unknown
  /** Shows a run of questions; left out where there are none to answer. */
  activity?(questions: readonly string[]): unknown
}

/** Here with `renderCallout`, not in `render-document.ts`: a quiz can ask most questions with these two, without that file. */
export function renderParagraph({children}: Paragraph, context: RenderContext): TemplateResult {
  return html`<p>${renderInlines(children, context)}</p>`
}

/** @param content - what is in it, rendered */
export function renderCallout({kind, source}: Callout, content: unknown, context: RenderContext): TemplateResult {
  return html`<div class="callout ${kind}" role="note">
    <strong class="callout-label">${context.callouts[kind]}</strong>
    ${content}
    ${source ? html`<p>${source}</p>` : nothing}
  </div>`
}

/** Text inside a block. Neighbouring strings are joined: Lit puts a comment node around each item of a list. */
export function renderInlines(nodes: readonly Inline[], context: RenderContext): unknown {
  const things: unknown[] = []
  for (const node of nodes) {
    const thing = renderInline(node, context)
    const last = things.at(-1)
    if (typeof thing === 'string' && typeof last === 'string') things[things.length - 1] = last + thing
    else things.push(thing)
  }
  return things.length === 1 ? things[0] : things
}

function renderInline(node: Inline, context: RenderContext): unknown {
  switch (node.type) {
    case 'text': return node.value
    case 'emphasis': return html`<em>${renderInlines(node.children, context)}</em>`
    case 'strong': return html`<strong>${renderInlines(node.children, context)}</strong>`
    case 'inlineCode': return html`<code>${node.value}</code>`
    case 'break': return html`<br>`
    case 'link': return renderLink(node.url, renderInlines(node.children, context), context)
    case 'image': {
      if (!isSafeImage(node.url)) return node.alt
      const src = new URL(node.url, context.base).href as Address
      return html`<img src=${src} alt=${node.alt} loading="lazy" width=${node.width ?? nothing} height=${node.height ?? nothing}>`
    }
    case 'setting': return renderSetting(node.name, node.fallback, context)
  }
}

/** A guide that a page sets as a property was never checked as a loaded pack is, so each address is checked here again. */
function renderLink(url: string, words: unknown, {module, term, href}: RenderContext): unknown {
  const [, scheme, id, page] = /^\s*(module:|glossary:|(?=#))([^#]*)#?(.*)$/i.exec(url) ?? []
  if (!isSafeLink(url) || scheme === '' && !module) return words
  const isTerm = /^g/i.test(scheme ?? '')
  return isTerm && term ? term(id!, words) : html`<a href=${
    scheme === undefined ? url
      : href(isTerm ? {view: 'glossary', term: id!} : {view: 'module', module: id || module!, page: page || undefined})
  }>${words}</a>`
}

function renderSetting(name: string, fallback: readonly Inline[], context: RenderContext): unknown {
  const value = Object.hasOwn(context.settings, name) ? context.settings[name]!.trim() : ''
  if (!value) return renderInlines(fallback, context)
  return /^(https?|mailto|tel):\S+$/i.test(value) && isSafeLink(value)
    ? html`<a href=${value}>${value.replace(/^(mailto|tel):/i, '')}</a>`
    : value
}
