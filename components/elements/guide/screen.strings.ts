import type {Strings} from '../shared/words/strings.js'

export const screenStrings = {
  en: {
    search: 'Search',
    searchFor: (query: string) => `Search for "${query}"`,
    glossary: 'Glossary',
    assessment: 'Rate your skills',
    profile: 'Your digital skills profile',
    record: 'My record',
    question: 'One question',
    questions: 'Questions',
    unknown: 'Page not found',
    copyLink: 'Copy link to this page',
    copied: 'Link copied',
    copyByHand: 'Your browser did not let us copy it. Copy the link from here:',
  },
} satisfies Strings<unknown>
