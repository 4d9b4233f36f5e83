import {flag, isObject, number, optional, text, type Fields} from '../shape/shape.js'
import {catalogue, module} from './check-alone.js'
import {file, slug} from './document-shape.js'
import {PACK_VERSION, type GuideManifest, type ModuleFile} from './files.js'

/** The shapes of the data that a page loads when it shows a guide. */

/** `guide.json`. */
export const manifestFile: Fields<GuideManifest> = {
  format: 'dsg-guide',
  version: PACK_VERSION,
  ...catalogue,
  search: file,
  pathways: [{id: slug, title: text, summary: text, audience: [text], modules: [slug], safety: optional(flag)}],
  frameworks: [{id: slug, title: text, file, domains: [{id: slug, name: text, short: text, statements: number}]}],
  canvases: [{id: slug, title: text, file, factors: number}],
}

/** A module file. */
export const moduleFile: Fields<ModuleFile> = {format: 'dsg-module', version: PACK_VERSION, module}

/** True when the pack was written by a newer build than this one, which is no fault of the pack. */
export function isNewerPack(data: unknown): boolean {
  return isObject(data) && typeof data.version === 'number' && data.version > PACK_VERSION
}
