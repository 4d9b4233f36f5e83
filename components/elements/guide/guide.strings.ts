import type {Strings} from '../shared/words/strings.js'

export const guideStrings = {
  en: {
    navigation: 'Guide',
    home: 'All pathways',
    start: 'Start page',
    search: 'Search',
    assessment: 'Rate your skills',
    record: 'My record',
    glossary: 'Glossary',
    carryOn: 'Continue where you stopped:',
    unsure: 'Not sure where to start?',
    unsureLink: 'Rate your digital skills and see which modules may help',
  },
} satisfies Strings<unknown>
