import {initials, SMALL_WORDS} from './small-words.js'
import {LONGEST_WORD, words, type Word} from './words.js'

/** Words that people take as one, over the whole of its parts: those from `from` up to but not with `to`. */
export interface Compound extends Word {
  from: number
  to: number
  /** Its parts mean nothing by themselves: "A" and "E" of A&E, the groups of a phone number. */
  isOne: boolean
}

/** What keeps two words together. */
type Glue =
  /** A hyphen, or `+` as between keys: "Wi-Fi", "Ctrl+Alt+Del". */
  | 'hyphen'
  | 'and'
  | 'full stop'
  | 'slash'
  /** Within a figure: "4.5", "v6.1", "1,000". */
  | 'figure'
  /** Between groups of digits, which may be a phone number: "(01632) 960 123". */
  | 'digits'

const DIGITS_GAP = /^(?:[ \u00a0\u202f.\u2010\u2011-]|\) ?| ?\()$/
/** A phone number has 10 or 11 digits here, and 15 at most anywhere; an NHS number has 10. */
const FEWEST_DIGITS = 9
const MOST_DIGITS = 15

/**
 * What signs keep together in a text, as one word, so that `wifi` finds "Wi-Fi", `mfa` finds "M.F.A.", and A&E is no search for
 * "a" and "e". The parts are words of the text as well.
 */
export function compounds(text: string, parts: readonly Word[]): Compound[] {
  const found: Compound[] = []
  let from = 0
  let glue: Glue | undefined
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    const next = parts[at + 1]
    if (isCapitals(text, part)) found.push(compound(initials(part.word), parts, at, at + 1, true))
    if (part.word === 'and' && at > 0) spelledOut(parts, at, found)
    const following = next && glueOf(text, part, next)
    if (following !== undefined && following === glue) continue
    if (glue) add(glue, text, parts, from, at + 1, found)
    else if (!following && startsAbroad(text, part)) add('digits', text, parts, at, at + 1, found)
    from = at
    glue = following
  }
  return found
}

/**
 * The words of a text, in which a compound stands for its parts wherever it is to be taken. Letters that are told one by one,
 * "m f a", are a compound here: in a text they would be any list.
 */
export function wordsAsOne(text: string, isTaken: (compound: Compound, parts: readonly Word[]) => boolean): Word[] {
  const parts = words(text)
  const all = [...spelledLetters(text, parts), ...compounds(text, parts)].filter(each => isTaken(each, parts))
  const found: Word[] = []
  for (let at = 0; at < parts.length;) {
    const longest = all.filter(({from}) => from === at).sort((a, b) => b.to - a.to)[0]
    found.push(longest ?? parts[at]!)
    at = longest?.to ?? at + 1
  }
  return found
}

function spelledLetters(text: string, parts: readonly Word[]): Compound[] {
  const found: Compound[] = []
  for (let from = 0; from < parts.length;) {
    let to = from + 1
    while (to < parts.length && areSingle(parts[to - 1]!, parts[to]!) && text.slice(parts[to - 1]!.end, parts[to]!.start) === ' ') to++
    if (to - from > 1) {
      found.push(compound(initials(parts.slice(from, to).map(({word}) => word).join('')), parts, from, to, true))
    }
    from = to
  }
  return found
}

function compound(word: string, parts: readonly Word[], from: number, to: number, isOne: boolean): Compound {
  return {word: word.slice(0, LONGEST_WORD), start: parts[from]!.start, end: parts[to - 1]!.end, from, to, isOne}
}

function add(glue: Glue, text: string, parts: readonly Word[], from: number, to: number, found: Compound[]): void {
  const own = parts.slice(from, to)
  const joined = own.map(({word}) => word).join('')
  const areLetters = (most: number): boolean => own.every(({word}) => word.length <= most && isLetter(word))
  switch (glue) {
    case 'figure': found.push(compound(figure(text.slice(own[0]!.start, own.at(-1)!.end)), parts, from, to, true)); return
    case 'digits': {
      const number = nationalNumber(text, own)
      if (number.length >= FEWEST_DIGITS && number.length <= MOST_DIGITS) found.push(compound(number, parts, from, to, true))
      // Hyphens keep digits together as they do words: "24-7".
      else if (to - from > 1 && isHyphen(text.charCodeAt(own[0]!.end))) found.push(compound(joined, parts, from, to, false))
      return
    }
    case 'slash': found.push(compound(isLetter(joined) ? initials(joined) : joined, parts, from, to, true)); return
    case 'full stop':
      // The parts of "england.nhs.uk" are words that people look for, and "Ph.D" has none.
      if (areLetters(2)) found.push(compound(initials(joined), parts, from, to, true))
      return
    // "AT&T" as well.
    case 'and': case 'hyphen': {
      const isOne = areLetters(glue === 'and' ? 2 : 1) && !isHyphen(text.charCodeAt(own[0]!.end))
      found.push(compound(isOne ? initials(joined) : joined, parts, from, to, isOne))
    }
  }
}

function glueOf(text: string, before: Word, after: Word): Glue | undefined {
  const length = after.start - before.end
  if (length < 1 || length > 3) return undefined
  const code = text.charCodeAt(before.end)
  const isNumber = isDigits(before.word) && isDigits(after.word)
  // A space is what stands between most words.
  if (length === 1 && code === 32 && !isNumber) return undefined
  if (length === 1) {
    if (code === 46 && endsInDigit(before) && isDigits(after.word)) return 'figure'
    if (code === 44 && /^\d{1,3}$/.test(before.word) && /^\d{3}$/.test(after.word)) return 'figure'
    if (code === 46 && isLetter(before.word.at(-1)!) && isLetter(after.word[0]!)) return 'full stop'
    if (code === 47 && ((isNumber && before.word.length + after.word.length > 2) || areSingle(before, after))) return 'slash'
    if (code === 38) return 'and'
    if (!isNumber && (isHyphen(code) || code === 43)) return 'hyphen'
  }
  const gap = text.slice(before.end, after.start)
  if (gap === ' & ' && areSingle(before, after)) return 'and'
  return isNumber && DIGITS_GAP.test(gap) ? 'digits' : undefined
}

/** "A and E", which is no less A&E. */
function spelledOut(parts: readonly Word[], at: number, found: Compound[]): void {
  const before = parts[at - 1]!
  const after = parts[at + 1]
  const isSpaced = after && parts[at]!.start === before.end + 1 && after.start === parts[at]!.end + 1
  if (isSpaced && areSingle(before, after)) {
    found.push(compound(initials(before.word + after.word), parts, at - 1, at + 2, true))
  }
}

/** As it is dialled in this country. */
function nationalNumber(text: string, groups: readonly Word[]): string {
  const [first = '', ...others] = groups.map(({word}) => word)
  if (first.startsWith('0044') || startsAbroad(text, groups[0]!)) {
    const rest = first.slice(first.startsWith('00') ? 4 : 2) + others.join('')
    return `0${rest.replace(/^0/, '')}`
  }
  return first + others.join('')
}

function startsAbroad(text: string, {word, start}: Word): boolean {
  return (word.startsWith('44') && text[start - 1] === '+') || (word.startsWith('0044') && isDigits(word))
}

/** Versions are told with a "v" and without, and thousands with a comma and without. */
function figure(written: string): string {
  return written.toLowerCase().replaceAll(',', '').replace(/^v(?=\d)/, '')
}

/** "IT" and "WHO" are words of their own, "It" and "Who" are not. */
function isCapitals(text: string, {word, start, end}: Word): boolean {
  return word.length > 1 && word.length < 4 && end - start === word.length && SMALL_WORDS.has(word)
    && initials(word) !== word && text.slice(start, end) === word.toUpperCase()
}

function areSingle(before: Word, after: Word): boolean {
  return before.word.length === 1 && after.word.length === 1 && isLetter(before.word + after.word)
}

function isLetter(word: string): boolean {
  return /^\p{L}+$/u.test(word)
}

function isDigits(word: string): boolean {
  const code = word.charCodeAt(0)
  return code > 47 && code < 58 && /^\d+$/.test(word)
}

function endsInDigit({word}: Word): boolean {
  return /\d$/.test(word)
}

function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011
}
