import type {Strings} from '../shared/words/strings.js'

export const searchStrings = {
  en: {
    label: 'Search the guide',
    submit: 'Search',
    searching: 'Searching',
  },
} satisfies Strings<unknown>
