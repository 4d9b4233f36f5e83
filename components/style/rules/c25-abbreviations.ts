import {escaped, properNamesOf} from '../page/capitals.js'
import {matches} from '../page/matches.js'
import type {Prose} from '../page/prose.js'
import type {Finding, StyleContext, StyleRule} from '../page/rule.js'

/** 2 capitals or more; digits and & may stand among them. A plural s is not part of it. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}&/._-])(?=(?:[\p{N}&]*\p{Lu}){2})\p{Lu}[\p{Lu}\p{N}&]{1,7}(?=s?(?![\p{L}\p{N}&_-]))/gu
/** A quick test that every abbreviation passes: to look for names in a text takes far longer. */
const CAPITALS = /\p{Lu}[\p{N}&]*\p{Lu}/u
const ROMAN = /^[IVX]+$/
/** More than these on a page help nobody, and each is looked for in all that stands before it. */
const MOST = 30
/** Characters. Longer ones are words in capitals, which C06 reports. */
const LONGEST = 6

export const abbreviations: StyleRule = {
  id: 'C25', title: 'Abbreviations are explained where they first stand', severity: 'warning',
  check: context => {
    const {page, data, glossary} = context
    const names = properNamesOf(data, glossary)
    if (page.kind === 'guide') return []
    const firsts = new Map<string, {prose: Prose; index: number; order: number}>()
    // A title may be short: the text under it explains.
    const order = [...page.prose.filter(inText), ...page.prose.filter(prose => !inText(prose))]
    order.forEach((prose, n) => {
      if (!CAPITALS.test(prose.unquoted)) return
      for (const {0: name, index} of matches(ABBREVIATION, names.withoutNames(prose.unquoted))) {
        const isNone = ROMAN.test(name) || name.length > LONGEST || isInCapitals(prose, index)
        if (isNone || data.abbreviations.has(name) || firsts.has(name) || firsts.size === MOST) continue
        firsts.set(name, {prose, index, order: n})
      }
    })
    return [...firsts].flatMap(([name, {prose, index, order: n}]): Finding[] => {
      if (isExplained(name, order.slice(0, n + 1), context)) return []
      return [{
        at: prose.offset(index), message: `"${name}" is not explained where it first stands.`,
        advice: `Write its full name, then (${name}); or link it to the glossary. If everybody knows it, add it to`
          + ' abbreviations: in style.yaml.',
      }]
    })
  },
}

function inText({kind}: Prose): boolean {
  return kind !== 'title' && kind !== 'heading' && kind !== 'outcome'
}

function isInCapitals({text}: Prose, index: number): boolean {
  return /\p{Lu}{2,} \p{Lu}{2,} \p{Lu}{2,}/u.test(text.slice(Math.max(index - 20, 0), index + 20))
}

function isExplained(name: string, before: readonly Prose[], {glossary, page}: StyleContext): boolean {
  const short = escaped(name)
  // "Full name (ABC)", "ABC (full name", "ABC stands for", "full name, or ABC".
  const forms = new RegExp(`\\p{L}{2,}[^()]{0,3}\\((?:the )?${short}s?\\)`
    + `|(?<![\\p{L}\\p{N}])${short}s? (?:\\(\\p{L}+[ -]\\p{L}|(?:stands for|is short for|means)\\b)`
    + `|, (?:or|called|known as) ${short}\\b`, 'u')
  if (before.some(({text}) => forms.test(text))) return true
  const has = (words: string): boolean => new RegExp(`(?<![\\p{L}\\p{N}])${short}(?![\\p{L}\\p{N}])`, 'u').test(words)
  const terms = glossary.filter(({term, also}) => [term, ...also].some(has))
  // In the glossary itself each term explains its other names.
  if (page.kind === 'glossary') return terms.length > 0
  return before.some(({marks}) => marks.some(({url}) => terms.some(({id}) => url === `glossary:${id}`)))
}
