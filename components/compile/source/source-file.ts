import {Report} from './report.js'
import {SourceText} from './source-text.js'

/** A file of the content folder. */
export interface SourceFile {
  /** Relative to the content folder, with forward slashes. */
  path: string
  text: string
  /** 0 or missing: the guide's own. 1 and up: of the folders an organisation lays over it, in their order. */
  layer?: number
  /** How messages name the file, where that is not its path. */
  shown?: string
}

/** Compiling, style and review history each read every file: its lines are cut once. */
const SOURCES = new WeakMap<SourceFile, SourceText>()

/** An empty report on a file. Those of one file share its lines, and with them its front matter. */
export function reportOn(file: SourceFile): Report {
  let source = SOURCES.get(file)
  if (!source) SOURCES.set(file, source = new SourceText(file.text))
  return new Report(file.path, source, file.layer, file.shown)
}

/** A module is some 6,000 characters. */
const LONGEST = 2_000_000
/** One character in a hundred that is no text: a picture, a program, or the wrong encoding. */
const BINARY_SHARE = 0.01

/** False, and reported, when a file is empty, no text, or far too long. */
export function isReadable(report: Report): boolean {
  const {text} = report.source.given
  if (text.length > LONGEST) {
    report.error('too-large', 0, `This file has ${text.length} characters, which is too many for a page.`,
      'Split it into several files. Pictures belong in files of their own.')
    return false
  }
  if (!report.source.text.trim()) {
    report.error('empty-file', 0, 'This file is empty.', 'Write its content, or delete the file.')
    return false
  }
  const strange = text.match(/[\0\ufffd]/g)?.length ?? 0
  if (text.includes('\0') || strange > text.length * BINARY_SHARE) {
    report.error('not-text', 0, 'This file is not plain text.',
      'Save it as plain text, encoded as UTF-8. A Word document must be saved as text first.')
    return false
  }
  return true
}

/** Runs a reader of one file. Should it fail, that is our mistake: it is reported, and other files are still read. */
export function guarded<T>(report: Report, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report.error('internal', 0,
      `This file could not be read because of a mistake in the compiler: ${reason.slice(0, 200)}.`,
      'Report it to the people who look after this guide, with the file.')
    return undefined
  }
}
