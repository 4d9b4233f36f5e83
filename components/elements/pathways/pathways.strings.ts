import type {Strings} from '../shared/words/strings.js'

export const pathwaysStrings = {
  en: {
    title: 'Pathways',
    filter: 'Filter the pathways',
    text: 'Words in a title or subject',
    audience: 'For',
    stage: 'Stage',
    domain: 'Skill area',
    any: 'All',
    count: (shown: number, of: number) => shown === of
      ? of === 1 ? '1 pathway' : `${of} pathways`
      : `${shown} of ${of} pathways`,
    none: 'No pathway fits. Choose fewer filters, or use other words.',
    clear: 'Clear the filters',
    empty: 'This guide has no pathways yet.',
    modules: (modules: number) => modules === 1 ? '1 module' : `${modules} modules`,
    progress: (done: number, of: number) => done === of ? 'All modules done' : `${done} of ${of} modules done`,
  },
} satisfies Strings<unknown>
