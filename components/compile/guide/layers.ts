import type {Diagnostic} from '../../model/guide/diagnostic.js'
import {didYouMean} from '../source/did-you-mean.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import {readLocalFile, type LocalFile, type NamedId} from '../files/local.js'
import type {Report} from '../source/report.js'
import {reportOn, type SourceFile} from '../source/source-file.js'

/** Files that hold one thing each, under an id: of two with the same id, only one can be in the guide. */
const THINGS = {
  pathways: /^pathways\/([^/]+)\/pathway\.md$/,
  modules: /^pathways\/[^/]+\/([^/]+)\.md$/,
  frameworks: /^frameworks\/([^/]+)\.md$/,
  canvases: /^canvas\/([^/]+)\.md$/,
}
type ThingKind = keyof typeof THINGS
const LOCAL_FILE = 'local.yaml'

/** A guide's files after an organisation's folders were laid over them. */
export interface Laid {
  /** What the guide is made of: none of it twice, nothing that was replaced or switched off. */
  files: SourceFile[]
  /** What each folder says of itself, in their order. */
  locals: LocalFile[]
  /** Modules that are in none of the pathways any more. */
  switchedOff: ReadonlySet<string>
  diagnostics: () => Diagnostic[]
}

interface Thing { kind: ThingKind; id: string; file: SourceFile; report: Report; idAt: number }

/**
 * Lays each layer's files over those below it. Files with the same id are a conflict, unless `local.yaml` says that one
 * replaces the other; what it names must be there. Settings and glossary files stay beside those below, to be joined
 * once they are read. Without layers the files come back as they are.
 */
export function layFiles(files: readonly SourceFile[]): Laid {
  const layers = [...new Set(files.map(({layer = 0}) => layer))].sort((a, b) => a - b)
  const stack = new Stack(files.filter(({layer = 0}) => layer === 0))
  for (const layer of layers.filter(layer => layer > 0)) stack.lay(files.filter(file => file.layer === layer))
  return {
    files: stack.files,
    locals: stack.locals,
    switchedOff: stack.switchedOff,
    diagnostics: () => [...stack.locals.map(({report}) => report), ...stack.reports]
      .flatMap(report => report.diagnostics()),
  }
}

class Stack {
  files: SourceFile[]
  readonly locals: LocalFile[] = []
  readonly switchedOff = new Set<string>()
  /** Of files that were left out: nobody else reports on those. */
  readonly reports: Report[] = []

  constructor(base: readonly SourceFile[]) {
    this.files = [...base]
  }

  lay(layer: readonly SourceFile[]): void {
    const below = thingsIn(this.files)
    const localFile = layer.find(({path}) => path === LOCAL_FILE) ?? {...layer[0]!, path: LOCAL_FILE, text: ''}
    const local = readLocalFile(reportOn(localFile))
    this.locals.push(local)
    const above = thingsIn(layer)
    this.#reportReplaced(local, below, above)
    for (const file of layer) {
      const thing = above.find(other => other.file === file)
      if (file.path === LOCAL_FILE) continue
      else if (file.path === 'guide.yaml') this.#leaveOutGuideFile(file)
      else if (thing) this.#layThing(thing, below, local)
      else this.files.push(file)
    }
    this.#switchOff(local)
  }

  #layThing(thing: Thing, below: readonly Thing[], local: LocalFile): void {
    const {kind, id, file, report, idAt} = thing
    const named = local.replace[kind].some(other => other.id === id)
    const original = below.find(other => other.kind === kind && other.id === id)
    if (!original) {
      // With nothing to replace, the name in local.yaml is the fault, and one is enough.
      if (!named) this.files.push(file)
    } else if (!named) {
      report.error('local-clash', idAt, `The guide has a ${ONE[kind]} "${id}" already, in ${original.report.shown}.`,
        `To put yours in its place, add replace: {${kind}: [${id}]} to ${LOCAL_FILE}. Else give yours another id.`)
      this.reports.push(report)
    } else if (original.file.path.split('/')[1] !== file.path.split('/')[1] && kind === 'modules') {
      report.error('local-other-folder', 0, `The module "${id}" that this replaces stands in another pathway.`,
        `Move this file to ${original.file.path.split('/').slice(0, -1).join('/')}.`)
      this.reports.push(report)
    } else {
      this.#reportOlder(thing, original)
      this.files = this.files.map(other => other === original.file ? {...file, path: original.file.path} : other)
    }
  }

  /** A replacement goes on being shown while the page it replaced is brought up to date. */
  #reportOlder({report, id, file}: Thing, original: Thing): void {
    const ours = dateOf(original.file)
    const theirs = dateOf(file)
    if (!ours || !theirs || ours.date <= theirs.date) return
    report.warning('local-older', theirs.at,
      `The guide's own "${id}" was reviewed on ${ours.date}, after this page (${theirs.date}).`,
      'Compare the two, take over what has changed, then change last_reviewed here.')
    this.reports.push(report)
  }

  #reportReplaced({report, replace}: LocalFile, below: readonly Thing[], above: readonly Thing[]): void {
    for (const kind of Object.keys(THINGS) as ThingKind[]) {
      const known = below.filter(thing => thing.kind === kind).map(({id}) => id)
      const here = above.filter(thing => thing.kind === kind).map(({id}) => id)
      for (const {id, at} of replace[kind]) {
        if (!known.includes(id)) {
          report.error('local-nothing-to-replace', at, `The guide has no ${ONE[kind]} "${id}" to replace.`,
            `It may have been removed or renamed. Correct the id, or take it off this list.${didYouMean(id, known)}`)
        } else if (!here.includes(id)) {
          report.error('local-no-replacement', at,
            `This folder has no ${ONE[kind]} "${id}" to put in the place of the guide's.`,
            `Write it, or take it off this list.${didYouMean(id, here)}`)
        }
      }
    }
  }

  #switchOff({report, without}: LocalFile): void {
    const {layer} = report
    const find = (kind: ThingKind, {id, at}: NamedId): Thing | undefined => {
      const things = thingsIn(this.files).filter(thing => thing.kind === kind)
      const thing = things.find(other => other.id === id)
      if (thing?.file.layer === layer) {
        report.error('local-both', at,
          `The ${ONE[kind]} "${id}" is switched off here, and this folder has one of its own.`,
          'Take it off this list, or delete the file.')
        return undefined
      }
      if (!thing) reportNothingOff(`${ONE[kind]} "${id}"`, at, id, things.map(({id}) => id), report)
      return thing
    }
    for (const named of without.pathways) {
      const pathway = find('pathways', named)
      if (!pathway) continue
      const folder = pathway.file.path.replace(/[^/]+$/, '')
      const inside = thingsIn(this.files).filter(({kind, file}) => kind === 'modules' && file.path.startsWith(folder))
      for (const {id} of inside) this.switchedOff.add(id)
      this.files = this.files.filter(({path}) => !path.startsWith(folder))
    }
    for (const named of without.modules) {
      const module = this.switchedOff.has(named.id) ? undefined : find('modules', named)
      if (!module) continue
      this.switchedOff.add(module.id)
      this.files = this.files.filter(file => file !== module.file)
    }
  }

  #leaveOutGuideFile(file: SourceFile): void {
    const report = reportOn(file)
    report.warning('local-guide-file', 0, 'A local folder has no guide.yaml of its own, so this file is not read.',
      `Write title:, publisher: and pathways: in ${LOCAL_FILE}, and delete this file.`)
    this.reports.push(report)
  }
}

/** @param what - with its id, such as `module "x"` */
export function reportNothingOff(what: string, at: number, id: string, known: Iterable<string>, report: Report): void {
  report.error('local-nothing-to-switch-off', at, `There is no ${what} to switch off.`,
    `Correct the id, or take it off this list.${didYouMean(id, known)}`)
}

const ONE: Record<ThingKind, string> = {modules: 'module', pathways: 'pathway', frameworks: 'framework', canvases: 'canvas'}

function thingsIn(files: readonly SourceFile[]): Thing[] {
  return files.flatMap(file => {
    const kind = (Object.keys(THINGS) as ThingKind[]).find(kind => THINGS[kind].test(file.path))
    if (!kind || /readme\.md$/i.test(file.path)) return []
    const name = THINGS[kind].exec(file.path)![1]!
    const report = reportOn(file)
    // A pathway has the id of its folder, whatever its file says.
    const written = kind === 'pathways' ? undefined : frontText(file, 'id')
    return [{kind, id: written?.text ?? name, file, report, idAt: written?.at ?? 0}]
  })
}

function dateOf(file: SourceFile): {date: string; at: number} | undefined {
  const found = frontText(file, 'last_reviewed')
  return found && /^\d{4}-\d{2}-\d{2}$/.test(found.text) ? {date: found.text, at: found.at} : undefined
}

/** A value of a file's front matter. What is wrong with it is reported when the file is compiled. */
function frontText(file: SourceFile, name: string): {text: string; at: number} | undefined {
  const value = readFrontMatter(reportOn(file), 'optional').entries.get(name)?.value
  return value?.kind === 'text' ? value : undefined
}
