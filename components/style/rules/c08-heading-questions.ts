import type {StyleRule} from '../page/rule.js'

export const headingQuestions: StyleRule = {
  id: 'C08', title: 'Headings are not questions, except those of questions to answer', severity: 'warning',
  check: ({page}) => page.prose
    .filter(({kind, text}) => (kind === 'heading' || kind === 'title') && text.trimEnd().endsWith('?'))
    .map(prose => ({
      at: prose.offset(0), message: 'This heading is a question.',
      advice: 'Say what the reader finds there: "Who to ask", not "Who can I ask?".',
    })),
}
