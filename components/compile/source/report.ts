import type {Diagnostic, Fix} from '../../model/guide/diagnostic.js'
import type {SourceText} from './source-text.js'

/** How often one file may repeat one fault that has no fix: beyond that, more lines help nobody. */
const MOST_OF_ONE_CODE = 100

/** A fix, or a function that makes it when the whole file has been read; undefined when it can no longer be made. */
export type LateFix = Fix | (() => Fix | undefined)

/** What is wrong in one file, gathered while it is read. Offsets are those of its source, as a person sees it. */
export class Report {
  readonly #found: (Omit<Diagnostic, 'fix'> & {fix: LateFix | undefined})[] = []
  readonly #count = new Map<string, number>()

  /**
   * @param file - its path in the content folder
   * @param layer - 0 for a file of the guide, else which of the folders laid over it holds it
   * @param shown - how messages name the file
   */
  constructor(readonly file: string, readonly source: SourceText, readonly layer = 0, readonly shown = file) {}

  error(code: string, at: number, message: string, advice: string, fix?: LateFix): void {
    this.add('error', code, at, message, advice, fix)
  }

  warning(code: string, at: number, message: string, advice: string, fix?: LateFix): void {
    this.add('warning', code, at, message, advice, fix)
  }

  /** How many faults there are so far. */
  get count(): number {
    return this.#found.length
  }

  has(code: string): boolean {
    return this.#count.has(code)
  }

  /** In the order of the file. Fixes are of the file as it was given. */
  diagnostics(): Diagnostic[] {
    return this.#found
      .map(({fix: early, ...rest}) => {
        const fix = typeof early === 'function' ? early() : early
        return fix ? {...rest, fix: this.#inFile(fix)} : rest
      })
      .sort((a, b) => a.line - b.line || a.column - b.column)
  }

  add(
    severity: Diagnostic['severity'], code: string, at: number, message: string, advice: string, fix?: LateFix,
  ): void {
    const count = (this.#count.get(code) ?? 0) + 1
    this.#count.set(code, count)
    if (count > MOST_OF_ONE_CODE && !fix) return
    const position = this.source.position(at)
    this.#found.push({file: this.shown, ...position, code, severity, message, advice, fix})
  }

  #inFile({start, end, text}: Fix): Fix {
    // What is only put in comes after what nobody sees, which another fix may take away.
    return {start: this.source.inFile(start, start === end && text !== ''), end: this.source.inFile(end, true), text}
  }
}
