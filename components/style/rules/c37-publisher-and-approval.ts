import type {Finding, StyleRule} from '../page/rule.js'

/** The compiler reports a module that names no publisher. */
export const publisherAndApproval: StyleRule = {
  id: 'C37', title: 'The publisher is named, and who approves', severity: 'error',
  check: ({page, publisher}) => {
    const found: Finding[] = []
    if (page.kind === 'framework' && page.front.get('publisher')?.value.kind !== 'text' && !publisher) {
      found.push({
        at: page.frontAt, message: 'Nobody is named as the publisher.',
        advice: 'Add publisher: to this file, or to guide.yaml.',
      })
    }
    const reviewers = page.front.get('reviewers')?.value
    const hasReviewers = reviewers?.kind === 'list' && reviewers.items.length > 0
    if (page.kind === 'module' && page.front.size && !hasReviewers) {
      found.push({
        at: page.frontAt, message: 'Nobody is named who approves this page.',
        advice: 'Add reviewers: with the role of each. Leave a date out until they have read the page.',
      })
    }
    return found
  },
}
