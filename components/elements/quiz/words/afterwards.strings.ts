import {stringsFor, type Strings} from '../../shared/words/strings.js'

/** Words from the first answer on, and for a quiz that has no questions or no module. */
const afterwardsStrings = {
  en: {
    notFound: (module: string) => `The guide has no module called "${module}". Tell the team that looks after this page.`,
    noQuestions: 'This module has no questions.',
    chooseError: 'Choose an answer, then select Check answer',
    sure: 'How sure are you? (optional)',
    sureness: ['', 'I am guessing', 'I am fairly sure', 'I am certain'],
    right: 'That is right',
    wrong: 'Not right this time',
    yourAnswer: (isRight: boolean) => isRight ? 'Your answer: right' : 'Your answer: not right',
    rightAnswer: (isMultiple: boolean) => isMultiple ? 'Right answer that you did not choose' : 'Right answer',
    why: 'Why',
    others: 'Why not the other answers',
    readAbout: 'Read about this:',
    seeResult: 'See your result',
    surely: ['', 'You were guessing', 'You were fairly sure', 'You were certain'],
    changed: 'This question has changed since you answered it.',
  },
} satisfies Strings<unknown>

/** These words in the language of the page around `host`. */
export function wordsFor(host: HTMLElement): (typeof afterwardsStrings)['en'] {
  return stringsFor(host, afterwardsStrings)
}
