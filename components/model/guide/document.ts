/**
 * The document tree: mdast's node names, cut down to what a guide needs. It has no node for script, style, raw HTML or
 * an event handler, so content cannot have any of these. Trees come from the compiler, or from a pack, which anyone could have
 * written by hand: so packs are checked first (`check-pack.ts`).
 */

/**
 * An address that was checked, or that was written by our own code alone. It is the only type that templates take for `href`
 * and `src`: `test/structure/addresses.test.ts` has the compiler look at each.
 */
export type Address = string & {readonly [checked]: true}
declare const checked: unique symbol

/** The only schemes a link may have. `module:` and `glossary:` are ours and lead inside the guide. */
export const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel', 'module', 'glossary'] as const

export interface Text { type: 'text'; value: string }
export interface Emphasis { type: 'emphasis'; children: Inline[] }
export interface Strong { type: 'strong'; children: Inline[] }
export interface InlineCode { type: 'inlineCode'; value: string }
export interface Break { type: 'break' }
/** `url` has one of LINK_SCHEMES, or is relative to the page (`#here`, `other.html`). */
export interface Link { type: 'link'; url: string; children: Inline[] }
/** `url` is https, http or relative to the pack; `width` and `height` in CSS pixels stop the page from jumping. */
export interface Image { type: 'image'; url: string; alt: string; width?: number; height?: number }
/** A setting: the value that an organisation filled in for `name`, or else `fallback`. */
export interface Setting { type: 'setting'; name: string; fallback: Inline[] }

export type Inline = Text | Emphasis | Strong | InlineCode | Break | Link | Image | Setting

export interface Paragraph { type: 'paragraph'; children: Inline[] }
/** `id` is unique in its module and never an author's free choice of DOM id: the renderer prefixes it. */
export interface Heading { type: 'heading'; depth: 2 | 3 | 4; id: string; children: Inline[] }
export interface List { type: 'list'; ordered: boolean; start?: number; children: ListItem[] }
export interface ListItem { type: 'listItem'; children: Block[] }
export interface Code { type: 'code'; value: string }
export interface ThematicBreak { type: 'thematicBreak' }
export interface Blockquote { type: 'blockquote'; children: Block[] }
/** Cells are `null`-aligned unless the author said otherwise. The first row is the header. */
export interface Table { type: 'table'; align: Align[]; children: TableRow[] }
export interface TableRow { type: 'tableRow'; children: TableCell[] }
export interface TableCell { type: 'tableCell'; children: Inline[] }
export type Align = 'left' | 'center' | 'right' | null

export type CalloutKind = 'warning' | 'example' | 'local' | 'voice'
/** Only a voice has a `source`: who said it, and where it was first printed. */
export interface Callout { type: 'callout'; kind: CalloutKind; source?: string; children: Block[] }

/** Where a run of questions stands in the text; the questions themselves are in `Module.questions`. */
export interface Activity { type: 'activity'; questions: string[] }

export type Block =
  | Paragraph | Heading | List | Code | ThematicBreak | Blockquote | Table | Callout | Activity

/** Anything that may stand in a tree. */
export type Node = Block | Inline | ListItem | TableRow | TableCell

/** The text a person reads, without marks. A setting reads as its fallback. */
export function plainText(nodes: readonly Node[]): string {
  return nodes.map(node => {
    switch (node.type) {
      case 'text': case 'inlineCode': case 'code': return node.value
      case 'image': return node.alt
      case 'break': return '\n'
      case 'setting': return plainText(node.fallback)
      case 'thematicBreak': case 'activity': return ''
      case 'emphasis': case 'strong': case 'link': return plainText(node.children)
      default: return plainText(node.children) + '\n'
    }
  }).join('')
}

/**
 * The scheme of a link as a browser or a person would read it, lower case; '' for a relative link. Browsers drop tabs, line
 * feeds and leading control characters before they look (WHATWG URL, basic URL parser), so `java\nscript:` has a scheme. Here
 * all goes that is not plain ASCII, so that no character which few people see or know hides a scheme.
 */
export function linkScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*(?=:)/i.exec(url.replace(/[^!-~]/g, ''))?.[0].toLowerCase() ?? ''
}

/**
 * True when a link may be shown. `//host` is refused: it looks like a local path and leads to another site. So is
 * `https://www.nhs.uk@host`, which looks like one site and leads to another.
 */
export function isSafeLink(url: string): url is Address {
  const scheme = linkScheme(url)
  return !/[\0-\x1f\x7f]|^\s*([/\\]{2}|https?:[/\\]*[^/?#\\]*@)/i.test(url)
    && (!scheme || (LINK_SCHEMES as readonly string[]).includes(scheme))
}

/** `URL` belongs to no language and is everywhere: in browsers, their workers and Node. */
declare const URL: {canParse(url: string, base: string): boolean}

/** True for an image address: http, https, or relative. A browser can take it apart, so to resolve it never throws. */
export function isSafeImage(url: string): url is Address {
  // Beside a base of another scheme: after https://, the address https:[x would count as a path.
  return isSafeLink(url) && /^(https?)?$/.test(linkScheme(url)) && URL.canParse(url, 'ftp://a')
}
