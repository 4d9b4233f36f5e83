import type {StyleRule} from '../page/rule.js'

/** A question's heading may be a statement or two, and ends as they do. */
export const headingFullStop: StyleRule = {
  id: 'C07', title: 'No full stop at the end of a heading', severity: 'error',
  check: ({page}) => page.prose.filter(({kind}) => kind === 'heading' || kind === 'title').flatMap(prose => {
    const text = prose.text.trimEnd()
    if (!/[^.]\.$/.test(text) || /\b(?:etc|Ltd|e\.g|i\.e)\.$/.test(text)) return []
    return [{
      at: prose.offset(text.length - 1), message: 'This heading ends with a full stop.', advice: 'Take it away.',
      fix: prose.replacing(text.length - 1, text.length, ''),
    }]
  }),
}
