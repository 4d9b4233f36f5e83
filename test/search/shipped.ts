import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {readContent} from '../../cli/content/read-content.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {buildIndex} from '../../components/search/build-index.js'
import {openIndex, type Hit, type OpenIndex} from '../../components/search/open-index.js'
import {synonymsOf} from '../../components/search/synonyms.js'

/** A query that staff would type, and what it must find. */
export interface Golden {
  query: string
  /** How far down the list a person looks for it. */
  within: 3 | 5
  /** Sections, as `module#page` or, where any page of it will do, `module`; one of those joined by ` or ` is enough. */
  find: string
  kind: string
  why: string
  /** Kept aside while ranking is tuned. */
  heldOut?: true
}

/** A query and the modules of which one must be found; terms of the glossary are named too. */
export interface Fresh { query: string; any: string[]; why: string }

/**
 * Written by somebody who had seen neither the index nor the synonyms. Search was mended once for what these showed, so
 * they keep it from getting worse, and no longer say how it does with queries that nobody has seen.
 */
export const fresh = JSON.parse(
  readFileSync(new URL('../fixtures/search/fresh.json', import.meta.url), 'utf8')) as Fresh[]

export const golden = JSON.parse(
  readFileSync(new URL('../fixtures/search/golden.json', import.meta.url), 'utf8')) as Golden[]

export const guide = compileGuide(readContent(fileURLToPath(new URL('../../content', import.meta.url))).files).guide

/** The index of the shipped guide, through its written form, as learners have it. */
export function shippedIndex(): OpenIndex {
  return openIndex(buildIndex(guide.sections), guide.sections, synonymsOf(guide))
}

/** True when one of the wanted sections is among the first `count` hits. */
export function finds(hits: readonly Hit[], {find}: Pick<Golden, 'find'>, count: number): boolean {
  const wanted = find.split(' or ')
  return hits.slice(0, count).some(({section: {module, page}}) =>
    wanted.some(name => name === module || name === `${module}#${page}`))
}

export function recall(index: OpenIndex, entries: readonly Golden[], count?: number): number {
  const found = entries.filter(entry => finds(index.search(entry.query).hits, entry, count ?? entry.within))
  return found.length / entries.length
}
