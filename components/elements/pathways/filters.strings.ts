import type {Strings} from '../shared/words/strings.js'

/** What only somebody who filters the pathways reads. */
export const filtersStrings = {
  en: {
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
  },
} satisfies Strings<unknown>
