import {canvasEntry, type CanvasPackFile} from '../model/canvas.js'
import {frameworkEntry, type FrameworkFile} from '../model/framework.js'
import {
  PACK_VERSION, type Guide, type GuideManifest, type ModuleEntry, type ModuleFile, type SearchFile,
} from '../model/guide.js'
import type {Module} from '../model/module.js'
import {textHash} from '../model/text-hash.js'

/** A file of a pack; `path` is relative to the pack's folder. */
export interface PackFile { path: string; text: string }

/**
 * A guide as files. All but `guide.json`, the last, carry a fingerprint of their text in their names, so that they can
 * be kept for ever; write them first. The same guide always gives the same files.
 */
export function packFiles(guide: Guide): PackFile[] {
  const modules = guide.modules.map(module => {
    const text = json({format: 'dsg-module', version: PACK_VERSION, module} satisfies ModuleFile)
    return {module, path: `modules/${module.id}.${exactHash(text)}.json`, text}
  })
  const frameworks = guide.frameworks.map(framework => {
    const text = json({format: 'dsg-framework', version: PACK_VERSION, framework} satisfies FrameworkFile)
    return {framework, path: `frameworks/${framework.id}.${exactHash(text)}.json`, text}
  })
  const canvases = guide.canvases.map(canvas => {
    const text = json({format: 'dsg-canvas-factors', version: PACK_VERSION, canvas} satisfies CanvasPackFile)
    return {canvas, path: `canvases/${canvas.id}.${exactHash(text)}.json`, text}
  })
  const searchText = json({format: 'dsg-search', version: PACK_VERSION, sections: guide.sections} satisfies SearchFile)
  const search = `search.${exactHash(searchText)}.json`
  const {id, title, lang, publisher, edition, settings, pathways, glossary} = guide
  const manifest: GuideManifest = {
    format: 'dsg-guide', version: PACK_VERSION, id, title, lang, publisher, edition, settings, pathways,
    modules: modules.map(({module, path}) => entry(module, path)), glossary,
    frameworks: frameworks.map(({framework, path}) => frameworkEntry(framework, path)),
    canvases: canvases.map(({canvas, path}) => canvasEntry(canvas, path)), search,
  }
  return [
    ...[...modules, ...frameworks, ...canvases].map(({path, text}) => ({path, text})),
    {path: search, text: searchText},
    {path: 'guide.json', text: json(manifest)},
  ]
}

/**
 * `textHash` of a text in which capitals and white space count. By itself it folds them, and a corrected capital would
 * keep the name of a file that browsers keep for ever.
 */
export function exactHash(text: string): string {
  const folded = /[\s\\\p{Changes_When_Lowercased}]/gu
  return textHash(text.replace(folded, char => `\\${char.codePointAt(0)!.toString(16)};`))
}

function entry(module: Module, file: string): ModuleEntry {
  const {pages, questions, sources, publisher, author, reviewers, clinicalReview, safety, ...facts} = module
  return {...facts, file, pages: pages.map(({id, title}) => ({id, title}))}
}

function json(value: unknown): string {
  return JSON.stringify(value) + '\n'
}
