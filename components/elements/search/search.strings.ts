import type {Strings} from '../shared/strings.js'

export const searchStrings = {
  en: {
    label: 'Search the guide',
    submit: 'Search',
    searching: 'Searching',
  },
} satisfies Strings<unknown>
