import type {Diagnostic} from '../../model/guide/diagnostic.js'
import type {Guide} from '../../model/guide/guide.js'
import type {Module} from '../../model/guide/module.js'
import type {Pathway} from '../../model/guide/pathway.js'
import type {Settings} from '../../model/guide/settings.js'
import {exactHash} from '../../model/ids/text-hash.js'
import {readCanvas} from '../files/canvas.js'
import type {CompileOptions} from '../files/module.js'
import {readFramework} from '../files/framework.js'
import {readGlossary} from '../files/glossary.js'
import {fileNameReports} from './file-names.js'
import {reportGuide, type ReadGuide} from './guide-checks.js'
import {readGuideFile, readSettingsFile, UNNAMED} from '../files/guide.js'
import {writtenIds} from '../source/ids.js'
import {keptModule, type KeptModules} from './kept-modules.js'
import {layFiles} from './layers.js'
import {layGuide} from './lay-guide.js'
import {moduleFile} from '../pack/pack.js'
import {readPathway} from '../files/pathway.js'
import {Report} from '../source/report.js'
import {searchSections} from '../pack/sections.js'
import {reportOn, type SourceFile} from '../source/source-file.js'
import {SourceText} from '../source/source-text.js'
import {readAskedFile, withAsked} from '../files/asked.js'
import {readSynonymsFile, reportSynonyms} from '../files/synonyms.js'

export type {SourceFile} from '../source/source-file.js'
export type {CompileOptions} from '../files/module.js'

/** Which paths in the content folder are what. Others are reported as not used, but for those in `IGNORED`. */
const KINDS = {
  guide: /^guide\.yaml$/,
  settings: /^settings\.yaml$/,
  pathway: /^pathways\/[^/]+\/pathway\.md$/,
  module: /^pathways\/[^/]+\/[^/]+\.md$/,
  framework: /^frameworks\/[^/]+\.md$/,
  canvas: /^canvas\/[^/]+\.md$/,
  glossary: /^glossary\/[^/]+\.md$/,
  synonyms: /^synonyms\.yaml$/,
  asked: /^asked\.yaml$/,
}
type PathKind = keyof typeof KINDS
const IGNORED = /(?:^|\/)readme\.md$|^style\.yaml$/i

/**
 * A content folder as a guide. Every fault of every file is reported, and as much as can be read is in the guide: one
 * with errors is for looking at, not for publishing. The order of the files does not matter. Never throws.
 *
 * @param files - those of an organisation's own folders among them, each with its layer: see `layers.ts`
 * @param kept - pass the same one at each compile of a guide that is being edited: only changed modules are read again
 */
export function compileGuide(
  files: readonly SourceFile[], options: CompileOptions = {}, kept: KeptModules = new WeakMap(),
): {guide: Guide; diagnostics: Diagnostic[]} {
  const laid = layFiles(files)
  const sorted = [...laid.files].sort((a, b) => compare(a.path, b.path) || (a.layer ?? 0) - (b.layer ?? 0))
  const reports = sorted.map(reportOn)
  const read = layGuide(readGuide(reports, options, kept), laid)
  reportGuide(read)
  const top = Math.max(...sorted.map(({layer = 0}) => layer))
  const guide = assemble(read, top)
  reportSynonyms(read.synonyms, guide.sections, top)
  const diagnostics = [
    ...laid.diagnostics(), ...[...fileNameReports(files), ...reports].flatMap(report => report.diagnostics()),
  ]
  return {guide, diagnostics}
}

function readGuide(reports: Report[], options: CompileOptions, kept: KeptModules): ReadGuide {
  const of = (...kinds: PathKind[]): Report[] => reports.filter(({file}) => kinds.some(kind => kindOf(file) === kind))
  const [guideFile] = of('guide')
  if (!guideFile) reports.unshift(withoutGuideFile())
  for (const report of reports) if (kindOf(report.file) === 'unknown') reportUnused(report)

  const about = guideFile ? readGuideFile(guideFile) : UNNAMED
  const optionsFor = (...kinds: PathKind[]) => ({
    lang: about.lang, standalone: options.standalone ?? false, asset: options.asset,
    // A term may have the name of a module: links tell them apart.
    taken: writtenIds(of(...kinds).map(({source}) => source.text)),
  })
  const moduleOptions = optionsFor('module', 'framework', 'canvas')
  const glossaryOptions = optionsFor('glossary')
  return {
    about,
    settings: joined(of('settings')),
    settingsFiles: of('settings'),
    pathways: of('pathway').flatMap(report => readPathway(report, folderOf(report)) ?? []),
    modules: of('module').flatMap(report => keptModule(report, moduleOptions, folderOf(report), kept) ?? []),
    frameworks: of('framework').flatMap(report => readFramework(report, moduleOptions) ?? []),
    canvases: of('canvas').flatMap(report => readCanvas(report, moduleOptions) ?? []),
    glossary: of('glossary').flatMap(report => readGlossary(report, glossaryOptions) ?? []),
    synonyms: of('synonyms').map(readSynonymsFile),
    asked: of('asked').map(readAskedFile),
  }
}

function assemble(
  {about, settings, pathways, modules, frameworks, canvases, glossary, synonyms, asked}: ReadGuide, top: number,
): Guide {
  const orderedPathways = inOrder(pathways.map(({pathway}) => pathway), about.pathways)
  const orderedModules = modulesInOrder(modules.map(({module}) => module), orderedPathways)
  const here = new Set(orderedModules.map(({id}) => id))
  const guide = {
    id: about.id,
    title: about.title,
    lang: about.lang,
    publisher: about.publisher,
    settings,
    pathways: orderedPathways.map(pathway => ({...pathway, modules: pathway.modules.filter(id => here.has(id))})),
    modules: orderedModules,
    glossary: glossary.flatMap(({terms}) => terms),
    frameworks: frameworks.map(({framework}) => framework),
    canvases: canvases.map(({canvas}) => canvas),
    sections: withAsked(orderedModules.flatMap(searchSections), asked, top),
    synonyms: synonyms.flatMap(({lines}) => lines.map(({synonym}) => synonym)),
  }
  // For the edition, modules count by their hashes, and sections not at all: they are made of modules.
  const words = {...guide, modules: guide.modules.map(module => moduleFile(module).path), sections: []}
  return {...guide, edition: exactHash(JSON.stringify(words))}
}

function inOrder(pathways: readonly Pathway[], order: readonly string[]): Pathway[] {
  const rank = (id: string): number => order.includes(id) ? order.indexOf(id) : order.length
  return [...pathways].sort((a, b) => rank(a.id) - rank(b.id) || compare(a.id, b.id))
}

/** As the pathways list them; those no pathway lists come last. */
function modulesInOrder(modules: readonly Module[], pathways: readonly Pathway[]): Module[] {
  const listed = pathways.flatMap(pathway => pathway.modules.map(id => `${pathway.id}/${id}`))
  const rank = new Map(listed.map((name, i) => [name, i]))
  const rankOf = ({pathway, id}: Module): number => rank.get(`${pathway}/${id}`) ?? listed.length
  return [...modules].sort((a, b) => rankOf(a) - rankOf(b))
}

function kindOf(path: string): PathKind | 'ignored' | 'unknown' {
  if (IGNORED.test(path)) return 'ignored'
  const kinds = Object.keys(KINDS) as PathKind[]
  return kinds.find(kind => KINDS[kind].test(path)) ?? 'unknown'
}

/** Where several folders fill in a local detail, the last one's words count. */
function joined(reports: readonly Report[]): Settings {
  return Object.assign({}, ...reports.map(readSettingsFile)) as Settings
}

/** `pathways/<folder>/file.md`. */
function folderOf({file}: Report): string {
  return file.split('/')[1] ?? ''
}

function withoutGuideFile(): Report {
  const report = new Report('guide.yaml', new SourceText(''))
  report.error('no-guide-file', 0,
    'This folder has no guide.yaml.', 'Add one, with a line each for id:, title: and lang:.')
  return report
}

function reportUnused(report: Report): void {
  report.add('info', 'file-not-used', 0, 'This file is not part of the guide.',
    'Modules stand in pathways/<pathway>/, terms in glossary/, domains in frameworks/, factors in canvas/. Notes may be '
      + 'called README.md.')
}

/** By code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
