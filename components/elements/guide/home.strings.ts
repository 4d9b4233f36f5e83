import type {Strings} from '../shared/words/strings.js'

/** What home says to somebody who was here before. */
export const homeStrings = {
  en: {
    question: 'I have a question',
    whereIStand: 'Show me where I stand',
    carryOn: 'Carry on',
    next: 'Next for you',
    wellDone: 'Well done',
    continue: 'Continue',
    start: 'Start',
    tryAgain: 'Try again',
    rate: 'Rate your skills',
    rated: (rated: number, of: number) => rated ? `You have rated ${rated} of ${of} statements.` : 'You have not rated a statement yet.',
    read: (read: number, of: number) => `You have opened ${read} of ${of} pages.`,
    answered: (answered: number, of: number) => `You have answered ${answered} of ${of} questions.`,
    notPassed: (right: number, of: number) => `${right} of ${of} right so far. Try the questions again.`,
    left: (minutes: string) => `${minutes} left`,
    begun: 'You have begun it.',
    gap: (statement: string) => `Your role needs more of this: “${statement}”`,
    inPathway: (pathway: string) => `It is next in “${pathway}”.`,
    inGuide: 'You have not done it yet.',
    rateFirst: 'See where you stand, and which modules would help you most.',
    rateAgain: 'Rate your skills again',
    ratedIn: (month: string) => `You last did it in ${month}. See what has changed since.`,
    allDone: (of: number) => of === 1 ? 'You have done the module of this guide' : `You have done all ${of} modules`,
    allDoneHint: 'Show your record to your manager, and help a colleague to start.',
    record: 'See my record',
    done: (done: number, of: number) => `${done} of ${of} modules done`,
    again: (month: string) => `Rate your skills again in ${month}`,
  },
} satisfies Strings<unknown>
