import type {Canvas} from '../guide/canvas.js'
import type {Framework} from '../guide/framework.js'
import type {Module} from '../guide/module.js'
import type {CanvasEntry, FrameworkEntry, ModuleEntry} from './files.js'

/**
 * What the catalogue says of a module. These functions are not in `files.ts`, because every page loads that file for its
 * version number.
 *
 * @param file - the file of the module, relative to `guide.json`; '' for a guide in memory
 */
export function moduleEntry(module: Module, file: string): ModuleEntry {
  const {pages, questions, sources, publisher, author, reviewers, clinicalReview, ...facts} = module
  return {...facts, file, pages: pages.map(({id, title}) => ({id, title}))}
}

/** What the catalogue says of a framework: its domains without their statements. */
export function frameworkEntry({id, title, domains}: Framework, file: string): FrameworkEntry {
  return {
    id, title, file,
    domains: domains.map(({id, name, short, statements}) => ({id, name, short, statements: statements.length})),
  }
}

/** What the catalogue says of a canvas: how many factors it has. */
export function canvasEntry({id, title, factors}: Canvas, file: string): CanvasEntry {
  return {id, title, file, factors: factors.length}
}
