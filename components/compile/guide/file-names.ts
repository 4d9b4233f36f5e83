import {notPortable, sameOnWindows} from '../source/portable-names.js'
import type {Report} from '../source/report.js'
import {reportOn, type SourceFile} from '../source/source-file.js'

/**
 * Reports files that cannot be together in a folder on Windows or a Mac, where somebody else will open the guide: by their names,
 * or as two names are one there. Layers are laid over each other, so they count as one folder.
 */
export function fileNameReports(files: readonly SourceFile[]): Report[] {
  const reports: Report[] = []
  /** Each folder and file as it was first written. */
  const spelt = new Map<string, string>()
  const inOrder = [...files].sort((a, b) => (a.layer ?? 0) - (b.layer ?? 0) || (a.path < b.path ? -1 : 1))
  for (const file of inOrder) {
    const report = reportOn(file)
    const fault = notPortable(file.path)
    if (fault) report.error('file-name-not-portable', 0, `${fault}.`, 'Give the file or its folder another name.')
    const names = file.path.split('/')
    for (let depth = 1; depth <= names.length; depth++) {
      const path = names.slice(0, depth).join('/')
      const first = spelt.get(sameOnWindows(path)) ?? path
      if (first === path) {
        spelt.set(sameOnWindows(path), path)
        continue
      }
      report.error('file-name-twice', 0, `"${path}" and "${first}" are one name on Windows and on a Mac.`,
        'Write both in the same way, in small letters, or give one another name.')
      break
    }
    if (report.count > 0) reports.push(report)
  }
  return reports
}
