import {properNamesOf} from '../page/capitals.js'
import type {Prose} from '../page/prose.js'
import type {Finding, StyleContext, StyleRule} from '../page/rule.js'
import type {StyleList} from '../page/style-page.js'

/** The manual says about 6. */
const MOST = 8

export const bullets: StyleRule = {
  id: 'C13', title: 'Bullets follow a line with a colon, and are short', severity: 'warning',
  check: context => context.page.lists.filter(({ordered, role, isShown}) => !ordered && role === 'list' && !isShown)
    .flatMap(list => [...wholeList(list), ...list.items.flatMap(({words, hasLabel}) => (
      hasLabel || !words[0] ? [] : item(words, context)))]),
}

function wholeList({leadIn, items, at}: StyleList): Finding[] {
  const found: Finding[] = []
  if (!leadIn) {
    found.push({
      at, message: 'No line leads into this list.',
      advice: 'Write one above it that ends with a colon, so that each item completes it.',
    })
  } else if (!/:["')]?$/.test(leadIn.text.trimEnd())) {
    found.push({
      at: leadIn.offset(0), message: 'The line above a list does not end with a colon.',
      advice: 'End it with a colon, and let each item complete it.',
    })
  }
  if (items.length > MOST) {
    found.push({
      at, message: `This list has ${items.length} items.`,
      advice: 'Use about 6. Group them under headings, or leave out what matters least.',
    })
  }
  return found
}

function item(words: readonly Prose[], {data, glossary}: StyleContext): Finding[] {
  const [first] = words
  if (!first) return []
  const faults: string[] = []
  if (/^\p{Lu}(?:\p{Ll}|\s)/u.test(first.text) && !/^I\b/.test(first.text)
    && !properNamesOf(data, glossary).startsWithName(first.text)) faults.push('begins with a capital')
  const last = words.at(-1)!
  const end = /[.;,]$/.exec(last.text.trimEnd())
  const isEnd = end !== null && !/\b(?:etc|e\.g|i\.e)\.$/.test(last.text.trimEnd())
  if (isEnd) faults.push(`ends with ${end[0] === '.' ? 'a full stop' : end[0] === ';' ? 'a semicolon' : 'a comma'}`)
  const count = words.reduce((sum, prose) => sum + prose.ownSentences.length, 0)
  if (count > 1) faults.push(`has ${count} sentences`)
  if (!faults.length) return []
  return [{
    at: first.offset(0), message: `This item ${faults.join(' and ')}.`,
    advice: 'Begin with a small letter, use 1 sentence and no full stop. For steps, use numbers.',
    fix: isEnd && count === 1 ? last.replacing(end.index, end.index + 1, '') : undefined,
  }]
}
