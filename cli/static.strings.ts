import type {Strings} from '../components/elements/shared/strings.js'

/** Words of the pages that read without script. */
export const staticStrings = {
  en: {
    contents: 'Contents',
    answers: 'Answers',
    glossary: 'Glossary',
    sources: 'Sources',
    alsoCalled: 'Also called:',
    minutes: (minutes: number) => minutes === 1 ? '1 minute' : `${minutes} minutes`,
    notReviewed: 'This module has not yet been reviewed by a subject expert.',
    outcomes: 'After this module you can:',
    lastReviewed: (date: string) => `Last reviewed: ${date}`,
    nextReview: (date: string) => `Next review due: ${date}`,
    toAnswer: 'Go to the answer',
    toQuestion: 'Back to the question',
    right: 'right answer',
    or: 'or',
    goesWith: 'Each of these goes with one of the following:',
    kinds: {
      choice: 'Question', order: 'Put in order', match: 'Match', fill: 'Fill in',
      do: 'Do', reflect: 'Reflect', rate: 'Rate',
    },
    date: (iso: string) => new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(iso)),
  },
} satisfies Strings<unknown>
