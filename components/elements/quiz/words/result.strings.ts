import {stringsFor, type Strings} from '../../shared/words/strings.js'

/** Words at the end of a try. */
const resultStrings = {
  en: {
    toQuiz: 'Go to the quiz',
    questionGone: 'This module does not have the question that the link leads to. Here are the questions that it has.',
    score: (right: number, of: number) => `You got ${right} of ${of} right`,
    passed: 'You passed',
    wellDone: 'Well done.',
    certificate: 'You can print a certificate:',
    record: 'My record',
    notPassed: 'Not passed yet',
    rule: (needed: number, of: number, hasMustKnow: boolean) => hasMustKnow
      ? `To pass, get ${needed} of ${of} right, with every must-know question right.`
      : `To pass, get ${needed} of ${of} right.`,
    practice: 'This is practice. You can try as many times as you like.',
    answers: 'Your answers',
    resultRight: 'Right',
    resultWrong: 'Not right',
    retry: (questions: number) => questions === 1 ? 'Try the question you missed' : `Try the ${questions} questions you missed`,
    again: 'Start again',
    sureWrong: 'Questions that you were sure about and did not get right come first.',
    carried: (questions: number) => questions === 1
      ? '1 answer that you got right last time is counted too.'
      : `${questions} answers that you got right last time are counted too.`,
    left: (questions: number) => questions === 1
      ? '1 question has left the guide since, and is not counted here. Your answer stays in your record.'
      : `${questions} questions have left the guide since, and are not counted here. Your answers stay in your record.`,
  },
} satisfies Strings<unknown>

/** These words in the language of the page around `host`. */
export function resultWords(host: HTMLElement): (typeof resultStrings)['en'] {
  return stringsFor(host, resultStrings)
}
