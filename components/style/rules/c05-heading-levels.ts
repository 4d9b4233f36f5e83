import type {StyleRule} from '../page/rule.js'

/** The compiler reports headings deeper than ####, with a fix. */
export const headingLevels: StyleRule = {
  id: 'C05', title: 'No heading level is left out', severity: 'error',
  check: ({page}) => {
    const headings = page.prose.filter(({depth}) => depth > 0)
    return headings.flatMap((heading, i) => {
      const above = headings[i - 1]?.depth ?? Math.max(heading.depth - 1, 1)
      return heading.depth <= above + 1 ? [] : [{
        at: heading.offset(0), message: `This heading has ${heading.depth} # signs, and the one above it has ${above}.`,
        advice: `Write ${'#'.repeat(above + 1)} before it. People who use screen readers find their way by the levels.`,
      }]
    })
  },
}
