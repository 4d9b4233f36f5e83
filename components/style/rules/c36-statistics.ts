import type {YamlMap, YamlValue} from '../../compile/yaml/yaml-map.js'
import type {Prose} from '../page/prose.js'
import type {Finding, StyleContext, StyleRule} from '../page/rule.js'
import type {StylePage} from '../page/style-page.js'

const SHARE = '\\d[\\d,.]*(?:%| per cent\\b| (?:million|billion)\\b)'
/** "1 in 20 minutes" and "stage 1 in 2024" are something else. */
const PART = '\\d{1,3} (?:in (?:every )?|out of (?:every )?)\\d{1,3}'
  + '(?![\\p{N},.]*\\d|:| (?:minute|hour|day|week|month|year)s?\\b|am|pm)(?![\\p{L}\\p{N}])'
const STATISTIC = new RegExp(`(?<![\\p{L}\\p{N}.,])(?:${SHARE}|${PART})`, 'gu')
/** All or nothing, sizes on a screen, and the guide's own pass mark are no counts of anything. */
const NO_COUNT = /^(?:100|0)%|^\d+% (?:pass mark|to pass|right|zoom|opacity|width|height|of the (?:width|screen))\b/
const YEAR = /\b(?:19|20)\d\d\b/g
const READ_IN = /\bread (?:in )?[A-Z][a-z]{2,8} (?:19|20)\d\d\b/

/** Numbers in questions and examples are made up for them. */
export const statistics: StyleRule = {
  id: 'C36', title: 'Every statistic has a source and a year', severity: 'error',
  check: context => {
    if (context.page.kind !== 'module' && context.page.kind !== 'glossary') return undatedSources(context.page)
    return [...undatedSources(context.page), ...unsourced(context)]
  },
}

interface CitedSource { at: number; words: string }

function undatedSources({front}: StylePage): Finding[] {
  return sourcesOf(front).flatMap(({at, words}) => words.match(YEAR) || READ_IN.test(words) ? [] : [{
    at, message: 'This source has no year.',
    advice: 'Add year: and the year it was published. If it gives none, add to its title: (read May 2026).',
  }])
}

function unsourced({page}: StyleContext): Finding[] {
  const sources = sourcesOf(page.front)
  const groups = yearsOfGroups(page)
  return page.prose.flatMap((prose, i): Finding[] => {
    if (prose.inQuestion || prose.kind === 'title' || prose.kind === 'outcome') return []
    const [first] = prose.own(STATISTIC).filter(({index}) => !NO_COUNT.test(prose.text.slice(index)))
    if (!first) return []
    const at = prose.offset(first.index)
    if (!sources.length) {
      return [{
        at, message: `"${first[0]}" is a statistic, and this page has no sources.`,
        advice: 'Add where it is from to sources:.',
      }]
    }
    const before = page.prose[i - 1]
    const isTold = prose.kind === 'paragraph' && before?.kind === 'paragraph' && yearsIn(before).length > 0
    if (isTold || yearsIn(prose).length || groups.get(prose)?.length) return []
    return [{
      at, message: `"${first[0]}" is a statistic without a year.`,
      advice: 'Say in the same paragraph which year it is for, and who counted.',
    }]
  })
}

/** Years beside the words of lists and tables: in the line that leads into them, and in the table itself. */
function yearsOfGroups({lists, tables}: StylePage): Map<Prose, string[]> {
  const years = new Map<Prose, string[]>()
  for (const {items, leadIn} of lists) {
    for (const prose of items.flatMap(({words}) => words)) years.set(prose, yearsIn(leadIn))
  }
  for (const {rows, leadIn} of tables) {
    const beside = [...yearsIn(leadIn), ...rows.flat().flatMap(yearsIn)]
    for (const prose of rows.flat()) years.set(prose, beside)
  }
  return years
}

function yearsIn(prose: Prose | undefined): string[] {
  return prose?.text.match(YEAR) ?? []
}

function sourcesOf(front: YamlMap): CitedSource[] {
  const value = front.get('sources')?.value
  const items = value?.kind === 'list' ? value.items : []
  return items.flatMap(item => item.kind === 'map' ? [{at: item.at, words: titleAndYear(item)}] : [])
}

function titleAndYear(item: YamlValue & {kind: 'map'}): string {
  return ['title', 'year'].flatMap(name => {
    const value = item.entries.get(name)?.value
    return value?.kind === 'text' ? [value.text] : []
  }).join(' ')
}
