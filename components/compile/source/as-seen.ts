import {unseenIn, withoutUnseen} from '../../model/formats/unseen.js'

/**
 * Characters that programs obey: control characters but for line ends and tabs, line ends that only Unicode has, and those that
 * turn the order of letters round. A terminal takes commands from the first, and with the last a line reads otherwise than it is.
 * Marks of direction (U+200E, U+200F) change no order of their own.
 */
const CONTROL = /[^\P{Cc}\t\r\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
/** Ends of lines and pages in other programs: words on both sides stay apart. */
const BREAK = /[\v\f\u0085\u2028\u2029]/
/** The same by number, of those that markdown reads: it makes U+FFFD of the others. */
const BY_NUMBER = /&#(?:x0*(?:202[89a-e]|206[6-9])|0*(?:823[2-8]|829[4-7]));/gi
/** Letters that a printer joins, as `ﬁ`: they come out of PDF files, and are read as the letters they show. */
const JOINED = /[\ufb00-\ufb06]/g
const MAY_NEED_EDITS = /[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffc\ufb00-\ufb06]|[^\P{Cc}\t\r\n]|&#/u

/** Some characters of a file, by their offsets in it, and what a person sees in their place. */
export interface Edit { from: number; to: number; text: string }

/**
 * What a file has otherwise than a person sees it, in order. No two touch. A byte order mark is no part of the text: the first
 * edit begins after it.
 */
export function editsOf(text: string): Edit[] {
  if (!MAY_NEED_EDITS.test(text)) return []
  const edits: Edit[] = text.startsWith('\ufeff') ? [{from: 1, to: 1, text: ''}] : []
  // Whether a mark of direction is needed depends on its line.
  for (const {0: line, index} of text.matchAll(/[^\r\n]+/g)) {
    for (const {from, to, text: seen} of editsOfLine(line)) {
      const last = edits.at(-1)
      if (last && index + from <= last.to) {
        last.to = index + to
        last.text += seen
      } else edits.push({from: index + from, to: index + to, text: seen})
    }
  }
  return edits
}

function editsOfLine(line: string): Edit[] {
  if (!MAY_NEED_EDITS.test(line)) return []
  const found = (pattern: RegExp, seen: (text: string) => string): Edit[] =>
    [...line.matchAll(pattern)].map(({0: text, index}) => ({from: index, to: index + text.length, text: seen(text)}))
  const unseen = unseenIn(line).map(({from, to}) => ({from, to, text: BREAK.test(line.slice(from, to)) ? ' ' : ''}))
  return [...unseen, ...found(BY_NUMBER, () => ''), ...found(JOINED, text => text.normalize('NFKC'))]
    .sort((a, b) => a.from - b.from)
}

export function hasControl(text: string): boolean {
  return CONTROL.test(text) || text.search(BY_NUMBER) >= 0
}

/** What a line of a file has that a person sees otherwise or not at all, in plain words for its author. */
export function unseenFaults(given: string): string[] {
  return [
    ...(withoutUnseen(given) === given ? [] : ['characters that cannot be seen']),
    ...(given.search(JOINED) < 0 ? [] : ['letters that are joined in one, such as "\ufb01"']),
  ]
}

/** How many first characters two texts have in common. */
export function sameStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let same = 0
  while (same < shorter && a[same] === b[same]) same++
  return same
}
