import type {StyleRule} from '../page/rule.js'

const PROMISE = /\s*\(?\bopens? in (?:a )?new (?:tab|window)\)?\s*$/i

/** Nothing here opens a new tab, so words that say so are wrong. */
export const newTabs: StyleRule = {
  id: 'C10', title: 'Links open in the same tab', severity: 'error',
  check: ({page}) => page.all.flatMap(prose => prose.marks.filter(({type}) => type === 'link').flatMap(link => {
    const found = PROMISE.exec(prose.text.slice(link.from, link.to))
    return !found ? [] : [{
      at: prose.offset(link.from + found.index + found[0].search(/\S/)),
      message: 'This link says that it opens a new tab, and it does not.',
      advice: 'Take these words away. Links of this guide open where the reader is, so that Back works.',
      fix: found.index ? prose.replacing(link.from + found.index, link.to, '') : undefined,
    }]
  })),
}
