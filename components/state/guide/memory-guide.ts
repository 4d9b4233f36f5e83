import type {Guide} from '../../model/guide/guide.js'
import {canvasEntry, frameworkEntry, moduleEntry} from '../../model/pack/entries.js'
import {PACK_VERSION, type GuideManifest} from '../../model/pack/files.js'
import type {LoadedGuide} from './loaded-guide.js'
import {notThere} from './not-there.js'
import type {RecordStore} from '../record/record.js'

/**
 * A compiled guide as elements take it, without a pack: for a markdown file on a page, previews and stories.
 *
 * @param base - absolute address of the folder that its relative addresses start from; ends in `/`
 */
export function guideInMemory(guide: Guide, base: string, record: RecordStore): LoadedGuide {
  const {modules, frameworks, canvases, sections, synonyms, ...rest} = guide
  const manifest: GuideManifest = {
    ...rest, format: 'dsg-guide', version: PACK_VERSION, modules: modules.map(module => moduleEntry(module, '')),
    frameworks: frameworks.map(framework => frameworkEntry(framework, '')),
    canvases: canvases.map(canvas => canvasEntry(canvas, '')), search: '',
  }
  return {
    manifest,
    base,
    record,
    async module(id) {
      return modules.find(module => module.id === id)
        ?? notThere('module', id, modules, guide.title, base)
    },
    async framework(id) {
      return frameworks.find(framework => framework.id === id)
        ?? notThere('framework', id, frameworks, guide.title, base)
    },
    async canvas(id) {
      return canvases.find(canvas => canvas.id === id) ?? notThere('canvas', id, canvases, guide.title, base)
    },
    async searchText() { return {sections, synonyms} },
  }
}
