import type {Strings} from '../shared/strings.js'

export const quizStrings = {
  en: {
    noModule: 'This quiz is not set up yet. It needs a "module" attribute with the id of a module in the guide.',
    notFound: (module: string) => `The guide has no module called "${module}". Tell the team that looks after this page.`,
    noQuestions: 'This module has no questions.',
    counter: (question: number, of: number) => `Question ${question} of ${of}`,
    mustKnow: 'Must know',
    chooseOne: 'Choose 1 answer.',
    chooseAll: 'Choose all that apply.',
    hint: 'Show a hint',
    check: 'Check answer',
    errorNone: 'Choose an answer, then select Check answer',
    right: 'That is right',
    wrong: 'Not right this time',
    mark: (isChosen: boolean, isRight: boolean, isMultiple: boolean) => isChosen
      ? isRight ? 'Your answer: right' : 'Your answer: not right'
      : isMultiple ? 'Right answer that you did not choose' : 'Right answer',
    why: 'Why',
    seeResult: 'See your result',
    score: (right: number, of: number) => `You got ${right} of ${of} right`,
    passed: 'You passed',
    notPassed: 'Not passed yet',
    rule: (percent: number, hasMustKnow: boolean) => hasMustKnow
      ? `To pass, get ${percent}% right and every must-know question right.`
      : `To pass, get ${percent}% right.`,
    practice: 'This is practice. You can try as many times as you like.',
    answers: 'Your answers',
    review: 'Review',
    resultRight: 'Right',
    resultWrong: 'Not right',
    toResult: 'Back to your result',
    again: 'Try again',
  },
} satisfies Strings<unknown>
