import {stringsFor, type Strings} from '../../shared/words/strings.js'

/** Words of the rarer kinds of question; what is said of any answer is in `afterwards.strings.ts`. */
const rarerStrings = {
  en: {
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
  },
} satisfies Strings<unknown>

/** These words in the language of the page around `host`. */
export function rarerWords(host: HTMLElement): (typeof rarerStrings)['en'] {
  return stringsFor(host, rarerStrings)
}
