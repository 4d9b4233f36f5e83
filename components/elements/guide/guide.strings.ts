import type {Strings} from '../shared/words/strings.js'

export const guideStrings = {
  en: {
    navigation: 'Guide',
    home: 'Home',
    search: 'Search',
    assessment: 'My skills',
    record: 'My record',
    glossary: 'Glossary',
    doors: 'Where to start',
    question: 'I have a question',
    questionHint: 'Search the guide',
    tenMinutes: 'I have 10 minutes',
    whereIStand: 'Show me where I stand',
    whereIStandHint: 'Rate your digital skills',
  },
} satisfies Strings<unknown>
