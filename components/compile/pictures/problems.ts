import type {Diagnostic} from '../../model/guide/diagnostic.js'
import type {TextLines} from '../source/source-text.js'

/** A drawing can have thousands of parts with one fault. */
const MOST = 30

/** Why a drawing cannot be used, gathered while it is read: each fault where it is first. */
export class Problems {
  readonly #found = new Map<string, Diagnostic>()

  /** @param shown - how messages name the file */
  constructor(private readonly shown: string, readonly source: TextLines) {}

  get count(): number {
    return this.#found.size
  }

  /** @param at - offset in the text */
  add(at: number, message: string, advice: string): void {
    if (this.#found.has(message) || this.count >= MOST) return
    this.#found.set(message, {
      file: this.shown, ...this.source.position(at), code: 'image-type', severity: 'error', message, advice,
    })
  }

  /** In the order of the file. */
  diagnostics(): Diagnostic[] {
    return [...this.#found.values()].sort((a, b) => a.line - b.line || a.column - b.column)
  }
}
