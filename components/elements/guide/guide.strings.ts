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
    breadcrumb: 'You are here',
    carryOn: 'Continue where you stopped:',
    unsure: 'Not sure where to start?',
    unsureLink: 'Rate your digital skills and see which modules may help',
    nextModule: 'Next in this pathway',
    pathwayDone: 'You have done every module in this pathway.',
    backTo: (pathway: string) => `Back to "${pathway}"`,
  },
} satisfies Strings<unknown>
