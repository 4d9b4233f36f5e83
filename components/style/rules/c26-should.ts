import type {StyleRule} from '../page/rule.js'

const SHOULD = /(?<![\p{L}\p{N}])(?:should(?!['\u2019]ve)|ought to)(?![\p{L}\p{N}])/giu

export const should: StyleRule = {
  id: 'C26', title: 'No "should"', severity: 'warning',
  check: ({page}) => page.prose.flatMap(prose => prose.own(SHOULD).map(({0: word, index}) => ({
    at: prose.offset(index), message: `"${word}" does not say whether people have to.`,
    advice: 'Write "must" if they have to, else say what to do: "Check the address", not "You should check it".',
  }))),
}
