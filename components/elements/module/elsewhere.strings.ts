import type {Strings} from '../shared/words/strings.js'

export const elsewhereStrings = {
  en: {
    ask: 'Did you learn this somewhere else, such as on a course?',
    date: 'When was that? (optional)',
    say: 'I did this elsewhere',
    said: (date?: string) => date ? `You said that you did this elsewhere, on ${date}. Nobody has checked.`
      : 'You said that you did this elsewhere. Nobody has checked.',
    check: 'You can still try the questions. They show if anything is new to you.',
    takeBack: 'Take this back',
  },
} satisfies Strings<unknown>
