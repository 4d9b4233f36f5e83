import {create, insertMultiple, save, search as oramaSearch} from '@orama/orama'
import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type {SearchSection} from '../../components/model/guide/guide.js'
import type {Synonym} from '../../components/model/guide/glossary.js'
import {buildIndex} from '../../components/search/build-index.js'
import {openIndex} from '../../components/search/open-index.js'

/** A search library with its index of a corpus. */
export interface Built {
  /** What a page would have to load, besides the sections themselves. */
  file: string
  /** Numbers of the best sections. */
  search(query: string): number[]
}

export interface Peer {
  name: string
  /** Name of its package; none for ours. */
  from?: string
  /** True for ours without the hits, to see what marks and excerpts cost. */
  onlyRanks?: true
  /** Left out of corpora with more sections: it would need seconds for each keystroke. */
  upTo?: number
  build(sections: readonly SearchSection[]): Built
}

const FIELDS = ['title', 'heading', 'keywords', 'text'] as const
const MOST = 20

/** Each as its own manual sets it up for search as you type that forgives slips, with weights for fields like ours. */
export function peersWith(synonyms: readonly Synonym[]): Peer[] {
  return [
    {name: 'ours', build: sections => ours(sections, synonyms, true)},
    {name: 'ours, ranking only', onlyRanks: true, build: sections => ours(sections, synonyms, false)},
    {name: 'MiniSearch', from: 'minisearch', build: miniSearch},
    {name: 'FlexSearch', from: 'flexsearch', build: flexSearch},
    {name: 'Lunr', from: 'lunr', build: lunrSearch},
    {name: 'Orama', from: '@orama/orama', build: orama},
    {name: 'Fuse', from: 'fuse.js', upTo: 10_000, build: fuse},
  ]
}

function ours(sections: readonly SearchSection[], synonyms: readonly Synonym[], withHits: boolean): Built {
  const index = buildIndex(sections)
  const numbers = new Map(sections.map((section, i) => [section, i]))
  const open = openIndex(index, sections, synonyms)
  return {
    file: JSON.stringify(index),
    // Excerpts and marks are made too, which no peer does.
    search: query => open.search(query, {limit: withHits ? MOST : 0}).hits.map(({section}) => numbers.get(section)!),
  }
}

interface Row { id: number; title: string; heading: string; keywords: string; text: string }

function rows(sections: readonly SearchSection[]): Row[] {
  return sections.map(({title, heading, keywords, text}, id) =>
    ({id, title, heading, keywords: keywords.join(' '), text}))
}

function miniSearch(sections: readonly SearchSection[]): Built {
  const index = new MiniSearch<Row>({
    fields: [...FIELDS],
    searchOptions: {prefix: true, fuzzy: 0.2, boost: {title: 3, heading: 4, keywords: 3}},
  })
  index.addAll(rows(sections))
  return {file: JSON.stringify(index), search: query => index.search(query).slice(0, MOST).map(({id}) => id as number)}
}

function flexSearch(sections: readonly SearchSection[]): Built {
  const index = new FlexSearch.Document({
    document: {
      id: 'id', index: FIELDS.map(field => ({field, tokenize: 'forward' as const, encoder: 'LatinBalance' as const})),
    },
  })
  for (const row of rows(sections)) index.add(row.id, {...row})
  const parts: string[] = []
  index.export((key: string, data: string) => { parts.push(key, data) })
  return {
    file: JSON.stringify(parts),
    search: query => {
      const byField = index.search(query, {limit: MOST, suggest: true})
      return [...new Set(byField.flatMap(({result}) => result as number[]))].slice(0, MOST)
    },
  }
}

function lunrSearch(sections: readonly SearchSection[]): Built {
  const index = lunr(builder => {
    builder.ref('id')
    builder.field('title', {boost: 3})
    builder.field('heading', {boost: 4})
    builder.field('keywords', {boost: 3})
    builder.field('text')
    for (const row of rows(sections)) builder.add(row)
  })
  return {
    file: JSON.stringify(index),
    search: query => index.query(asked => {
      const terms = lunr.tokenizer(query)
      terms.forEach((token, i) => {
        const term = token.toString()
        asked.term(term, {boost: 10})
        if (i === terms.length - 1) asked.term(term, {wildcard: lunr.Query.wildcard.TRAILING, boost: 3, usePipeline: false})
        if (term.length > 3) asked.term(term, {editDistance: 1})
      })
    }).slice(0, MOST).map(({ref}) => Number(ref)),
  }
}

function orama(sections: readonly SearchSection[]): Built {
  const db = create({schema: {title: 'string', heading: 'string', keywords: 'string', text: 'string'}} as const)
  const documents = rows(sections).map(({id, ...row}) => ({...row, id: String(id)}))
  // Only a database with plugins that wait gives promises.
  void insertMultiple(db, documents, documents.length)
  const {docs, ...index} = save(db) as {docs: unknown}
  return {
    file: JSON.stringify(index),
    search: query => {
      const found = oramaSearch(db, {
        term: query, properties: [...FIELDS], tolerance: 1, limit: MOST, boost: {title: 3, heading: 4, keywords: 3},
      }) as {hits: {id: string}[]}
      return found.hits.map(({id}) => Number(id))
    },
  }
}

function fuse(sections: readonly SearchSection[]): Built {
  const keys = [
    {name: 'title', weight: 3}, {name: 'heading', weight: 4}, {name: 'keywords', weight: 3}, {name: 'text', weight: 1},
  ]
  const index = new Fuse(rows(sections), {keys, ignoreLocation: true, threshold: 0.3, useTokenSearch: true})
  return {
    file: JSON.stringify(index.getIndex()),
    search: query => index.search(query, {limit: MOST}).map(({refIndex}) => refIndex),
  }
}
