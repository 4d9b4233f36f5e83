import {withoutUnseen} from '../../model/formats/unseen.js'
import type {Diagnostic} from '../../model/guide/diagnostic.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import {reportOn, type SourceFile} from '../source/source-file.js'

/** What one commit did to one file. */
export interface FileChange {
  /** As 2026-11-23. */
  day: string
  /** The file was not there before. */
  isNew: boolean
  /** The file was deleted. */
  isGone?: true
  removed: ChangedLine[]
  added: ChangedLine[]
}

/** `line` counts from 1, in the file before (removed) or after (added). */
export interface ChangedLine { line: number; text: string }

/** Fewer changed words are a correction, such as of a spelling, and need no new review of the whole page. */
export const FEW_WORDS = 20

/**
 * Rule C33: the review date changes after a review of the whole page, and only then. A page that was rewritten since
 * its date gets a note; a date that moved by itself, with no reviewer's date beside it, gets a warning.
 *
 * @param history - by path, the newest change first; at least all since the oldest review date
 */
export function reviewHistoryDiagnostics(
  files: readonly SourceFile[], history: ReadonlyMap<string, readonly FileChange[]>,
): Diagnostic[] {
  return files.flatMap(file => {
    const changes = history.get(file.path)
    if (!changes?.length) return []
    const report = reportOn(file)
    const {entries, bodyLine} = readFrontMatter(reportOn(file), 'optional')
    const reviewed = entries.get('last_reviewed')?.value
    if (reviewed?.kind !== 'text') return []

    const later = changes.filter(({day, isNew, isGone}) => !isNew && !isGone && day > reviewed.text)
    const words = later.reduce((sum, change) => sum + changedWords(change, bodyLine), 0)
    if (words >= FEW_WORDS) {
      report.add('info', 'C33', reviewed.at,
        `About ${words} words of this page have changed since its review on ${reviewed.text}.`,
        'If the whole page was reviewed after that, change last_reviewed. If not, ask for a review.')
    }
    const moved = changes.find(({added}) => added.some(({text}) => dateIn(text) === reviewed.text))
    if (moved && !moved.isNew && onlyDates(moved)) {
      report.warning('C33', reviewed.at, 'The review date was changed here, and nothing else in the file.',
        'If the whole page was reviewed, write the date beside the role in reviewers:. If not, put the old date back.')
    }
    return report.diagnostics()
  })
}

/** The oldest review date of some files, as 2026-11-23: what happened before it does not matter. */
export function oldestReview(files: readonly SourceFile[]): string | undefined {
  return files.flatMap(file => dateIn(/^last_reviewed:.*$/m.exec(reportOn(file).source.text)?.[0] ?? '') ?? []).sort()[0]
}

function dateIn(line: string): string | undefined {
  return /^last_reviewed:\s*["']?(\d{4}-\d{2}-\d{2})/.exec(line)?.[1]
}

function onlyDates({added, removed}: FileChange): boolean {
  const others = [...added, ...removed].filter(({text}) => text.trim() && !/^(?:last_reviewed|next_review):/.test(text))
  return others.length === 0
}

/** Words put in or taken out under the front matter. Those that only moved, or got other spaces, do not count. */
function changedWords({added, removed}: FileChange, bodyLine: number): number {
  const count = new Map<string, number>()
  const tally = (lines: readonly ChangedLine[], by: number): void => {
    for (const {line, text} of lines) {
      if (line <= bodyLine) continue
      for (const word of withoutUnseen(text).split(/\s+/).filter(Boolean)) count.set(word, (count.get(word) ?? 0) + by)
    }
  }
  tally(added, 1)
  tally(removed, -1)
  const sumOf = (sign: 1 | -1): number => [...count.values()].reduce((sum, n) => sum + Math.max(n * sign, 0), 0)
  // One word for another counts once.
  return Math.max(sumOf(1), sumOf(-1))
}
