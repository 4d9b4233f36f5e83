import type {Strings} from '../shared/strings.js'

export const searchStrings = {
  en: {
    label: 'Search the guide',
    submit: 'Search',
    count: (hits: number, query: string) => hits === 0
      ? `Nothing found for "${query}". Check the spelling, or use other words.`
      : hits === 1 ? `1 result for "${query}"` : `${hits} results for "${query}"`,
    searching: 'Searching',
    results: 'Results',
  },
} satisfies Strings<unknown>
