/** One thing to put right in a content file, for a person who knows the subject and not code. */
export interface Diagnostic {
  /** As it was given to the compiler, such as `pathways/staying-safe-with-data/send-safely.md`. */
  file: string
  /** 1-based; column counts UTF-16 units as editors do. */
  line: number
  column: number
  /** Stable, kebab-case: `no-right-answer`. Style rules use their rule's id: `C06`. */
  code: string
  severity: 'error' | 'warning' | 'info'
  /** What is wrong, in plain words. */
  message: string
  /** What to do about it, in plain words. */
  advice: string
  /** A safe machine fix: replace [start, end) of the source, in UTF-16 units, by `text`. */
  fix?: Fix
}

export interface Fix { start: number; end: number; text: string }
