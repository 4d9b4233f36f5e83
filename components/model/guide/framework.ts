import type {Block} from './document.js'
import type {PACK_VERSION} from './guide.js'
import type {Source} from './module.js'
import type {RateStatement} from './question.js'

/**
 * A framework of skills: its domains and the statements to rate, as `content/frameworks/<id>.md` says. The nations' own
 * frameworks differ in number and name of domains, so nothing here is fixed but the shape.
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
  domains: Domain[]
}

export interface Domain {
  /** Such as `D6`; modules name the domains they serve by it. */
  id: string
  name: string
  /** An everyday name of two or three words. */
  short: string
  summary: Block[]
  statements: RateStatement[]
}

/** A framework in the catalogue, and where its statements are. */
export interface FrameworkEntry {
  id: string
  title: string
  /** File name relative to `guide.json`, with a content hash. */
  file: string
  domains: {id: string; name: string; short: string; statements: number}[]
}

/** @param file - where its statements are, relative to `guide.json`; '' for a guide in memory */
export function frameworkEntry({id, title, domains}: Framework, file: string): FrameworkEntry {
  return {
    id, title, file,
    domains: domains.map(({id, name, short, statements}) => ({id, name, short, statements: statements.length})),
  }
}

/** A framework file of a pack. */
export interface FrameworkFile {
  format: 'dsg-framework'
  version: typeof PACK_VERSION
  framework: Framework
}
