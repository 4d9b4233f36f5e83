import type {Strings} from '../shared/words/strings.js'

export const pathwaysStrings = {
  en: {
    title: 'Pathways',
    filter: 'Filter the pathways',
    empty: 'This guide has no pathways yet.',
    modules: (modules: number) => modules === 1 ? '1 module' : `${modules} modules`,
    progress: (done: number, of: number) => done === of ? 'All modules done' : `${done} of ${of} modules done`,
  },
} satisfies Strings<unknown>
