import type {Token} from 'markdown-it'
import {unseenIn} from '../../model/formats/unseen.js'
import {inlineOf, type Branch} from '../../compile/markdown/branch.js'
import type {Reading} from '../../compile/markdown/reading.js'

/** Stands for what is read as one thing and is no prose: code, an address, a picture, a gap. One for each character. */
export const THING = '\ufffc'

/** A stretch of words that is marked: `from` and `to` count in the text, `at` and `end` in the file, marks and all. */
export interface Mark {
  type: 'strong' | 'emphasis' | 'link' | 'setting'
  from: number
  to: number
  at: number
  end: number
  /** Of a link. */
  url?: string
}

export interface FoundImage { alt: string; url: string; at: number }

/** The words of a block as they are read, without their marks, and where each character stands in the file. */
export interface BlockText { text: string; offsets: number[]; marks: Mark[]; images: FoundImage[] }

/**
 * The words of a paragraph, heading or table cell. markdown-it does not say where a text begins, so each token is
 * looked for after the one before it: every token begins with characters that stand in the source.
 */
export function readBlock(branch: Branch, reading: Reading): BlockText {
  const inline = inlineOf(branch)
  const block: BlockText = {text: '', offsets: [], marks: [], images: []}
  if (!inline) return block
  const reader = new BlockReader(inline.token.content, index => reading.inlineOffset(inline, index), block)
  for (const token of inline.token.children ?? []) reader.read(token)
  return asSeen(block)
}

/** Somebody may write `&shy;` on purpose, for a long word: that is no part of it. */
function asSeen(block: BlockText): BlockText {
  const unseen = unseenIn(block.text).filter(({from}) => block.text[from] !== THING)
  if (!unseen.length) return block
  const kept = [...block.offsets.keys()].filter(at => !unseen.some(({from, to}) => at >= from && at < to))
  const before = (at: number): number => kept.filter(other => other < at).length
  return {
    text: kept.map(at => block.text[at]).join(''), offsets: kept.map(at => block.offsets[at]!), images: block.images,
    marks: block.marks.map(mark => ({...mark, from: before(mark.from), to: before(mark.to)})),
  }
}

class BlockReader {
  #cursor = 0
  readonly #open: {token: Token; mark: Mark}[] = []

  constructor(readonly raw: string, readonly offsetOf: (index: number) => number, readonly block: BlockText) {}

  read(token: Token): void {
    const {content, markup} = token
    switch (token.type) {
      case 'text': case 'fault': return this.#say(content, content)
      case 'text_special': return this.#say(content, markup || content)
      case 'softbreak': case 'hardbreak': return this.#say(' ', '\n')
      case 'comment': return this.#step(`<!--${content}-->`)
      case 'code_inline': return this.#thing(markup, markup)
      case 'gap': return this.#thing('[[', ']]')
      case 'image': return this.#image(token)
      case 'strong_open': return this.#opened(token, 'strong', markup)
      case 'em_open': return this.#opened(token, 'emphasis', markup)
      case 'link_open': return this.#opened(token, 'link', markup === 'autolink' ? '<' : '[')
      case 'setting_open': return this.#opened(token, 'setting', '{{')
      case 'strong_close': case 'em_close': return this.#closed(() => this.#step(markup))
      case 'link_close': return this.#closed(opening => this.#stepOverAddress(opening))
      case 'setting_close': return this.#closed(() => this.#step('}}'))
      default: return
    }
  }

  /** Goes to where `piece` stands, if it does. */
  #seek(piece: string): void {
    const found = this.raw.indexOf(piece, this.#cursor)
    if (found >= 0) this.#cursor = found
  }

  #step(piece: string): void {
    this.#seek(piece)
    if (this.raw.startsWith(piece, this.#cursor)) this.#cursor += piece.length
  }

  #say(text: string, written: string): void {
    this.#seek(written)
    this.#locate(text.length, text === written)
    this.block.text += text
    if (this.raw.startsWith(written, this.#cursor)) this.#cursor += written.length
  }

  /** Notes where some characters stand: each by itself if they are written as they read, else all at one offset. */
  #locate(length: number, isVerbatim: boolean): void {
    const {offsets} = this.block
    const first = this.offsetOf(this.#cursor)
    // A line that was tidied has a step in it somewhere. In all others the offsets follow each other.
    const isEven = !isVerbatim || this.offsetOf(this.#cursor + length - 1) - first === length - 1
    const step = isVerbatim ? 1 : 0
    for (let i = 0; i < length; i++) offsets.push(isEven ? first + i * step : this.offsetOf(this.#cursor + i))
  }

  #thing(open: string, close: string): void {
    this.#seek(open)
    this.block.text += THING
    this.block.offsets.push(this.offsetOf(this.#cursor))
    this.#step(open)
    this.#step(close)
  }

  #image(token: Token): void {
    this.#seek('![')
    const url = String(token.attrGet('src') ?? '')
    this.block.images.push({alt: token.content, url, at: this.offsetOf(this.#cursor)})
    this.block.text += THING
    this.block.offsets.push(this.offsetOf(this.#cursor))
    this.#step('](')
    this.#step(url)
    this.#step(')')
  }

  #opened(token: Token, type: Mark['type'], sign: string): void {
    this.#seek(sign)
    const url = type === 'link' ? {url: String(token.attrGet('href') ?? '')} : {}
    const from = this.block.text.length
    this.#open.push({token, mark: {type, from, to: from, at: this.offsetOf(this.#cursor), end: 0, ...url}})
    this.#step(sign)
    if (type === 'setting') this.#step('|')
  }

  #closed(stepOver: (opening: Token) => void): void {
    const opened = this.#open.pop()
    if (!opened) return
    stepOver(opened.token)
    opened.mark.to = this.block.text.length
    // The offset before, and one more: at the end of a line the next character is in another line.
    opened.mark.end = this.offsetOf(Math.max(this.#cursor - 1, 0)) + 1
    this.block.marks.push(opened.mark)
  }

  #stepOverAddress(opening: Token): void {
    if (opening.markup === 'autolink') return this.#step('>')
    this.#step(']')
    if (this.raw[this.#cursor] === '(') {
      this.#step(String(opening.attrGet('href') ?? ''))
      this.#step(')')
    } else if (this.raw[this.#cursor] === '[') this.#step(']')
  }
}
