import type {Diagnostic} from '../../model/guide/diagnostic.js'
import type {Guide} from '../../model/guide/guide.js'
import {isSafety, reviewState} from '../../model/guide/review.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import type {Report} from '../source/report.js'
import {reportOn, type SourceFile} from '../source/source-file.js'

/**
 * What is overdue for review, at the line that says so. A warning, or an error where the caller stops at overdue pages
 * that harm can come of.
 *
 * @param files - those the guide was compiled from, replaced and switched-off ones left out
 * @param today - as 2026-11-23
 */
export function overdueDiagnostics(
  files: readonly SourceFile[], {modules, frameworks, canvases, pathways}: Guide, today: string, failOnSafety: boolean,
): Diagnostic[] {
  const overdue = [
    ...modules.map(module => {
      const pathway = pathways.find(({id}) => id === module.pathway)
      return {item: module, folder: `pathways/${module.pathway}`, safety: isSafety(module, pathway), kind: 'module'}
    }),
    ...frameworks.map(item => ({...unsafe(item), folder: 'frameworks', kind: 'framework'})),
    ...canvases.map(item => ({...unsafe(item), folder: 'canvas', kind: 'canvas'})),
  ].filter(({item}) => reviewState(item, today) === 'overdue')
  return overdue.flatMap(({item, folder, safety, kind}) => {
    const written = nextReviewIn(files, folder, item.id)
    if (!written) return []
    const {report, at} = written
    const isError = failOnSafety && safety
    report.add(isError ? 'error' : 'warning', 'review-overdue', at,
      `The review of this ${kind} was due by ${item.nextReview}${safety ? ', and mistakes in it can do harm' : ''}.`,
      'Have it reviewed, correct what has changed, then set last_reviewed and next_review.')
    return report.diagnostics()
  })
}

/** Frameworks and canvases name no reviewers, and nobody is harmed by an old one. */
function unsafe({id, nextReview}: {id: string; nextReview?: string}) {
  return {item: {id, nextReview, reviewed: true}, safety: false}
}

/** Where the file of an id gives its next review. */
function nextReviewIn(
  files: readonly SourceFile[], folder: string, id: string,
): {report: Report; at: number} | undefined {
  for (const file of files) {
    if (!file.path.startsWith(`${folder}/`)) continue
    const {entries} = readFrontMatter(reportOn(file), 'optional')
    const written = entries.get('id')?.value
    if (written?.kind !== 'text' || written.text !== id) continue
    return {report: reportOn(file), at: entries.get('next_review')?.value.at ?? 0}
  }
  return undefined
}
