import type {StyleRule} from '../page/rule.js'

const MOST = 3

export const paragraphLength: StyleRule = {
  id: 'C02', title: 'Paragraphs of up to 3 sentences', severity: 'warning',
  check: ({page}) => page.prose.filter(({kind}) => kind === 'paragraph').flatMap(prose => {
    const count = prose.ownSentences.length
    return count <= MOST ? [] : [{
      at: prose.offset(0), message: `This paragraph has ${count} sentences.`,
      advice: `Begin a new paragraph after ${MOST}, or make a list.`,
    }]
  }),
}
