import type {Strings} from '../words/strings.js'

export const againStrings = {
  en: {
    kept: 'Your answers are kept while it loads.',
    refused: 'This browser does not let us keep your answers while the page loads. Take them away as a file first.',
    takeAway: 'Take my answers away',
    anyway: 'Load this page without my answers',
  },
} satisfies Strings<unknown>
