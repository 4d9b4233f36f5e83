import {Answering} from './answer.js'
import {commonQuestions, type CommonQuestion} from './common-questions.js'
import type {IndexText} from '../model/pack/files.js'
import type {SearchSection} from '../model/guide/guide.js'
import type {Synonym} from '../model/guide/glossary.js'
import {readIndex} from './index-text.js'
import type {InvertedIndex} from './inverted-index.js'
import {Lexicon} from './lexicon.js'
import {planOf, type Plan} from './plan.js'
import {Ranking} from './rank.js'
import {excerpt, marked, type Piece} from './show.js'
import {SMALL_WORDS} from './small-words.js'
import {PhraseBook} from './synonyms.js'

/** Longer queries find nothing more, and cost more. */
export const MAX_QUERY = 128
/** As many as a person looks through. */
const MAX_HITS = 20

/** A section that fits a query. */
export interface Hit {
  section: SearchSection
  title: Piece[]
  heading: Piece[]
  /** The text around the best place. */
  excerpt: Piece[]
}

export interface SearchOptions {
  /** Ids of the modules to search; all when missing. `modulesFor` makes it from facets. */
  modules?: readonly string[]
  /** How many hits to return at most. Default 20. */
  limit?: number
}

/** What a search found: plain data, so that a worker can send it. */
export interface SearchResult {
  /** The best first. */
  hits: Hit[]
  /** How many sections fit, of which `hits` are the best. */
  total: number
  /** How many of those each module has, by its id. */
  byModule: ReadonlyMap<string, number>
  /** The section that answers the question. Missing when the query asks nothing, or no section answers it well enough. */
  answer?: SearchSection
  /** What to ask instead. Missing when something was found. */
  common?: CommonQuestion[]
  /** The query with its misspelt words put right; `hits` are for this one. Missing when every word was known. */
  didYouMean?: string
}

export interface OpenIndex { search(query: string, options?: SearchOptions): SearchResult }

/**
 * Opens the index of a guide. It is read and checked here, once, so that searching never fails.
 *
 * @param sections - the guide's sections, as `buildIndex` had them
 * @param synonyms - the glossary's and the editors' own
 * @throws IndexError when the index is damaged, or was made for other sections
 */
export function openIndex(
  index: IndexText, sections: readonly SearchSection[], synonyms: readonly Synonym[],
): OpenIndex {
  return searchable(readIndex(index, sections.length), synonyms, sections)
}

/** The same for an index that was never written down. */
export function searchable(
  index: InvertedIndex, synonyms: readonly Synonym[], sections: readonly SearchSection[],
): OpenIndex {
  const lexicon = new Lexicon(index)
  const phrases = new PhraseBook(synonyms)
  const ranking = new Ranking(index, sections)
  const answering = new Answering(index, lexicon, sections)
  return {
    search(query, {modules, limit = MAX_HITS} = {}) {
      const plan = planOf(query.slice(0, MAX_QUERY), lexicon, phrases)
      const {best, total, byModule} = ranking.rank(plan, limit, modules)
      const found = wordsFound(plan, lexicon)
      const result: SearchResult = {
        hits: best.map(section => hitOf(sections[section]!, found)), total, byModule,
      }
      const answer = limit ? answering.answer(plan, modules) : undefined
      if (answer !== undefined) result.answer = sections[answer]!
      if (!total && query.trim()) result.common = commonQuestions(sections, query)
      if (plan.didYouMean !== undefined && total) result.didYouMean = plan.didYouMean
      return result
    },
  }
}

function hitOf(section: SearchSection, found: ReadonlySet<string>): Hit {
  return {
    section,
    title: marked(section.title, found),
    heading: marked(section.heading, found),
    excerpt: excerpt(section.text, found),
  }
}

/** Under this fit a word is a guess, and to mark it would look like a mistake. */
const WORTH_MARKING = 0.3

function wordsFound({parts}: Plan, {terms}: Lexicon): Set<string> {
  const matches = parts.flatMap(({wordings}) => wordings.flatMap(({words}) => words.flat()))
  const all = matches.filter(({fit}) => fit >= WORTH_MARKING).map(({term}) => terms[term]!)
  const large = all.filter(word => !SMALL_WORDS.has(word))
  return new Set(large.length ? large : all)
}
