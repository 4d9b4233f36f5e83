import type {Strings} from '../shared/words/strings.js'

export const feedbackStrings = {
  en: {
    question: 'Was this useful?',
    yes: 'Yes',
    no: 'No',
    comment: 'What would make it better? (optional)',
    commentHint: 'Do not include names or anything about patients.',
    send: 'Send',
    error: 'Select whether this was useful',
    thanks: 'Thank you for telling us.',
  },
} satisfies Strings<unknown>
