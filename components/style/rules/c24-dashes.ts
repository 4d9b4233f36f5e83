import type {Finding, StyleRule} from '../page/rule.js'

const NOT_EN = /\u2014|(?<=[\p{L}\p{N}"')] )--?(?= [\p{L}"'(])|(?<=[\p{L}"')])--(?=[\p{L}"'(])/gu
const EN = /\u2013/g
/** "Rarely" is the manual's word; the number is ours. */
const MOST = 3

export const dashes: StyleRule = {
  id: 'C24', title: 'En dashes only, and few', severity: 'warning',
  check: ({page}) => {
    const prose = page.prose.filter(({kind}) => kind !== 'cell')
    const wrong = prose.flatMap(words => words.own(NOT_EN).map(({0: dash, index}): Finding => {
      const isClose = /\S/.test(words.text[index - 1] ?? ' ') && /\S/.test(words.text[index + 1] ?? ' ')
      return {
        at: words.offset(index), message: `"${dash}" is not an en dash.`,
        advice: 'Use a comma, a full stop or a colon. If it must be a dash, use an en dash with a space on each side.',
        fix: words.replacing(index, index + dash.length, isClose ? ' \u2013 ' : '\u2013'),
      }
    }))
    const many = prose.flatMap(words => words.own(EN).map(({index}) => words.offset(index))).slice(MOST, MOST + 1)
    return [...wrong, ...many.map(at => ({
      at, message: `This page has more than ${MOST} dashes.`, advice: 'Make shorter sentences, or use commas.',
    }))]
  },
}
