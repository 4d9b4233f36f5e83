import type {ModuleFacts} from './module.js'
import type {Pathway} from './pathway.js'

/** What to look for in the catalogue of pathways. An empty or missing field allows everything. */
export interface CatalogueFilter {
  /** Every word of it must begin a word of the pathway or of one of its modules. */
  text?: string
  audience?: string
  /** 1 to 4. */
  stage?: number
  /** Id of a framework's domain. */
  domain?: string
}

/**
 * The pathways that fit, in their own order.
 *
 * @param modules - facts of the guide's modules, by id. Audience, stage and domain must all fit one and the same module;
 *   a module for everyone fits every audience
 */
export function matchingPathways(
  pathways: readonly Pathway[], modules: ReadonlyMap<string, ModuleFacts>, filter: CatalogueFilter,
): Pathway[] {
  const wanted = words(filter.text ?? '')
  return pathways.filter(pathway => {
    const own = pathway.modules.flatMap(id => modules.get(id) ?? [])
    if ((filter.audience || filter.stage || filter.domain) && !own.some(module => fits(module, filter))) return false
    const said = words([pathway.title, pathway.summary, ...own.flatMap(({title, keywords}) => [title, ...keywords])].join(' '))
    return wanted.every(start => said.some(word => word.startsWith(start)))
  })
}

/** What there is to choose from, each once, in reading order. */
export function catalogueChoices(modules: readonly ModuleFacts[]): {audiences: string[]; stages: number[]; domains: string[]} {
  return {
    audiences: [...new Set(modules.flatMap(({audience}) => audience))],
    // Stages are 1 to 4, so they can be sorted as text. A sort of numbers is longer, and every learner loads this code.
    // oxlint-disable-next-line typescript/require-array-sort-compare
    stages: [...new Set(modules.map(({stage}) => stage))].sort(),
    domains: [...new Set(modules.flatMap(({domains}) => domains))].sort(),
  }
}

function fits(module: ModuleFacts, {audience, stage, domain}: CatalogueFilter): boolean {
  return (!audience || module.audience.includes(audience) || module.audience.includes('everyone'))
    && (!stage || module.stage === stage)
    && (!domain || module.domains.includes(domain))
}

function words(text: string): string[] {
  return text.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
