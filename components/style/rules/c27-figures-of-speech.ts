import {FIGURES} from '../data/words.js'
import type {StyleRule} from '../page/rule.js'

/** A group for each figure in one pattern: to look for each by itself takes several times as long. */
const GROUPS = FIGURES.map(([figure]) => `(${figure})`).join('|')
const ANY = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${GROUPS})(?![\\p{L}\\p{N}-])`, 'giu')

export const figuresOfSpeech: StyleRule = {
  id: 'C27', title: 'Plain words, no figures of speech', severity: 'info',
  check: ({page}) => page.prose.flatMap(prose => prose.own(ANY).map(found => {
    const [, plain] = FIGURES[found.slice(1).findIndex(group => group !== undefined)]!
    return {
      at: prose.offset(found.index), message: `"${found[0]}" can be taken in other ways than it is meant.`,
      advice: `Plain words are: ${plain}.`,
    }
  })),
}
