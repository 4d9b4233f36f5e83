import type {StyleRule} from '../page/rule.js'

const LONGEST = 65

/** The compiler reports a missing title. */
export const oneTitle: StyleRule = {
  id: 'C04', title: 'One heading with a single #, of about 65 characters or fewer', severity: 'error',
  check: ({page}) => {
    const top = page.all.filter(({kind, depth}) => kind === 'heading' && depth === 1)
    const titles = page.all.filter(({kind}) => kind === 'title')
    return [
      ...top.slice(1).map(prose => ({
        at: prose.offset(0), message: 'This is a second title: it has a single #.', advice: 'Write ## before it.',
      })),
      ...titles.filter(({text}) => text.length > LONGEST).map(prose => ({
        at: prose.offset(0), severity: 'warning' as const,
        message: `This title has ${prose.text.length} characters.`,
        advice: `Use about ${LONGEST} or fewer: search pages cut off longer ones.`,
      })),
    ]
  },
}
