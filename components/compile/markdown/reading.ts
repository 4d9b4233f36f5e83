import type {Fix} from '../../model/guide/diagnostic.js'
import {inlineOf, type Branch} from './branch.js'
import {hasControl, sameStart, unseenFaults} from '../source/as-seen.js'
import {Ids} from '../source/ids.js'
import type {Report} from '../source/report.js'
import {lastBefore, type SourceText} from '../source/source-text.js'
import {reportControl, reportPaste, unseenLines} from '../source/unseen.js'
import {pasteFaults, tidyPaste} from './word-paste.js'

/** Where an image is shown from, and its size in CSS pixels when known. */
export interface Asset { url: string; width?: number; height?: number }

/** What is the same for every file of one compile. */
export interface ReadOptions {
  /** BCP 47; chooses the words that are suggested. */
  lang: string
  /** One file shown by itself: nothing around it can be checked, so nothing around it is asked for. */
  standalone: boolean
  /** Ids that are written somewhere in the guide; a made-up one joins them. */
  taken: Ids
  /** Finds an image by its path in the content folder, for a file of a layer. Absent: images are not checked. */
  asset?: (path: string, layer: number) => Asset | undefined
}

/** A link that can only be checked when the whole guide has been read. */
export interface FoundLink { url: string; at: number }

/** Where a text names a framework's domain. */
export interface FoundDomain { id: string; at: number }

/** One file while it is read: its tidied lines, and what has been found in it. */
export class Reading {
  /** The lines that are parsed: those of the file, tidied, its front matter blanked. */
  readonly lines: string[]
  /** Names of local details, and where each is first asked for. */
  readonly settings = new Map<string, number>()
  readonly links: FoundLink[] = []
  readonly domains: FoundDomain[] = []
  /** Where questions say that they are explained. */
  readonly explained: {place: string; at: number}[] = []
  /** Ids written in this file that must be its own in the whole guide, and where. */
  readonly ids = new Map<string, number>()
  /** Ids of pages and headings, so that no two are the same. */
  readonly anchors = new Ids()
  /** Those of them that a link can lead to. Elements find the same ones: see `model/guide/places.ts`. */
  readonly places = new Set<string>()
  /** True while a question is read. No link can lead into one: a quiz shows one at a time, and others in each try. */
  isInQuestion = false
  /** Table rows, as 0-based lines, whose `|` signs have been looked at for a fix. */
  readonly mendedRows = new Set<number>()
  /** How many characters of addresses the text may still have: a reference repeats one that is written once. */
  #addressRoom: number
  /** Lines as fixes leave them, by 0-based line. */
  readonly #fixed = new Map<number, string>()
  /** How many first characters of a tidied line are as they were, by 0-based line. */
  readonly #sameStarts = new Map<number, number>()
  readonly #rows = new WeakMap<Branch, Rows>()

  /**
   * @param report - replaced when a kept reading is used again in a later compile
   * @param bodyLine - 0-based line of the first that is not front matter
   */
  constructor(readonly source: SourceText, public report: Report, bodyLine: number, readonly options: ReadOptions) {
    this.#addressRoom = ADDRESS_ROOM + MOST_OF_AN_ADDRESS * source.text.length
    const blanks = Array<string>(bodyLine).fill('')
    this.lines = [...blanks, ...tidyPaste(source.lines.slice(bodyLine))]
    for (let line = bodyLine; line < this.lines.length; line++) {
      if (this.lines[line] !== source.given.lines[line]) this.#fixed.set(line, this.lines[line]!)
    }
    for (const line of unseenLines(source, bodyLine, this.lines.length)) {
      if (hasControl(source.given.lines[line]!)) reportControl(report, this.#firstUnseen(line), () => this.#fixOf(line))
    }
  }

  /** Is there room for one more address? Reports, once, when there is no more. */
  hasRoomFor(address: string, at: number): boolean {
    this.#addressRoom -= address.length
    if (this.#addressRoom < 0 && !this.report.has('address-repeated')) {
      this.report.error('address-repeated', at,
        'By here, links repeat so many long addresses that the page is far too long.',
        'Write a shorter address, or fewer links to it.')
    }
    return this.#addressRoom >= 0
  }

  /** Offset in the source of a position in the tidied lines: exact where the line was not touched, else the nearest. */
  offset(line: number, column: number): number {
    const after = this.lines[line] ?? ''
    const before = this.source.lines[line] ?? ''
    if (after === before) return this.source.offset(line, column)
    let same = this.#sameStarts.get(line)
    if (same === undefined) this.#sameStarts.set(line, same = sameStart(after, before))
    return this.source.offset(line, column <= same ? column : Math.max(same, column + before.length - after.length))
  }

  /** Offset of the first character of a block. */
  startOf({line}: Branch): number {
    return this.offset(line, /^[ \t]*/.exec(this.lines[line] ?? '')![0].length)
  }

  /** Offset in the source of a character in the text of a paragraph, heading or table cell. */
  inlineOffset(block: Branch, index: number): number {
    const inline = inlineOf(block)
    if (!inline) return this.startOf(block)
    let rows = this.#rows.get(inline)
    if (!rows) this.#rows.set(inline, rows = rowsOf(inline, this.lines))
    const row = lastBefore(rows.starts, index)
    return this.offset(inline.line + row, Math.max(rows.columns[row]! + index - rows.starts[row]!, 0))
  }

  /**
   * A fix that changes words of one line. All fixes of a line, tidying among them, become one and the same when the
   * file has been read, so that none undoes another.
   *
   * @returns undefined when there was nothing to change
   */
  changeLine(line: number, change: (text: string) => string): (() => Fix) | undefined {
    const before = this.#fixed.get(line) ?? this.lines[line] ?? ''
    const after = change(before)
    if (after === before) return undefined
    this.#fixed.set(line, after)
    return () => this.#fixOf(line)
  }

  /** Says which lines were tidied, when the file has been read. */
  reportTidying(): void {
    for (const line of this.#fixed.keys()) {
      const given = this.source.given.lines[line]!
      const seen = this.source.lines[line]!
      // What programs obey was reported as such, with the same fix.
      const unseen = hasControl(given) ? [] : unseenFaults(given)
      const after = this.lines[line]!
      if (after === seen && !unseen.length) continue
      const {characters, shape} = pasteFaults(seen, after)
      const at = Math.min(this.source.offset(line, sameStart(after, seen)), this.#firstUnseen(line))
      reportPaste(this.report, shape.length ? 'warning' : 'info', at, [...unseen, ...characters, ...shape], () => this.#fixOf(line))
    }
  }

  /** An id for a page or a heading. */
  anchorFor(words: string): string {
    const id = this.anchors.claim(words)
    if (!this.isInQuestion) this.places.add(id)
    return id
  }

  /**
   * Takes an id that is written in the content.
   *
   * @returns the id, or another when this file has used it already, which is reported
   */
  claimId(id: string, at: number): string {
    const first = this.ids.get(id)
    this.options.taken.add(id)
    if (first === undefined) {
      this.ids.set(id, at)
      return id
    }
    this.report.error('duplicate-id', at, `The id "${id}" is used already, in line ${this.source.position(first).line}.`,
      'Give one of the two another id. Do not change an id that has been published.')
    return this.options.taken.claim(id)
  }

  /** Reports a heading without an id, with the id that a fix writes under it. */
  reportMissingId(heading: Branch, id: string, of: string): void {
    const end = this.source.offset(heading.end - 1, Infinity)
    this.report.add(this.options.standalone ? 'warning' : 'error', 'missing-id', this.startOf(heading),
      `${of} has no id.`,
      `Add a line under it: <!-- id: ${id} -->. Progress is kept under it, so it must never change.`,
      // A comment that is not closed would be closed by the one that this adds.
      () => this.report.has('comment-not-closed') ? undefined
        : {start: end, end, text: `${this.source.lineEnd}<!-- id: ${id} -->`})
  }

  /** Where a line differs first from what a person sees; its end when it does not. */
  #firstUnseen(line: number): number {
    const {lines, given} = this.source
    return this.source.offset(line, sameStart(lines[line]!, given.lines[line]!))
  }

  #fixOf(line: number): Fix {
    const start = this.source.offset(line)
    return {start, end: this.source.offset(line, Infinity), text: this.#fixed.get(line) ?? ''}
  }
}

/** Characters of addresses that any file may have. */
const ADDRESS_ROOM = 10_000
/** And for each of its characters: an address that is written out has 6 for a letter that is not of ASCII. */
const MOST_OF_AN_ADDRESS = 12

/** Where each line of a block's text begins: in that text, and in its line of the file. */
interface Rows { starts: number[]; columns: number[] }

function rowsOf({token, line, column}: Branch, lines: readonly string[]): Rows {
  const rows: Rows = {starts: [], columns: []}
  let start = 0
  token.content.split('\n').forEach((text, row) => {
    // Markers and indents are gone from a block's text; its words are not.
    const words = (lines[line + row] ?? '').indexOf(text.trim(), row === 0 ? column : 0)
    rows.starts.push(start)
    rows.columns.push(Math.max(words, 0) - (text.length - text.trimStart().length))
    start += text.length + 1
  })
  return rows
}
