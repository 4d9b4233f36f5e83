import type {Strings} from '../shared/words/strings.js'

export const pathwayStrings = {
  en: {
    notFound: (pathway: string) => `The guide has no pathway called "${pathway}". It may have moved.`,
    progress: (done: number, of: number) => `${done} of ${of} modules done`,
    minutesLeft: (minutes: number) => minutes === 1 ? 'About 1 minute left' : `About ${minutes} minutes left`,
    allDone: 'You have done every module in this pathway.',
    modules: 'Modules',
    start: (title: string) => `Start with "${title}"`,
    carryOn: (title: string) => `Continue with "${title}"`,
  },
} satisfies Strings<unknown>
