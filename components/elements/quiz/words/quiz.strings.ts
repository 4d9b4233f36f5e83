import type {Strings} from '../../shared/words/strings.js'

/** What is said to ask a question; `afterwards.strings.ts` has the rest. */
export const quizStrings = {
  en: {
    counter: (question: number, of: number) => `Question ${question} of ${of}`,
    mustKnow: 'Must know: get this one right to pass',
    chooseOne: 'Choose 1 answer.',
    chooseAll: 'Choose all that apply.',
    hint: 'Show a hint',
    check: 'Check answer',
  },
} satisfies Strings<unknown>
