import {compounds} from './compounds.js'
import {words, type Word} from './words.js'

/** A piece of text, and whether it is what the query found. */
export interface Piece { text: string; isHit: boolean }

const EXCERPT_LENGTH = 160
/** More hits than this in one text say nothing new about where the best place is. */
const MOST_HITS = 400

/** A text cut at the words of a search. */
export function marked(text: string, found: ReadonlySet<string>): Piece[] {
  return pieces(text, hitsIn(text, found))
}

/**
 * Some 160 characters of the line of a text where the most different words of the search stand together; cut between words. A
 * line is a block of the page, and what belongs to two blocks is never read as one sentence.
 */
export function excerpt(text: string, found: ReadonlySet<string>): Piece[] {
  const lines = text.split('\n')
  const counts = lines.map(line => new Set(hitsIn(line, found).map(({word}) => word)).size)
  return excerptOf(lines[counts.indexOf(Math.max(...counts))]!, found)
}

function excerptOf(text: string, found: ReadonlySet<string>): Piece[] {
  const hits = hitsIn(text, found)
  const [start, end] = aroundBest(text, hits)
  const inside = hits.filter(hit => hit.start >= start && hit.end <= end)
    .map(({word, start: from, end: to}) => ({word, start: from - start, end: to - start}))
  return [
    ...(start > 0 ? [{text: '… ', isHit: false}] : []),
    ...pieces(text.slice(start, end), inside),
    ...(end < text.length ? [{text: ' …', isHit: false}] : []),
  ]
}

function hitsIn(text: string, found: ReadonlySet<string>): Word[] {
  const all = words(text)
  const whole = compounds(text, all).filter(({word}) => found.has(word))
  const hits = all.filter(({word}) => found.has(word)).slice(0, MOST_HITS)
  return [...hits, ...whole.slice(0, MOST_HITS)].sort((a, b) => a.start - b.start || b.end - a.end)
}

function aroundBest(text: string, hits: readonly Word[]): [start: number, end: number] {
  let best = 0
  let at = 0
  for (let first = 0; first < hits.length; first++) {
    const seen = new Set<string>()
    const end = hits[first]!.start + EXCERPT_LENGTH * 2 / 3
    for (let i = first; i < hits.length && hits[i]!.end <= end; i++) seen.add(hits[i]!.word)
    if (seen.size > best) {
      best = seen.size
      at = hits[first]!.start
    }
  }
  const from = Math.max(0, at - EXCERPT_LENGTH / 4)
  const start = from < 12 ? 0 : between(text, from, at)
  const to = Math.min(text.length, start + EXCERPT_LENGTH)
  const end = to === text.length ? to : text.lastIndexOf(' ', to)
  return [start, end > at ? end : whole(text, to)]
}

/** The first beginning of a word at or after `from`; `at` when there is none before it. */
function between(text: string, from: number, at: number): number {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < at ? space + 1 : whole(text, Math.min(at, Math.floor(from)))
}

/** A place that does not cut a character in two. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code < 0xe000 ? at + 1 : at
}

/** A text cut at its hits, which may overlap. */
function pieces(text: string, hits: readonly Word[]): Piece[] {
  const parts: Piece[] = []
  let at = 0
  for (const hit of hits) {
    const start = Math.max(hit.start, at)
    if (hit.end <= start) continue
    if (start > at) parts.push({text: text.slice(at, start), isHit: false})
    parts.push({text: text.slice(start, hit.end), isHit: true})
    at = hit.end
  }
  if (at < text.length) parts.push({text: text.slice(at), isHit: false})
  return parts
}
