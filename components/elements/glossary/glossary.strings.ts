import type {Strings} from '../shared/words/strings.js'

export const glossaryStrings = {
  en: {
    title: 'Glossary',
    also: 'Also called',
    empty: 'This guide has no glossary yet.',
  },
} satisfies Strings<unknown>
