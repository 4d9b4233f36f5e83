import type {Canvas} from '../../model/guide/canvas.js'
import type {Framework} from '../../model/guide/framework.js'
import type {GlossaryTerm} from '../../model/guide/glossary.js'
import type {Guide, SearchSection} from '../../model/guide/guide.js'
import type {Module} from '../../model/guide/module.js'
import {exactHash} from '../../model/ids/text-hash.js'
import {canvasEntry, frameworkEntry, moduleEntry} from '../../model/pack/entries.js'
import {
  PACK_VERSION, type AloneFile, type CanvasPackFile, type FrameworkFile, type GuideManifest, type IndexText, type ModuleFile,
  type SearchFile,
} from '../../model/pack/files.js'

/** A file of a pack; `path` is relative to the pack's folder. */
export interface PackFile { path: string; text: string }

/**
 * A guide as files. All but `guide.json`, the last, carry a fingerprint of their text in their names, so that they can
 * be kept for ever; write them first. The same guide always gives the same files. Whoever publishes them adds an
 * `aloneFile` for each module.
 *
 * @param index - of the guide's sections. Without one, pages make their own
 */
export function packFiles(guide: Guide, index?: IndexText): PackFile[] {
  const modules = guide.modules.map(module => ({module, ...moduleFile(module)}))
  const frameworks = guide.frameworks.map(framework => ({framework, ...frameworkFile(framework)}))
  const canvases = guide.canvases.map(canvas => ({canvas, ...canvasFile(canvas)}))
  const searchText = json({
    format: 'dsg-search', version: PACK_VERSION, sections: guide.sections.map(alikeFirst), synonyms: guide.synonyms, index,
  } satisfies SearchFile)
  const search = `search.${exactHash(searchText)}.json`
  const {id, title, lang, publisher, edition, settings, pathways, glossary} = guide
  const manifest: GuideManifest = {
    format: 'dsg-guide', version: PACK_VERSION, id, title, lang, publisher, edition, settings, pathways,
    modules: modules.map(({module, path}) => moduleEntry(module, path)), glossary,
    frameworks: frameworks.map(({framework, path}) => frameworkEntry(framework, path)),
    canvases: canvases.map(({canvas, path}) => canvasEntry(canvas, path)), search,
  }
  return [
    ...[...modules, ...frameworks, ...canvases].map(({path, text}) => ({path, text})),
    {path: search, text: searchText},
    {path: 'guide.json', text: json(manifest)},
  ]
}

/** One module's file: the guide's edition and its pack both ask for it. */
export function moduleFile(module: Module): PackFile {
  const made = MODULE_FILES.get(module)
  if (made) return made
  const text = json({format: 'dsg-module', version: PACK_VERSION, module} satisfies ModuleFile)
  const file = {path: `modules/${module.id}.${exactHash(text)}.json`, text}
  MODULE_FILES.set(module, file)
  return file
}

/** A module with what it uses of its guide, for pages that show it and no more. Its name stays from edition to edition. */
export function aloneFile(guide: Guide, module: Module): PackFile {
  const {id, title, lang, publisher, edition, settings} = guide
  const {path, text} = moduleFile(module)
  const file: AloneFile = {
    format: 'dsg-alone', version: PACK_VERSION, module,
    guide: {
      id, title, lang, publisher, edition, settings, modules: [moduleEntry(module, path)],
      glossary: termsIn(text, guide.glossary),
    },
  }
  return {path: alonePath(module), text: json(file)}
}

export function alonePath({id}: Module): string {
  return `alone/${id}.json`
}

/** The terms that a text of a pack links to, and those that their meanings link to. */
function termsIn(text: string, glossary: readonly GlossaryTerm[]): GlossaryTerm[] {
  const linked = new Set(linkedTerms(text))
  for (const id of linked) {
    const term = glossary.find(each => each.id === id)
    if (term) for (const other of linkedTerms(json(term))) linked.add(other)
  }
  return glossary.filter(({id}) => linked.has(id))
}

function linkedTerms(text: string): string[] {
  return [...text.matchAll(/"url":"glossary:([^"#]*)/gi)].map(([, id]) => id!)
}

export function frameworkFile(framework: Framework): PackFile {
  const text = json({format: 'dsg-framework', version: PACK_VERSION, framework} satisfies FrameworkFile)
  return {path: `frameworks/${framework.id}.${exactHash(text)}.json`, text}
}

export function canvasFile(canvas: Canvas): PackFile {
  const text = json({format: 'dsg-canvas-factors', version: PACK_VERSION, canvas} satisfies CanvasPackFile)
  return {path: `canvases/${canvas.id}.${exactHash(text)}.json`, text}
}

const MODULE_FILES = new WeakMap<Module, PackFile>()

function json(value: unknown): string {
  return JSON.stringify(value) + '\n'
}

/** What is alike from one section to the next first, and the long text last: of that, gzip makes 1% less. */
function alikeFirst({module, title, page, heading, anchor, keywords, role, asked, text}: SearchSection): SearchSection {
  return {module, title, page, heading, anchor, keywords, role, asked, text}
}
