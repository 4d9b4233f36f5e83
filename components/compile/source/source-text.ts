/** A text file as a person sees it: lines, whatever ends them, without a byte order mark. */
export class SourceText {
  readonly lines: string[] = []
  /** The file's own line ending, for text that a fix adds. */
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

  /** Offset in `text` of a 0-based line and column; both are brought inside the file. */
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
