import type {Strings} from '../shared/words/strings.js'

export const viewsStrings = {
  en: {
    breadcrumb: 'You are here',
    notThere: 'Page not found',
    notThereWhy: 'This link leads to nothing in the guide. It may have been typed or copied in part, or the page has another address now.',
    didYouMean: 'Did you mean:',
    searchFor: (query: string) => `Search the guide for "${query}"`,
    toHome: (guide: string) => `Go to the start of "${guide}"`,
  },
} satisfies Strings<unknown>
