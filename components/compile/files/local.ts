import {YamlFields} from '../yaml/fields.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'
import {readYaml} from '../yaml/yaml-map.js'

/** What an organisation's folder says, in `local.yaml`, that it does to the guide below it. */
export interface LocalFile {
  report: Report
  /** In place of the guide's own. */
  title?: string
  publisher?: string
  /** Pathway ids in the order of the catalogue; undefined leaves the guide's order, with added ones at the end. */
  pathways?: string[]
  replace: Record<'modules' | 'pathways' | 'frameworks' | 'canvases', NamedId[]>
  without: Record<'modules' | 'pathways' | 'factors', NamedId[]>
  fields?: YamlFields
}

/** An id, and the offset it is written at. */
export interface NamedId { id: string; at: number }

/** Reads `local.yaml`. A folder without one changes nothing but what it adds. Never throws. */
export function readLocalFile(report: Report): LocalFile {
  const nothing: LocalFile = {
    report,
    replace: {modules: [], pathways: [], frameworks: [], canvases: []},
    without: {modules: [], pathways: [], factors: []},
  }
  return guarded(report, () => {
    if (!report.source.text.trim() || !isReadable(report)) return nothing
    const fields = new YamlFields(readYaml(report.source.text, 0, report), report, 0, 'This folder')
    // With a fault in it, none of the file is done: half of what it asks for would be a guide that nobody wants.
    if (report.has('bad-front-matter')) return nothing
    const replace = fields.groups('replace', 'optional', 'replace')[0]
    const without = fields.groups('without', 'optional', 'without')[0]
    const local: LocalFile = {
      report, fields,
      title: fields.text('title', 'optional'),
      publisher: fields.text('publisher', 'optional'),
      pathways: fields.entries.has('pathways') ? fields.texts('pathways', 'optional') : undefined,
      replace: {
        modules: idsOf('modules', replace), pathways: idsOf('pathways', replace),
        frameworks: idsOf('frameworks', replace), canvases: idsOf('canvases', replace),
      },
      without: {
        modules: idsOf('modules', without), pathways: idsOf('pathways', without), factors: idsOf('factors', without),
      },
    }
    // Read again by `review/gone-ids.ts`.
    fields.texts('retired', 'optional')
    for (const group of [replace, without, fields]) group?.finish()
    return local
  }) ?? nothing
}

function idsOf(name: string, fields: YamlFields | undefined): NamedId[] {
  if (!fields) return []
  const texts = fields.texts(name, 'optional')
  const value = fields.entries.get(name)?.value
  const items = value?.kind === 'list' ? value.items : value ? [value] : []
  const named = items.flatMap(item => item.kind === 'text' ? [{id: item.text, at: item.at}] : [])
  return named.filter(({id}) => texts.includes(id))
}
