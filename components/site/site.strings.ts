import type {Strings} from '../elements/shared/words/strings.js'

/** Words of the pages that read without script, for what the elements have no words for. */
export const staticStrings = {
  en: {
    skip: 'Skip to main content',
    breadcrumb: 'You are here',
    guideDescription: (pathways: readonly string[]) =>
      `Short modules and questions for staff: ${pathways.join(', ')}.`,
    glossaryDescription: (terms: number) => `${terms} digital words and what they mean, in plain English.`,
    canvasDescription: (factors: readonly string[]) =>
      `Rate together how far you have come with ${factors.join(', ')}.`,
    canDo: (outcomes: readonly string[]) => `After this module you can: ${outcomes.join('; ')}.`,
    pages: (pages: number) => `${pages} pages`,
    previousModule: 'Previous module',
    nextModule: 'Next module',
    modulesOfPathway: 'Modules of this pathway',
    publishedBy: (publisher: string) => `Published by ${publisher}`,
    hint: 'Hint',
    answers: 'Answers',
    toAnswer: 'Go to the answer',
    toQuestion: 'Back to the question',
    right: 'right answer',
    or: 'or',
    goesWith: 'Each of these goes with one of the following:',
    kinds: {
      choice: 'Question', order: 'Put in order', match: 'Match', fill: 'Fill in',
      do: 'Do', reflect: 'Reflect',
    },
    onPaper: 'For each statement, note which of the 5 levels fits you now, and which your role needs. A large gap '
      + 'shows what to learn first.',
    ask: 'Ask before you rate',
    learn: 'Modules that help:',
    embedThis: 'Put this guide on your own pages',
    embedDescription: 'Choose what to show, copy the code, and paste it into a page of your intranet.',
    embedNeedsScript: 'This page makes the code for you where scripts are allowed. Without them, put the address of '
      + 'this site in place of ADDRESS, and the name of a module in place of MODULE.',
    embedGuide: 'The whole guide:',
    embedModule: 'One module:',
  },
} satisfies Strings<unknown>
