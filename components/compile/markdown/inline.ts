import type {Token} from 'markdown-it'
import MarkdownIt from 'markdown-it'
import {isSafeImage, isSafeLink, linkScheme, plainText, type Inline} from '../../model/guide/document.js'
import {inlineOf, type Branch} from './branch.js'
import {offsetInBlock, type Fault} from './markdown.js'
import type {Reading} from './reading.js'
import {resolveImage} from './images.js'
import {didYouMean} from '../source/did-you-mean.js'

/** The words of a paragraph, heading or table cell. Comments are left out, and what is unsafe becomes plain words. */
export function inlines(block: Branch, reading: Reading): Inline[] {
  const inline = inlineOf(block)
  if (!inline) return []
  const tokens = inline.token.children ?? []
  if (tokens.some(isBrokenLink)) reportBrokenLink(inline, reading)
  const context = {reading, inline, inTable: block.type === 'td' || block.type === 'th'}
  return trimmed(joined(readUntil(undefined, {tokens, next: 0, depth: 0}, context)))
}

/** What is left of a link that markdown could not read: a space in its address, or a reference to nothing. */
const BROKEN_LINK = /\]\(|\] ?\((?=https?:|mailto:|tel:|module:|glossary:|www\.)|\]\[/

function isBrokenLink({type, content}: Token): boolean {
  return type === 'text' && content.includes(']') && BROKEN_LINK.test(content)
}

function reportBrokenLink(inline: Branch, reading: Reading): void {
  const index = Math.max(inline.token.content.search(BROKEN_LINK), 0)
  reading.report.warning('broken-link', reading.inlineOffset(inline, index),
    'This looks like a link, but it is shown as it is typed.',
    'Write [words](address), with no space between the brackets and none in the address.')
}

/** Texts of the comments in a block's words, and where each stands. */
export function inlineComments(block: Branch, reading: Reading): {text: string; at: number; line: number}[] {
  const inline = inlineOf(block)
  return (inline?.token.children ?? []).filter(({type}) => type === 'comment').map(token => {
    const at = reading.inlineOffset(block, offsetInBlock(token))
    return {text: token.content, at, line: reading.source.position(at).line - 1}
  })
}

/** `inline` holds the tokens that are read. */
interface Context { reading: Reading; inline: Branch; inTable: boolean }
interface Cursor { tokens: readonly Token[]; next: number; depth: number }

/** Marks in marks: nobody needs this many, and thousands would be too many for whoever reads the tree. */
const DEEPEST = 12

/** Reads up to the token that closes what was opened, or to the end. */
function readUntil(opened: Token | undefined, cursor: Cursor, context: Context): Inline[] {
  const nodes: Inline[] = []
  cursor.depth++
  while (cursor.next < cursor.tokens.length) {
    const token = cursor.tokens[cursor.next++]!
    if (opened && token.nesting < 0 && token.level === opened.level) break
    // Deeper marks are dropped, their words stay.
    if (token.nesting > 0 && cursor.depth > DEEPEST) continue
    for (const read of node(token, cursor, context)) nodes.push(read)
  }
  cursor.depth--
  return nodes
}

/** Where a token stands in the file. */
function offset(token: Token, {reading, inline}: Context): number {
  return reading.inlineOffset(inline, offsetInBlock(token))
}

function childrenOf(token: Token, cursor: Cursor, context: Context): Inline[] {
  return joined(readUntil(token, cursor, context))
}

function node(token: Token, cursor: Cursor, context: Context): Inline[] {
  switch (token.type) {
    case 'text': case 'text_special': return [{type: 'text', value: token.content}]
    case 'softbreak': return [{type: 'text', value: ' '}]
    case 'hardbreak': return [{type: 'break'}]
    case 'code_inline': return [{type: 'inlineCode', value: token.content}]
    case 'em_open': return [{type: 'emphasis', children: childrenOf(token, cursor, context)}]
    case 'strong_open': return [{type: 'strong', children: childrenOf(token, cursor, context)}]
    case 'link_open': return link(token, childrenOf(token, cursor, context), context)
    case 'image': return image(token, context)
    case 'setting_open': return setting(token, childrenOf(token, cursor, context), context)
    case 'gap': return [{type: 'text', value: `[[${token.content}]]`}]
    case 'fault': return fault(token, context)
    default: return []
  }
}

function link(token: Token, children: Inline[], context: Context): Inline[] {
  const {reading} = context
  const href = String(token.attrGet('href') ?? '').trim()
  const at = offset(token, context)
  reportTitle(token, at, reading)
  if (!plainText(children).trim() && !children.some(({type}) => type === 'image')) {
    reading.report.error('link-without-words', at, 'This link has no words to select.',
      'Write what the link leads to between the square brackets.')
    return []
  }
  if (!href) {
    reading.report.error('link-to-nowhere', at, `The link "${plainText(children)}" has no address.`,
      'Write the address in the round brackets, or take the square brackets away.')
    return children
  }
  const url = encoded(href)
  if (!isSafeLink(href) || !isSafeLink(url)) {
    const scheme = linkScheme(href)
    const isWeb = scheme.startsWith('http')
    reading.report.error('unsafe-link', at,
      `The link "${plainText(children)}" has an address that is not allowed${scheme && !isWeb ? `: "${scheme}:"` : ''}.`,
      isWeb ? 'Take away what is before the "@": it makes one site look like another.'
        : `Use an address that begins with https://, mailto:, tel:, module: or glossary:.${
          didYouMean(scheme, ['https', 'mailto', 'module', 'glossary'])}`)
    return children
  }
  if (OWN_SCHEMES.includes(linkScheme(href)) && !/^(?:module|glossary):[a-z0-9-]+(?:#[a-z0-9-]+)?$/.test(href)) {
    reading.report.error('link-to-nowhere', at, `"${href.slice(0, 60)}" is not the id of a module or of a term.`,
      'Write module:its-id, module:its-id#heading or glossary:its-id.')
    return children
  }
  if (!reading.hasRoomFor(url, at)) return children
  reading.links.push({url: href, at})
  return [{type: 'link', url, children}]
}

function image(token: Token, context: Context): Inline[] {
  const {reading} = context
  const at = offset(token, context)
  const alt = altText(token.children ?? []).trim()
  const src = String(token.attrGet('src') ?? '').trim()
  if (!alt) {
    reading.report.error('no-alt', at, `The image "${src}" has no text for people who cannot see it.`,
      'Write what the image shows between the square brackets: ![what it shows](file.png).')
  }
  reportTitle(token, at, reading)
  const url = encoded(src)
  if (!src || !isSafeImage(src) || !isSafeImage(url)) {
    reading.report.error(src ? 'unsafe-link' : 'image-not-found', at,
      !src ? 'This image has no address.' : isImageScheme(src)
        ? 'No browser can read the address of this image.' : 'This image has an address that is not allowed.',
      'Put the image in the content folder and write its file name in the round brackets.')
    return alt ? [{type: 'text', value: alt}] : []
  }
  const found = resolveImage(src, url, at, reading)
  if (!found || !reading.hasRoomFor(found.url, at)) return alt ? [{type: 'text', value: alt}] : []
  return [{type: 'image', ...found, alt}]
}

/** `[words](address "title")`: browsers show titles to a mouse alone, so they are not shown at all. */
export function reportTitle(token: Token, at: number, reading: Reading): void {
  // The words of an image may be links, or hold images, with titles of their own.
  for (const inside of token.children ?? []) reportTitle(inside, at, reading)
  const title = String(token.attrGet('title') ?? '').trim()
  // A file that is shown by itself may well come from a tool that writes titles, and there is no editor to tell.
  if (!title || reading.options.standalone) return
  reading.report.warning('not-shown', at, `The words "${title.slice(0, 200)}" stand in an address, so they are not shown.`,
    'Write them in the text, and only the address between the round brackets.')
}

function isImageScheme(src: string): boolean {
  return isSafeLink(src) && /^https?$/.test(linkScheme(src))
}

/** What an image's words say without their marks. */
export function altText(tokens: readonly Token[]): string {
  return tokens.map(token => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
    if (token.type === 'image') return altText(token.children ?? [])
    if (token.type === 'gap') return `[[${token.content}]]`
    return ['text', 'text_special', 'code_inline', 'fault'].includes(token.type) ? token.content : ''
  }).join('')
}

function setting(token: Token, fallback: Inline[], context: Context): Inline[] {
  const {reading} = context
  const name = token.content
  const at = offset(token, context)
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(name)) {
    const tidy = name.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '').slice(0, 60)
    reading.report.error('bad-setting-name', at, `"${name}" is not the name of a local detail.`,
      `Use small letters, digits and underscores${/^[a-z]/.test(tidy) ? `, such as ${tidy}` : ''}.`)
    return fallback.length ? trimmed(fallback) : [{type: 'text', value: name}]
  }
  const shown = trimmed(fallback)
  if (!plainText(shown).trim()) {
    reading.report.error('setting-without-fallback', at,
      `The local detail ${name} does not say what to show when it is not filled in.`,
      `Write it after a line: {{${name} | what to show}}. Inside a table write \\| for the line.`)
    shown.splice(0, shown.length, {type: 'text', value: name.replace(/_/g, ' ')})
  }
  if (!reading.settings.has(name)) reading.settings.set(name, at)
  return [{type: 'setting', name, fallback: shown}]
}

const FAULTS: Record<Fault, {message: string; advice: string}> = {
  'raw-html': {
    message: 'This looks like HTML, which is shown as it is typed.',
    advice: 'Use markdown instead. To show a "<" sign, write &lt; or put a space after it.',
  },
  'comment-not-closed': {
    message: 'A comment begins here and does not end.',
    advice: 'Close it with --> before the next blank line, or take <!-- away.',
  },
  'setting-not-closed': {
    message: 'A local detail begins here and does not end.',
    advice: 'Close it with }} in the same paragraph. Inside a table write \\| for the line in it.',
  },
}

function fault(token: Token, context: Context): Inline[] {
  const {reading, inTable} = context
  const {message, advice} = FAULTS[token.info as Fault]
  const at = offset(token, context)
  const fix = token.info === 'setting-not-closed' && inTable ? escapeBars(at, reading) : undefined
  reading.report.error(token.info, at, message, advice, fix)
  return [{type: 'text', value: token.content}]
}

/** In a table `|` ends a cell, so `{{name | words}}` is cut in two. The fix writes `\|` where both ends are in this line. */
function escapeBars(at: number, reading: Reading): ReturnType<Reading['changeLine']> {
  const row = reading.source.position(at).line - 1
  if (reading.mendedRows.has(row)) return undefined
  reading.mendedRows.add(row)
  // In the heading row the fix would change the number of cells, and markdown would see no table: its author has to look.
  if (/^[ \t>]*[|:-][ \t>|:-]*$/.test(reading.lines[row + 1] ?? '')) return undefined
  return reading.changeLine(row, line => line.replace(/(\{\{[^{}|\\]{0,80})\|(?=[^{}|]{0,500}\}\})/g, '$1\\|'))
}

const OWN_SCHEMES = ['module', 'glossary']
const NORMALISER = new MarkdownIt()
/** As browsers write it already. Most addresses are. */
const PLAIN_ADDRESS = /^(?:https?:\/\/[a-z0-9.-]+(?:\/[\w./-]*)?)?(?:#[\w-]*)?$/

/** Spaces and letters of other scripts as browsers write them. Addresses of our own schemes are ids and stay. */
export function encoded(url: string): string {
  return PLAIN_ADDRESS.test(url) || OWN_SCHEMES.includes(linkScheme(url)) ? url : NORMALISER.normalizeLink(url)
}

/** Neighbouring texts as one, without the double space a comment leaves behind. */
function joined(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  let text = ''
  // Kept beside the text: to look at the end of a string that is being put together makes the browser copy all of it.
  let endsInSpace = false
  for (const node of nodes) {
    if (node.type === 'text') {
      const value: string = endsInSpace ? node.value.replace(/^ +/, '') : node.value
      if (!value) continue
      text += value
      endsInSpace = value.endsWith(' ')
    } else {
      if (text) result.push({type: 'text', value: text})
      result.push(node)
      text = ''
      endsInSpace = false
    }
  }
  if (text) result.push({type: 'text', value: text})
  return result
}

/** Without white space or breaks at either end. */
export function trimmed(nodes: readonly Inline[]): Inline[] {
  let from = 0
  let to = nodes.length
  while (from < to && isBlank(nodes[from]!)) from++
  while (to > from && isBlank(nodes[to - 1]!)) to--
  const result = nodes.slice(from, to)
  const first = result[0]
  if (first?.type === 'text') result[0] = {type: 'text', value: first.value.trimStart()}
  const last = result.at(-1)
  if (last?.type === 'text') result[result.length - 1] = {type: 'text', value: last.value.trimEnd()}
  return result
}

function isBlank(node: Inline): boolean {
  return node.type === 'break' || (node.type === 'text' && !node.value.trim())
}
