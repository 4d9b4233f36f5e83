import type {ModuleFacts} from '../guide/module.js'
import type {Pathway} from '../guide/pathway.js'
import {pathwayProgress, type ProgressIndex} from './progress.js'

/**
 * What comes after a module: the next of its pathway that is not done, by the same rule as `next` of a pathway's progress. Of
 * several pathways, the first that has something left.
 *
 * @returns ids of both; no `module` when all is done, and nothing for a module that is in no pathway
 */
export function nextInPathway(
  module: string, {pathways, modules}: {pathways: readonly Pathway[]; modules: readonly ModuleFacts[]}, index: ProgressIndex,
): {pathway: string; module?: string} | undefined {
  const others = new Map(modules.filter(({id}) => id !== module).map(facts => [facts.id, facts]))
  const own = pathways.filter(pathway => pathway.modules.includes(module))
    .map(pathway => ({pathway: pathway.id, module: pathwayProgress(pathway, others, index).next}))
  return own.find(({module}) => module) ?? own[0]
}
