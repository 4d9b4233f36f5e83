import type {Strings} from '../shared/words/strings.js'

export const viewsStrings = {
  en: {
    breadcrumb: 'You are here',
    nextModule: 'Next in this pathway',
    pathwayDone: 'You have done every module in this pathway.',
    backTo: (pathway: string) => `Back to "${pathway}"`,
  },
} satisfies Strings<unknown>
