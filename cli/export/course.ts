import {packFiles} from '../../components/compile/pack/pack.js'
import {withoutLinks} from '../../components/compile/pack/without-links.js'
import {didYouMean} from '../../components/compile/source/did-you-mean.js'
import type {Guide} from '../../components/model/guide/guide.js'
import {hashOf} from '../../components/elements/shared/page/route.js'
import {buildIndex} from '../../components/search/build-index.js'
import {CommandError} from '../terminal/command-error.js'

/** One pathway or one module, as a guide of its own. */
export interface Course {
  /** Id of the pathway or module. */
  id: string
  title: string
  summary: string
  /** Where the guide opens: the part of the address from `#` on. */
  start: string
  guide: Guide
}

export interface CourseFile { path: string; body: string | Uint8Array }

/**
 * The part of a guide that a package shows: the modules of a pathway, or one module, searchable, with the whole glossary.
 * Links to any other module become plain words.
 *
 * @throws CommandError when there is no such pathway or module, or unless exactly one of the two was named
 */
export function courseOf(guide: Guide, named: {pathway?: string; module?: string}): Course {
  const {pathway, module} = named
  if ((pathway === undefined) === (module === undefined)) {
    throw new CommandError('Say what to put in the package: --pathway ID or --module ID, one of them.')
  }
  return pathway === undefined ? moduleCourse(guide, module!) : pathwayCourse(guide, pathway)
}

function pathwayCourse(guide: Guide, id: string): Course {
  const pathway = guide.pathways.find(each => each.id === id) ?? notThere('pathway', id, guide.pathways)
  const {title, summary} = pathway
  return {id, title, summary, start: hashOf({view: 'pathway', pathway: id}), guide: cut(guide, {...pathway})}
}

/** A course of one module. Its pathway holds this module alone, and has the module's title. */
function moduleCourse(guide: Guide, id: string): Course {
  const module = guide.modules.find(each => each.id === id) ?? notThere('module', id, guide.modules)
  const {title, audience} = module
  const pathway = guide.pathways.find(each => each.id === module.pathway)
  const summary = pathway?.summary ?? ''
  return {
    id, title, summary, start: hashOf({view: 'module', module: id}),
    guide: cut(guide, {id: pathway?.id ?? id, title, summary, audience, modules: [id]}),
  }
}

function cut(guide: Guide, pathway: Guide['pathways'][number]): Guide {
  const shown = new Set(pathway.modules)
  const left = new Set(guide.modules.map(({id}) => id).filter(id => !shown.has(id)))
  return withoutLinks({
    ...guide,
    pathways: [pathway],
    modules: guide.modules.filter(({id}) => shown.has(id)),
    sections: guide.sections.filter(({module}) => shown.has(module)),
    frameworks: [],
    canvases: [],
  }, left)
}

/** The pack of a course, with the images that it shows. @param images - of the whole guide, by address */
export function courseFiles({guide}: Course, images: ReadonlyMap<string, Uint8Array>): CourseFile[] {
  const text = JSON.stringify(guide)
  return [
    ...packFiles(guide, buildIndex(guide.sections)).map(({path, text}) => ({path, body: text})),
    ...[...images].filter(([path]) => text.includes(path)).map(([path, body]) => ({path, body})),
  ]
}

function notThere(what: string, id: string, there: readonly {id: string; title: string}[]): never {
  const ids = there.map(each => each.id)
  const list = there.map(each => `  ${each.id}  ${each.title}`).join('\n')
  throw new CommandError(`There is no ${what} "${id}".${didYouMean(id, ids)} There are:\n${list}`)
}
