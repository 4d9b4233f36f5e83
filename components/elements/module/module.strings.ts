import type {Strings} from '../shared/words/strings.js'

export const moduleStrings = {
  en: {
    notFound: (module: string) => `The guide has no module called "${module}". It may have moved. Look for it in the list of pathways.`,
    outcomes: 'You will be able to:',
    pages: 'Pages in this module',
    contents: 'Contents',
    previous: 'Previous',
    next: 'Next page',
    finish: 'Mark this module as read',
    finished: 'You marked this module as read.',
    about: 'About this module',
    sources: 'Where this comes from',
    author: 'Written by',
    publisher: 'Published by',
    reviewers: 'Reviewed by',
    awaited: (role: string) => `${role}: review awaited`,
    reviewedBy: (role: string, date: string) => `${role}, ${date}`,
    notReviewed: 'This module has not yet been reviewed by a subject expert.',
    clinical: 'A clinician has not yet reviewed this module. Follow your local clinical guidance.',
    overdue: (date: string) => `This module was due for review on ${date}. Some of it may be out of date. Check anything important with your team.`,
    lastReviewed: 'Page last reviewed',
    nextReview: 'Next review due',
  },
} satisfies Strings<unknown>
