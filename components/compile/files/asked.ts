import type {SearchSection} from '../../model/guide/guide.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'
import {readYaml} from '../yaml/yaml-map.js'

/** A line of an `asked.yaml`, and its offset. */
interface AskedLine { place: string; questions: string[]; at: number }

/** One `asked.yaml`, read. */
export interface ReadAsked { lines: AskedLine[]; report: Report }

/** Reads `asked.yaml`: a line each, such as `my-module#my-heading: how do I do it? what if it fails?` Never throws. */
export function readAskedFile(report: Report): ReadAsked {
  const lines = guarded(report, () => {
    if (!report.source.text.trim() || !isReadable(report)) return []
    return [...readYaml(report.source.text, 0, report)].flatMap(([place, {value, keyAt: at}]): AskedLine[] => {
      const questions = value.kind === 'text' ? value.text.split('?').map(question => question.trim()).filter(Boolean) : []
      if (questions.length) return [{place, questions, at}]
      report.error('bad-asked', at, `"${place.slice(0, 64)}" has no question.`,
        'Write the module, # and the id of a heading, then a colon, and questions that end with a question mark on the same line.')
      return []
    })
  }) ?? []
  return {lines, report}
}

/**
 * The sections with the questions that they answer. A question about a page that there is not is reported.
 *
 * @param top - the highest layer. In layers below it a page may be missing because it was switched off
 */
export function withAsked(
  sections: readonly SearchSection[], files: readonly ReadAsked[], top: number,
): SearchSection[] {
  const byPlace = new Map<string, string[]>()
  const places = new Set(sections.map(placeOf))
  for (const {lines, report} of files) {
    for (const {place, questions, at} of lines) {
      if (places.has(place)) byPlace.set(place, [...byPlace.get(place) ?? [], ...questions])
      else if (report.layer === top) {
        report.warning('asked-of-nothing', at, `No page is called "${place.slice(0, 100)}".`,
          'Write it as it stands in the address of the page: its module, # and the heading with hyphens between its words.')
      }
    }
  }
  return sections.map(section => {
    const asked = byPlace.get(placeOf(section))
    return asked ? {...section, asked} : section
  })
}

/** As in `module#page`, and for a heading within a page `module#heading`. */
function placeOf({module, page, anchor}: SearchSection): string {
  return `${module}#${anchor || page}`
}
