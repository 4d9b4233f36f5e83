import type {ModuleFacts} from '../model/guide/module.js'

/** What to narrow a search by. An empty or missing field allows everything. */
export interface Facets {
  pathway?: string
  /** A module for everyone fits every audience. */
  audience?: string
  /** 1 to 4. */
  stage?: number
  /** Id of a framework's domain. */
  domain?: string
  /** True for a module that is not wanted: one that is done, when only others are. */
  isLeftOut?: (module: string) => boolean
}

/** Ids of the modules that fit, for `SearchOptions.modules`. */
export function modulesFor(
  modules: readonly ModuleFacts[], {pathway, audience, stage, domain, isLeftOut}: Facets,
): string[] {
  return modules.filter(module =>
    (!pathway || module.pathway === pathway)
    && (!audience || module.audience.includes(audience) || module.audience.includes('everyone'))
    && (!stage || module.stage === stage)
    && (!domain || module.domains.includes(domain))
    && !isLeftOut?.(module.id)).map(({id}) => id)
}
