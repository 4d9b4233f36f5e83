import type {Strings} from '../shared/strings.js'

export const guideStrings = {
  en: {
    navigation: 'Guide',
    home: 'All pathways',
    search: 'Search',
    glossary: 'Glossary',
    breadcrumb: 'You are here',
    nextModule: 'Next in this pathway',
    pathwayDone: 'You have done every module in this pathway.',
    backTo: (pathway: string) => `Back to "${pathway}"`,
  },
} satisfies Strings<unknown>
