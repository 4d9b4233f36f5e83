import type {Block} from './document.js'
import type {Source} from './module.js'
import type {RateStatement} from './question.js'

/**
 * A framework of skills: its domains and the statements to rate, as `content/frameworks/<id>.md` says. The frameworks of the
 * nations have different domains, and not the same number of them, so no domain is named in the code.
 */
export interface Framework {
  id: string
  title: string
  /** BCP 47. */
  lang: string
  publisher?: string
  /** Where names and statements come from, to be shown beside the result. */
  note?: string
  sources: Source[]
  lastReviewed?: string
  nextReview?: string
  /** What its 5 levels are called, the lowest first, in words that fit every statement, as "with help"; if they have names. */
  levels?: string[]
  /** What a role can need, in words that fit every statement: one for each level. Only where there are `levels`. */
  needed?: string[]
  domains: Domain[]
}

export interface Domain {
  /** Such as `D6`. A module names the domains that it is about by these ids. */
  id: string
  name: string
  /** An everyday name of two or three words. */
  short: string
  summary: Block[]
  /** Id of the statement that speaks for the domain in a short form. Missing for the first. */
  first?: string
  statements: RateStatement[]
}
