import type {Diagnostic} from '../../model/guide/diagnostic.js'
import {Report} from '../source/report.js'
import {reportOn, type SourceFile} from '../source/source-file.js'
import {readYaml} from '../yaml/yaml-map.js'
import type {FileChange} from './review-history.js'

/** Files that say what a folder does as a whole, and so where it says which ids have left on purpose. */
const ABOUT = ['guide.yaml', 'local.yaml']

/** What an id names, by the file it is in and by how it is written there; and what of people's is kept under it. */
interface Named { what: string; kept: string }

const PLACES: readonly {path: RegExp; front: Named; comment?: Named}[] = [
  {path: /^guide\.yaml$/, front: {what: 'guide', kept: 'Everything that people saved'}},
  {path: /^pathways\/[^/]+\/pathway\.md$/, front: {what: 'pathway', kept: 'Links and pages of others that show it'}},
  {
    path: /^pathways\/[^/]+\/[^/]+\.md$/, front: {what: 'module', kept: 'What people have done in it, and links to it,'},
    comment: {what: 'question or heading', kept: 'People\'s answers to it, and links to it,'},
  },
  {
    path: /^frameworks\/[^/]+\.md$/, front: {what: 'framework', kept: 'People\'s ratings by it'},
    comment: {what: 'statement or domain', kept: 'People\'s ratings of it'},
  },
  {
    path: /^canvas\/[^/]+\.md$/, front: {what: 'canvas', kept: 'What teams said on it'},
    comment: {what: 'factor', kept: 'What teams said of it'},
  },
]

/** An id as it is written in a line, and as what. `key` is the same wherever the thing could have been moved to. */
interface WrittenId extends Named { id: string; key: string }

/** True for a line that may have an id: all that `goneIdDiagnostics` needs of a history. */
export function mayHaveId(line: string): boolean {
  return /\bid:/.test(line)
}

/**
 * Ids that were in the guide and are in no file of it now. What people recorded is kept under ids, so one that goes takes it out
 * of their sight, and one that was changed by a new name does so for nothing. Editors who mean it say so under `retired:`.
 *
 * @param files - of all layers
 * @param layer - the layer whose history this is
 * @param history - by path in the layer, the newest change first; at least the lines that `mayHaveId`
 */
export function goneIdDiagnostics(
  files: readonly SourceFile[], layer: number, history: ReadonlyMap<string, readonly FileChange[]>,
): Diagnostic[] {
  const own = files.filter(file => (file.layer ?? 0) === layer)
  const about = own.find(({path}) => ABOUT.includes(path))
  const retired = new Set(about ? retiredIn(about) : [])
  const here = new Set(files.flatMap(({path, text}) => idsIn(path, text.split(/\r\n?|\n/)).map(({key}) => key)))
  return [...history].flatMap(([path, changes]) => {
    const lines = changes.flatMap(({added, removed}) => [...added, ...removed].map(({text}) => text))
    const file = own.find(each => each.path === path) ?? about
    return idsIn(path, lines).flatMap(({id, key, what, kept}): Diagnostic[] => {
      if (here.has(key) || retired.has(id) || !file) return []
      here.add(key)
      return [{
        file: file.shown ?? file.path, line: 1, column: 1, severity: 'warning', code: 'id-gone',
        message: `The ${what} "${id}" was in this guide, and no ${what} has this id now.`,
        advice: `${kept} stay under the old id. If it only has another name now, give it the id "${id}" back and change its title. `
          + `If it left on purpose, write ${id} under retired: in ${about?.path ?? 'guide.yaml'}.`,
      }]
    })
  })
}

function idsIn(path: string, lines: readonly string[]): WrittenId[] {
  const place = PLACES.find(each => each.path.test(path))
  if (!place || /(?:^|\/)readme\.md$/i.test(path)) return []
  const folder = path.split('/')[0]!
  return lines.filter(mayHaveId).flatMap(line => {
    const front = /^id:\s*["']?([A-Za-z0-9-]+)["']?\s*(?:#.*)?$/.exec(line)?.[1]
    const comment = front ? undefined : /<!--(?:(?!-->).)*?\bid:\s*([A-Za-z0-9-]+)/.exec(line)?.[1]
    if (front) return [{...place.front, id: front, key: `${folder} ${place.front.what} ${front}`}]
    return comment && place.comment ? [{...place.comment, id: comment, key: `${folder} in it ${comment}`}] : []
  })
}

/** The ids under `retired:`. What is wrong with the file is reported by whoever compiles it. */
function retiredIn(file: SourceFile): string[] {
  const {source, file: path} = reportOn(file)
  const value = readYaml(source.text, 0, new Report(path, source)).get('retired')?.value
  const items = value?.kind === 'list' ? value.items : value ? [value] : []
  return items.flatMap(item => item.kind === 'text' ? item.text : [])
}
