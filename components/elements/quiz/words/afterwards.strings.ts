import {stringsFor, type Strings} from '../../shared/words/strings.js'

/** Words from the first answer on, for the rarer kinds of question, and for a quiz that has no questions or no module. */
const afterwardsStrings = {
  en: {
    notFound: (module: string) => `The guide has no module called "${module}". Tell the team that looks after this page.`,
    noQuestions: 'This module has no questions.',
    chooseError: 'Choose an answer, then select Check answer',
    sure: 'How sure are you? (optional)',
    sureness: ['', 'I am guessing', 'I am fairly sure', 'I am certain'],
    orderHow: (items: number) => `Choose a place from 1 to ${items} for each.`,
    choosePlace: 'Place',
    orderError: (item: string) => `Choose a place for "${item}"`,
    placeError: (item: string) => `Choose a place for "${item}" that nothing else has`,
    placeRight: (place: number) => `Place ${place}: right`,
    placeWrong: (place: number, yours: number) => `Place ${place}: you put this at ${yours}`,
    matchHow: 'Choose what goes with each.',
    chooseMatch: 'Choose',
    matchError: (item: string) => `Choose what goes with "${item}"`,
    youChose: 'You chose:',
    goesWith: 'Goes with:',
    fillHow: (gaps: number) => gaps === 1 ? 'Type the missing word or words.' : 'Type what is missing in each gap.',
    gap: (gap: number, of: number) => of === 1 ? 'Missing words' : `Gap ${gap} of ${of}`,
    gapError: (gap: number, of: number) => of === 1 ? 'Type the missing words, then select Check answer' : `Gap ${gap} is empty`,
    accepted: 'Right answer:',
    or: 'or',
    right: 'That is right',
    wrong: 'Not right this time',
    mark: (isChosen: boolean, isRight: boolean, isMultiple: boolean) => isChosen
      ? isRight ? 'Your answer: right' : 'Your answer: not right'
      : isMultiple ? 'Right answer that you did not choose' : 'Right answer',
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
