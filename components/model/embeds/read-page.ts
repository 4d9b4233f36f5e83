import {decoded, readTag} from './read-tag.js'
import {PLUGIN_TAG, type Slip, type WrittenElement} from './written.js'

/** Elements whose content browsers take as text up to the end tag. A page with script shows no `noscript` either. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'])
/** Elements that show nothing of what is inside them, or make no elements of it that can be ours. */
const HIDING = new Set(['template', 'svg', 'math', 'select', 'canvas', 'audio', 'video', 'object'])
/** Elements that have no end tag. */
const VOID = new Set([
  'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr',
])
/** A start tag of one of these ends a `p` that is open, and all that is open in it. */
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'li', 'listing', 'main',
  'menu', 'nav', 'ol', 'p', 'plaintext', 'pre', 'search', 'section', 'summary', 'ul', 'xmp',
])
/** A start tag of one of these ends a drawing. */
const BREAKS_OUT = new Set([
  'b', 'big', 'blockquote', 'body', 'br', 'center', 'code', 'dd', 'div', 'dl', 'dt', 'em', 'embed', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'head', 'hr', 'i', 'img', 'li', 'listing', 'menu', 'meta', 'nobr', 'ol', 'p', 'pre', 'ruby', 's', 'small', 'span', 'strong', 'strike',
  'sub', 'sup', 'table', 'tt', 'u', 'ul', 'var',
])
/** Elements through which a block's start tag, and the end tags of others, do not reach; a button stops the first only. */
const WALLS = new Set(['td', 'th', 'caption', 'table', 'template', 'object', 'marquee', 'applet', 'foreignobject'])

/** The beginning of a part's tag that somebody's editor escaped, so that it shows as text. */
const ESCAPED = /&(?:amp;)?(?:lt|#60|#x3c);\s{0,3}(?=dsg(?![a-z]))|<(?=\s{1,3}dsg(?![a-z]))/gi

/** Its block as WordPress saves it, and its shortcode. */
const PLUGIN = /<!--\s{1,3}wp:digital-skills-guide\/guide\s|\[digital-skills-guide(?=[\s\]])/g

type Read = WrittenElement & {slips: Slip[]}

/**
 * The elements that somebody wrote, with what browsers forgive without a word. It reads as HTML's tokenizer does (HTML, 13.2.5),
 * and of the rules by which browsers build a page it knows those that end an element early. Nothing is built, so nothing of the
 * page can load or run.
 *
 * @param html - a page, or a part of one. The work grows as its length does
 */
export function readPage(html: string): WrittenElement[] {
  return new PageReader(html).read()
}

class PageReader {
  readonly #html: string
  readonly #elements: Read[] = []
  readonly #escaped: number[]
  readonly #open: Read[] = []
  /** Places in `#open` of each tag, and of each kind of elements that is asked for: see `listsOf`. */
  readonly #places = new Map<string, number[]>()
  /** Elements with raw text that have no end tag any more. */
  readonly #endless = new Set<string>()
  #line = 1
  #lineEnd: number

  constructor(html: string) {
    this.#html = html
    this.#lineEnd = endOfLine(html, 0)
    this.#escaped = [...html.matchAll(ESCAPED)].map(({index}) => index).reverse()
  }

  read(): WrittenElement[] {
    const html = this.#html
    for (let at = 0; at < html.length;) {
      const next = html.indexOf('<', at)
      this.#text(next < 0 ? html.length : next + 1)
      at = next < 0 ? html.length : this.#markup(next)
      // What is escaped in a tag, a script or a comment is not shown.
      while (this.#escaped.length && this.#escaped.at(-1)! < at) this.#escaped.pop()
    }
    while (this.#open.length) this.#pop('unclosed')
    const plugins = [...html.matchAll(PLUGIN)].map((): WrittenElement => ({tag: PLUGIN_TAG, attributes: new Map()}))
    return [...this.#elements, ...plugins]
  }

  /** @returns the offset behind it */
  #markup(at: number): number {
    const html = this.#html
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      this.#hidden('comment', at + 4, end < 0 ? html.length : end)
      return end < 0 ? html.length : end + 3
    }
    if (/[a-z]/i.test(html[at + 1] ?? '')) return this.#startTag(at)
    if (html[at + 1] === '/' && /[a-z]/i.test(html[at + 2] ?? '')) {
      const {element, end} = readTag(html, at)
      this.#endTag(element.tag)
      return end
    }
    if (!/[!?/]/.test(html[at + 1] ?? '')) return at + 1
    const end = html.indexOf('>', at)
    return end < 0 ? html.length : end + 1
  }

  #startTag(at: number): number {
    const {element, end, isSelfClosed} = readTag(this.#html, at)
    const {tag, slips} = element
    if (BREAKS_OUT.has(tag)) this.#endDrawing()
    if (BLOCKS.has(tag)) this.#endParagraph()
    if (tag === 'body' || BLOCKS.has(tag)) this.#close('head')
    this.#put(element, at)
    const hiding = this.#last('*hiding')
    if (hiding && hiding.tag !== 'foreignobject') slips.push({code: 'hidden-place', found: hiding.tag})
    if (isOurs(tag)) {
      if (this.#last('head')) slips.push({code: 'in-head'})
      const outer = this.#last('*ours')
      if (outer) slips.push({code: 'nested', found: outer.tag})
    }
    // All that is in a drawing is drawn, until something makes room for elements of HTML, or ends it.
    const opens = hiding?.tag === 'svg' ? ['svg', 'foreignobject'] : ['math']
    const isDrawn = isDrawing(hiding) ? isSelfClosed || !opens.includes(tag) : tag === 'foreignobject'
    if (isDrawn || VOID.has(tag)) return end
    // A slash does not end these, and all that follows would be in them. It is read as it was meant, to find what else is wrong.
    if (isSelfClosed && (isOurs(tag) || tag === 'script' || tag === 'iframe')) {
      slips.push({code: 'self-closed'})
      return end
    }
    if (RAW.has(tag)) return this.#rawText(element, end)
    this.#push(element)
    return end
  }

  #rawText(element: Read, from: number): number {
    const {tag} = element
    const ending = new RegExp(`</${tag}(?=[\\s/>])`, 'gi')
    ending.lastIndex = from
    const close = this.#endless.has(tag) ? undefined : ending.exec(this.#html)?.index
    if (close === undefined) {
      this.#endless.add(tag)
      element.slips.push({code: 'unclosed'})
      return from
    }
    if (tag === 'script') element.text = this.#html.slice(from, close)
    else if (tag !== 'style') this.#hidden(tag, from, close)
    return close
  }

  #endTag(tag: string): void {
    if (tag === 'p' || tag === 'br') this.#endDrawing()
    if (tag === 'p') this.#endParagraph()
    else if (this.#last(tag)) this.#close(tag)
    else if (isOurs(tag)) {
      const part = this.#last('*ours')
      if (!part || this.#at('*hiding') > this.#at('*ours')) return
      part.slips.push({code: 'unclosed', found: tag})
      this.#close(part.tag)
    }
  }

  #endDrawing(): void {
    const drawing = this.#last('*hiding')
    if (isDrawing(drawing)) this.#close(drawing!.tag)
  }

  /** Ends the `p` that is open, and what is open in it. */
  #endParagraph(): void {
    if (this.#last('*paragraph')?.tag !== 'p') return
    while (this.#open.at(-1)!.tag !== 'p') this.#pop('in-paragraph')
    this.#pop()
  }

  #close(tag: string): void {
    if (!this.#last(tag) || this.#isBehindWall(tag)) return
    while (this.#open.at(-1)!.tag !== tag) this.#pop('unclosed')
    this.#pop()
  }

  /** True for the end tag of something in which a template or a table stands that is open still. */
  #isBehindWall(tag: string): boolean {
    return tag !== 'template' && this.#at(WALLS.has(tag) ? 'template' : '*wall') > this.#at(tag)
  }

  #push(element: Read): void {
    this.#open.push(element)
    for (const list of listsOf(element.tag)) {
      const places = this.#places.get(list)
      if (places) places.push(this.#open.length - 1)
      else this.#places.set(list, [this.#open.length - 1])
    }
  }

  /** @param code - what is wrong when it is a part of the guide that ends so */
  #pop(code?: 'unclosed' | 'in-paragraph'): void {
    const {tag, slips} = this.#open.pop()!
    for (const list of listsOf(tag)) this.#places.get(list)!.pop()
    if (code && isOurs(tag)) slips.push({code})
  }

  /** Where the innermost element of a list that is open stands in `#open`; -1 when none is. */
  #at(list: string): number {
    return this.#places.get(list)?.at(-1) ?? -1
  }

  #last(list: string): Read | undefined {
    return this.#open[this.#at(list)]
  }

  /** What is named like a part, in text that browsers make no elements of. */
  #hidden(place: string, from: number, to: number): void {
    for (const {index} of this.#html.slice(from, to).matchAll(/<(?=dsg(?![a-z]))/gi)) {
      const {element} = readTag(this.#html, from + index)
      element.slips.push({code: 'hidden-place', found: place})
      this.#put(element, from + index)
    }
  }

  /** The same in text that shows. @param to - offset of its end */
  #text(to: number): void {
    while (this.#escaped.length && this.#escaped.at(-1)! < to) {
      const at = this.#escaped.pop()!
      const written = /^.*/.exec(this.#html.slice(at, at + 200))![0]
      const {element} = readTag(decoded(decoded(written)).replace(/^<\s+/, '<'), 0)
      element.source = written
      element.slips.push({code: 'hidden-place', found: this.#last('*code')?.tag ?? 'text'})
      this.#put(element, at)
    }
  }

  /** Elements come in order, so that each line is counted once. */
  #put(element: Read, at: number): void {
    while (this.#lineEnd < at) {
      this.#line += 1
      this.#lineEnd = endOfLine(this.#html, this.#lineEnd + 1)
    }
    element.line = this.#line
    this.#elements.push(element)
  }
}

function endOfLine(html: string, from: number): number {
  const at = html.indexOf('\n', from)
  return at < 0 ? html.length : at
}

function isDrawing(element: Read | undefined): boolean {
  return element?.tag === 'svg' || element?.tag === 'math'
}

function isOurs(tag: string): boolean {
  return tag.startsWith('dsg')
}

/** The tag, and kinds of elements, which begin with a sign that no tag has. */
function listsOf(tag: string): string[] {
  return [
    tag, ...tag === 'p' || tag === 'button' || WALLS.has(tag) ? ['*paragraph'] : [], ...WALLS.has(tag) ? ['*wall'] : [],
    ...HIDING.has(tag) || tag === 'foreignobject' ? ['*hiding'] : [],
    ...isOurs(tag) ? ['*ours'] : [], ...tag === 'code' || tag === 'pre' ? ['*code'] : [],
  ]
}
