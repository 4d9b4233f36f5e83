/** One thing to put right in a content file, for a person who knows the subject and not code. */
export interface Diagnostic {
  /** The path as it was given to the compiler, such as `pathways/staying-safe-with-data/send-safely.md`. */
  file: string
  /** Line and column count from 1; columns are UTF-16 units, as in editors. */
  line: number
  column: number
  /** A name in kebab-case that stays the same, such as `no-right-answer`; for a style rule its id, such as `C06`. */
  code: string
  severity: 'error' | 'warning' | 'info'
  /** What is wrong, in plain words. */
  message: string
  /** What to do about it, in plain words. */
  advice: string
  /** A fix that is safe to apply by machine: replace [start, end) of the source, in UTF-16 units, by `text`. */
  fix?: Fix
}

export interface Fix { start: number; end: number; text: string }
