import type {Strings} from '../shared/words/strings.js'

export const termStrings = {
  en: {
    explain: 'what this means',
    glossary: 'Go to the glossary',
  },
} satisfies Strings<unknown>
