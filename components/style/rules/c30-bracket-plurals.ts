import type {StyleRule} from '../page/rule.js'

const PLURAL = /(?<=\p{L}{2})\((?:s|es|ies|ren)\)/gu

export const bracketPlurals: StyleRule = {
  id: 'C30', title: 'No "(s)" for a plural', severity: 'warning',
  check: ({page}) => page.prose.flatMap(prose => prose.own(PLURAL).map(({0: ending, index}) => ({
    at: prose.offset(index), message: `"${ending}" leaves it open whether there is 1 or more.`,
    advice: 'Use the plural: it covers 1 as well.',
  }))),
}
