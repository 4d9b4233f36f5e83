import type {Strings} from '../shared/words/strings.js'

export const foundStrings = {
  en: {
    count: (hits: number, query: string) => hits === 1 ? `1 result for "${query}"` : `${hits} results for "${query}"`,
    nothing: (query: string) => `Nothing found for "${query}". Check the spelling, or use other words.`,
    nothingHere: (query: string, elsewhere: number) => elsewhere === 1
      ? `Nothing found for "${query}" with these filters. There is 1 result without them.`
      : `Nothing found for "${query}" with these filters. There are ${elsewhere} results without them.`,
    results: 'Results',
    answer: (heading: string) => `An answer is above the results: ${heading}.`,
    from: 'From',
    readAll: 'Read the whole page',
    more: 'There is more about this.',
    readAllOf: (heading: string) => `Read all of "${heading}"`,
    alsoHere: 'Also in this module',
    common: 'Questions that the guide answers',
    desk: 'use the IT service desk details on your intranet, or ask your manager.',
    whom: 'If you cannot find it, ask a person:',
    showMore: 'Show more results',
    didYouMean: 'Did you mean',
    recent: 'Recent searches',
    forget: 'Clear recent searches',
    filter: (set: number) => set ? `Filters (${set} set)` : 'Filters',
    all: 'All',
    pathway: 'Pathway',
    audience: 'For',
    stage: 'Stage',
    domain: 'Skill area',
    notDone: 'Only what I have not done yet',
    clear: 'Clear the filters',
  },
} satisfies Strings<unknown>
