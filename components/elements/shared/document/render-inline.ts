import {html} from 'lit'
import {isSafeLink, type Address, type Callout, type Image, type Inline} from '../../../model/guide/document.js'
import type {Settings} from '../../../model/guide/settings.js'
import type {Route} from '../page/route.js'

/** What a document tree needs to know of the place where it is shown. */
export interface RenderContext {
  /** Rank of the heading above this text. */
  level: number
  settings: Settings
  /** Address that image addresses are relative to. */
  base: string
  /** The element that shows it; missing in a static page. */
  host?: HTMLElement
  /** Names it to whoever looks after the page, as in `page "start"`. */
  where?: string
  /** Put before every id made from content, so that none meets an id of the host page. */
  idPrefix: string
  /** Names of the callouts, in the reader's language. */
  callouts: Record<Callout['kind'], string>
  /** Id of the module that the text is in. In a text of none, a link to a `#heading` is shown as its words. */
  module?: string
  href(route: Route): Address
  /** Shows an image; left out where that code is not there, as there are no images. */
  image?(image: Image, context: RenderContext): unknown
  /** True inside a link, where no other link may stand. */
  isInLink?: boolean
  /** Origins of other sites that images may come from, beside those that the host allows. */
  allowImages?: readonly string[]
  /** How to draw what may fail, and whom to tell what was left out, where no browser draws: see `guarded.ts`. */
  guard?(draw: () => unknown, failed: (fault: unknown) => unknown): unknown
  tell?(line: string): void
  /** Explains a term on the spot; left out where a link to the glossary has to do. */
  term?(id: string, words: unknown): unknown
  /** Shows what an organisation filled in as a block of its own; left out where it is part of the sentence. */
  local?(value: string, words: unknown): unknown
  /** Shows a run of questions; left out where there are none to answer. */
  activity?(questions: readonly string[]): unknown
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
    case 'link': return renderLink(node.url, renderInlines(node.children, {...context, isInLink: true}), context)
    case 'image': return context.image?.(node, context)
    case 'setting': return renderSetting(node.name, node.fallback, context)
    default: throw TypeError(`no such text: ${(node as Inline).type}`)
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
  const words = /^(https?|mailto|tel):\S+$/i.test(value) && isSafeLink(value)
    ? html`<a href=${value}>${value.replace(/^(mailto|tel):/i, '')}</a>`
    : value
  return context.local?.(value, words) ?? words
}
