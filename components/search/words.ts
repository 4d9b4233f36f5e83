import {ACCENTS, asTyped, UNSEEN} from '../model/formats/signs.js'

/** A word of a text: as search reads it, and where it stands. */
export interface Word { word: string; start: number; end: number }

/** A guard: nothing longer is a word that anybody types. */
export const LONGEST_WORD = 40

/** Some letters join or stand apart by signs that nobody sees, and pasted words have others: none of them ends a word. */
const WORD = /[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]+(?:['\u2018\u2019\u02bc][\p{L}\p{Default_Ignorable_Code_Point}]+)*/gu
const APOSTROPHES = /['\u2018\u2019\u02bc]/g
/** Scripts without spaces between words. Each character is a word: nothing else is sure without a dictionary. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
/** Anything but ASCII and the punctuation that English is printed with. */
const BEYOND_ENGLISH = /[^\x00-\x7f\u00a0\u2010-\u2026]/
/**
 * A word as it is looked up: small letters, without accents, so that `ty` finds `tŷ` and the other way round. Marks
 * that are letters of their own, as in Hindi or Bengali, stay.
 */
export function fold(word: string): string {
  // Most words of an English text, and there may be millions.
  if (/^[a-z0-9]*$/.test(word)) return word.slice(0, LONGEST_WORD)
  const bare = word.replace(UNSEEN, '').toLowerCase().normalize('NFKD').replace(/['\u2018\u2019\u02bc]s$/, '').replace(APOSTROPHES, '').replace(ACCENTS, '')
  return asTyped(bare).normalize('NFC').toLowerCase().slice(0, LONGEST_WORD)
}

/** The words of a text, in order. */
export function words(text: string): Word[] {
  return BEYOND_ENGLISH.test(text) ? anyWords(text) : englishWords(text)
}

/** The same as `anyWords` for text that has no letters beyond a to z: several times as fast, and most text is so. */
function englishWords(text: string): Word[] {
  const found: Word[] = []
  for (let at = 0; at < text.length;) {
    if (!isLetterOrDigit(text.charCodeAt(at))) {
      at++
      continue
    }
    const start = at
    let hasApostrophe = false
    for (;;) {
      while (isLetterOrDigit(text.charCodeAt(at))) at++
      if (!isApostrophe(text.charCodeAt(at)) || !isLetter(text.charCodeAt(at + 1))) break
      hasApostrophe = true
      at++
      while (isLetter(text.charCodeAt(at))) at++
      if (!isApostrophe(text.charCodeAt(at))) break
    }
    const raw = text.slice(start, at)
    const word = hasApostrophe ? fold(raw) : raw.toLowerCase()
    found.push({word: word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word, start, end: at})
  }
  return found
}

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91)
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code > 47 && code < 58)
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2018 || code === 0x2019
}

function anyWords(text: string): Word[] {
  const found: Word[] = []
  for (const {0: raw, index} of text.matchAll(WORD)) {
    if (UNSPACED.test(raw)) unspaced(raw, index, found)
    else push(raw, index, found)
  }
  return found
}

function unspaced(raw: string, at: number, found: Word[]): void {
  let run = ''
  let start = at
  for (const char of raw) {
    if (UNSPACED.test(char)) {
      push(run, start, found)
      start += run.length
      run = ''
      push(char, start, found)
      start += char.length
    } else {
      run += char
    }
  }
  push(run, start, found)
}

function push(raw: string, start: number, found: Word[]): void {
  const word = fold(raw)
  if (word) found.push({word, start, end: start + raw.length})
}
