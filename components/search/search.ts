import Fuse, {type FuseResultMatch, type IFuseOptions} from 'fuse.js'
import type {SearchSection} from '../model/guide.js'

/** A piece of text, and whether it is what the query found. */
export interface Piece { text: string; isHit: boolean }

/** A section that fits a query. */
export interface Hit {
  section: SearchSection
  title: Piece[]
  heading: Piece[]
  /** The text around the best place. */
  excerpt: Piece[]
}

/** Longer queries find nothing more, and cost more. */
export const MAX_QUERY = 64
/** As many as a person looks through. */
const MAX_HITS = 20
const EXCERPT_LENGTH = 160

const options: IFuseOptions<SearchSection> = {
  includeMatches: true,
  // The text of a section is long: a hit at its end is as good as one at its start.
  ignoreLocation: true,
  threshold: 0.3,
  minMatchCharLength: 2,
  useExtendedSearch: false,
  keys: [
    {name: 'title', weight: 4},
    {name: 'heading', weight: 3},
    {name: 'keywords', weight: 3},
    {name: 'text', weight: 1},
  ],
}

/** Makes a search over the guide's sections. Building it takes a moment; asking it is quick. */
export function createSearch(sections: readonly SearchSection[]): (query: string) => Hit[] {
  const fuse = new Fuse(sections, options)
  return query => {
    const words = query.slice(0, MAX_QUERY).trim().split(/\s+/).filter(Boolean)
    return words.length ? ranked(fuse, words) : []
  }
}

/** Sections that have every word rank first, then those with most of them; among equals, by how well they fit. */
function ranked(fuse: Fuse<SearchSection>, words: readonly string[]): Hit[] {
  const found = new Map<number, {section: SearchSection; fit: number; words: number; matches: FuseResultMatch[]}>()
  for (const word of words) {
    for (const {item, refIndex, score = 1, matches = []} of fuse.search(word)) {
      const entry = found.get(refIndex) ?? {section: item, fit: 0, words: 0, matches: []}
      entry.fit += 1 - score
      entry.words += 1
      entry.matches.push(...matches)
      found.set(refIndex, entry)
    }
  }
  return [...found.values()]
    .sort((a, b) => b.words - a.words || b.fit - a.fit)
    .slice(0, MAX_HITS)
    .map(({section, matches}) => toHit(section, matches, words))
}

function toHit(section: SearchSection, matches: readonly FuseResultMatch[], words: readonly string[]): Hit {
  const ranges = (key: keyof SearchSection) => matches.filter(match => match.key === key).flatMap(match => match.indices)
  const textRanges = ranges('text').filter(([from, to]) => to - from + 1 >= shortest(words))
  const [start, end] = excerptAround(section.text, longest(textRanges)?.[0] ?? 0)
  const inside = textRanges.map(([from, to]) => [from - start, to - start] as const)
  const excerpt = pieces(section.text.slice(start, end), inside)
  return {
    section,
    title: pieces(section.title, ranges('title').filter(([from, to]) => to - from + 1 >= shortest(words))),
    heading: pieces(section.heading, ranges('heading').filter(([from, to]) => to - from + 1 >= shortest(words))),
    excerpt: [
      ...(start > 0 ? [{text: '… ', isHit: false}] : []),
      ...excerpt,
      ...(end < section.text.length ? [{text: ' …', isHit: false}] : []),
    ],
  }
}

/** Fuse reports every run of letters it saw; only one nearly as long as a word is worth showing. */
function shortest(words: readonly string[]): number {
  return Math.max(2, Math.min(...words.map(word => word.length)) - 1)
}

function longest(ranges: readonly (readonly [number, number])[]): readonly [number, number] | undefined {
  return ranges.reduce<readonly [number, number] | undefined>(
    (best, range) => best && best[1] - best[0] >= range[1] - range[0] ? best : range, undefined)
}

/** Whole words around a place. */
function excerptAround(text: string, at: number): [number, number] {
  const from = Math.max(0, at - EXCERPT_LENGTH / 3)
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const to = Math.min(text.length, start + EXCERPT_LENGTH)
  const end = to === text.length ? to : text.lastIndexOf(' ', to)
  return [start, end > start ? end : to]
}

/** A text cut at its hits. Ranges may overlap, and reach past either end. */
function pieces(text: string, ranges: readonly (readonly [number, number])[]): Piece[] {
  const parts: Piece[] = []
  let at = 0
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, at)
    const end = Math.min(to + 1, text.length)
    if (end <= start) continue
    if (start > at) parts.push({text: text.slice(at, start), isHit: false})
    parts.push({text: text.slice(start, end), isHit: true})
    at = end
  }
  if (at < text.length) parts.push({text: text.slice(at), isHit: false})
  return parts
}
