import {editsOf, type Edit} from './as-seen.js'

/** Any text as lines, whatever ends them, without a byte order mark. */
export class TextLines {
  readonly lines: string[] = []
  /** The text's own line ending, for text that a fix adds. */
  readonly lineEnd: string
  readonly #starts: number[] = []

  constructor(readonly text: string) {
    let start = text.startsWith('\ufeff') ? 1 : 0
    for (const end of text.matchAll(/\r\n|\r|\n/g)) {
      this.#starts.push(start)
      this.lines.push(text.slice(start, end.index))
      start = end.index + end[0].length
    }
    this.#starts.push(start)
    this.lines.push(text.slice(start))
    this.lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  }

  /** Offset in `text` of a 0-based line and column; both are brought inside the text. */
  offset(line: number, column = 0): number {
    const row = Math.min(Math.max(line, 0), this.lines.length - 1)
    return this.#starts[row]! + Math.min(Math.max(column, 0), this.lines[row]!.length)
  }

  /** 1-based line and column of an offset in `text`. */
  position(offset: number): {line: number; column: number} {
    const line = lastBefore(this.#starts, offset)
    return {line: line + 1, column: Math.max(offset - this.#starts[line]!, 0) + 1}
  }
}

/**
 * A file as a person sees it: what nobody sees is not in its `text`, nor in its `lines`. All who read it read that, so that no
 * word, id or address has in it what its author cannot find. Offsets are those of `text` as well; only what leaves this folder, a
 * position or a fix, is told of the file as it was given.
 */
export class SourceText extends TextLines {
  /** The file itself. It has as many lines. */
  readonly given: TextLines
  /** Where `text` differs from the file, in order: `to` and `from` in the file. */
  readonly #edits: readonly Edit[]
  /** For each of them, where it begins in `text`. */
  readonly #starts: readonly number[]

  constructor(given: string) {
    const edits = editsOf(given)
    const starts: number[] = []
    let text = ''
    let at = given.startsWith('\ufeff') ? 1 : 0
    for (const {from, to, text: seen} of edits) {
      text += given.slice(at, from)
      starts.push(text.length)
      text += seen
      at = to
    }
    super(text + given.slice(at))
    this.given = edits.length ? new TextLines(given) : this
    this.#edits = edits
    this.#starts = starts
  }

  /** 1-based line and column in the file of an offset. */
  override position(offset: number): {line: number; column: number} {
    return this.given === this ? super.position(offset) : this.given.position(this.inFile(offset))
  }

  /**
   * Where an offset is in the file: before what nobody sees there, so that a fix takes it along.
   *
   * @param isEnd - it is where a fix ends: after what nobody sees
   */
  inFile(offset: number, isEnd = false): number {
    const last = lastBefore(this.#starts, offset)
    const edit = this.#edits[last]
    const start = this.#starts[last]
    if (!edit || start === undefined || start > offset) return offset
    const end = start + edit.text.length
    if (offset > end || (isEnd && offset === end)) return edit.to + offset - end
    return isEnd && offset > start ? edit.to : edit.from
  }
}

/** Index of the last of some ascending numbers that is not above a limit; 0 when all are. */
export function lastBefore(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (ascending[middle]! <= limit) low = middle
    else high = middle - 1
  }
  return low
}
