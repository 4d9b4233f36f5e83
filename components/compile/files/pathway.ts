import type {Pathway} from '../../model/guide/pathway.js'
import {YamlFields} from '../yaml/fields.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import {safetyOf} from './module-facts.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'

/** A pathway, and the fields of its file, which are checked against the whole guide. */
export interface ReadPathway { pathway: Pathway; fields: YamlFields }

/**
 * Reads `pathways/<folder>/pathway.md`. Its body is for editors and is not read.
 *
 * @returns undefined when the file holds nothing to read. Never throws
 */
export function readPathway(report: Report, folder: string): ReadPathway | undefined {
  return guarded(report, () => {
    if (!isReadable(report)) return undefined
    const {entries, at} = readFrontMatter(report, 'required')
    const fields = new YamlFields(entries, report, at, 'This pathway')
    const need = entries.size && !report.has('bad-front-matter') ? 'required' : 'optional'
    const id = fields.id('id', need)
    const pathway: Pathway = {
      id: folder,
      title: fields.text('title', need) ?? folder,
      summary: fields.text('summary', need) ?? '',
      audience: fields.texts('audience', need),
      modules: [...new Set(fields.texts('modules', need))],
      ...safetyOf(fields),
    }
    fields.finish()
    if (id !== undefined && id !== folder) {
      report.error('pathway-folder', fields.offsetOf('id'),
        `This pathway is "${id}" and stands in the folder "${folder}".`,
        'Give the folder and the id the same name.')
    }
    return {pathway, fields}
  })
}
