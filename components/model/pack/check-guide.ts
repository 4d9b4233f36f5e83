import {catalogue, module} from './check-alone.js'
import {file, list, number, object, slug, text, type FileRule} from './rules.js'

/** The rules of what a page loads that shows a guide. */

/** `guide.json`. */
export const manifestFile: FileRule = {
  format: 'dsg-guide',
  rule: object({
    ...catalogue,
    search: file,
    pathways: list(object({id: slug, title: text, summary: text, audience: list(text), modules: list(slug)})),
    frameworks: list(object({
      id: slug, title: text, file, domains: list(object({id: slug, name: text, short: text, statements: number})),
    })),
    canvases: list(object({id: slug, title: text, file, factors: number})),
  }),
}

/** A module file. */
export const moduleFile: FileRule = {format: 'dsg-module', part: 'module', rule: module}
