import {PACK_VERSION} from '../model/guide.js'
import type {Guide, GuideManifest, ModuleEntry} from '../model/guide.js'
import type {Module} from '../model/module.js'
import {LoadError} from './guide.js'
import type {LoadedGuide} from './guide.js'
import type {RecordStore} from './record-store.js'

/**
 * A compiled guide as elements take it, without a pack: for a markdown file on a page, previews and stories.
 *
 * @param base - absolute address of the folder that its relative addresses start from; ends in `/`
 */
export function guideInMemory(guide: Guide, base: string, record: RecordStore): LoadedGuide {
  const {modules, sections, ...rest} = guide
  const manifest: GuideManifest = {
    ...rest, format: 'dsg-guide', version: PACK_VERSION, modules: modules.map(entryOf), search: '',
  }
  return {
    manifest,
    base,
    record,
    async module(id) {
      const module = modules.find(candidate => candidate.id === id)
      if (module) return module
      throw new LoadError('not-found', base, `The guide "${guide.title}" has no module "${id}". It has: `
        + `${modules.map(({id}) => id).join(', ')}.`)
    },
    async sections() { return sections },
  }
}

function entryOf({pages, ...facts}: Module): ModuleEntry {
  return {...facts, file: '', pages: pages.map(({id, title}) => ({id, title}))}
}
