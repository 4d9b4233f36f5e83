import {escaped} from '../page/capitals.js'
import type {StyleTerm} from '../data/terms.js'
import type {Prose} from '../page/prose.js'
import type {Finding, StyleRule} from '../page/rule.js'
import type {StyleData} from '../page/style-data.js'

interface Wrong { word: string; term: StyleTerm }

const MADE: WeakMap<StyleData, {pattern: RegExp; byWord: Map<string, StyleTerm>}> = new WeakMap()

export const terms: StyleRule = {
  id: 'C28', title: 'The same term for the same thing', severity: 'error',
  check: ({page, data}) => page.prose.flatMap(prose => wrongTerms(data, prose).map(({word, term, at}): Finding => ({
    at: prose.offset(at), severity: term.severity, message: `"${word}" is not the term used here.`,
    advice: `Write "${likeCase(term.use, word)}".${term.advice ? ` ${term.advice}` : ''}`,
    fix: term.isSafe ? prose.replacing(at, at + word.length, likeCase(term.use, word)) : undefined,
  }))),
}

function wrongTerms(data: StyleData, prose: Prose): (Wrong & {at: number})[] {
  const {pattern, byWord} = patternOf(data)
  return prose.own(pattern).flatMap(({0: word, index}) => {
    const term = byWord.get(word) ?? byWord.get(word[0]!.toLowerCase() + word.slice(1))
    return term && !isName(prose.unquoted, index, word) ? [{word, term, at: index}] : []
  })
}

/** "Login" is wrong only as a verb, which stands between these words and those: "your login" and "NHS login" are things. */
const BEFORE_DOING = /(?:^|[.:?!]\s+|\b(?:to|can|cannot|not|must|will|you|they|we|i|then|when|if) )$/i
const AFTER_DOING = /^login(?: (?:to|with|using|again|and|at|on|or|before|after)\b|[.,;:]|$)/i

/** "Your login", "Devon Integrated Care Board", a word of a longer name. */
function isName(text: string, index: number, word: string): boolean {
  const before = text.slice(Math.max(index - 40, 0), index)
  const from = text.slice(index, index + 40)
  if (/^login$/i.test(word)) return !BEFORE_DOING.test(before) || !AFTER_DOING.test(from)
  if (/^(?:Integrated|GP [PS])/.test(word)) return /\p{Lu}[\p{L}']* $/u.test(before)
  if (word === 'Internet') return /^Internet \p{Lu}/u.test(from)
  return /^NHS\.UK (?:frontend|prototype|React)\b/i.test(from)
}

function patternOf(data: StyleData): {pattern: RegExp; byWord: Map<string, StyleTerm>} {
  const made = MADE.get(data)
  if (made) return made
  const byWord = new Map(data.terms.flatMap(term => term.not.map(word => [word, term] as const)))
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length)
  const either = words.map(word => {
    const first = word[0]!
    return /\p{Ll}/u.test(first) ? `[${first}${first.toUpperCase()}]${escaped(word.slice(1))}` : escaped(word)
  })
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_/-])(?:${either.join('|')})(?![\\p{L}\\p{N}_/-])`, 'gu')
  const entry = {pattern, byWord}
  MADE.set(data, entry)
  return entry
}

function likeCase(use: string, word: string): string {
  const isStart = /^\p{Lu}\p{Ll}/u.test(word) && /^\p{Ll}/u.test(use) && !/^(?:Integrated|Internet|NHS)/.test(word)
  return isStart ? use[0]!.toUpperCase() + use.slice(1) : use
}
