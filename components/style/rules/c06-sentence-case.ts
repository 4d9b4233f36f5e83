import {properNamesOf} from '../page/capitals.js'
import {matches} from '../page/matches.js'
import type {Prose} from '../page/prose.js'
import type {Finding, StyleContext, StyleRule} from '../page/rule.js'

/**
 * A capital and small letters, not at the start of the text or of what follows a colon or the end of a sentence. After
 * an abbreviation it is part of a name: "HMRC Frontend".
 */
const CAPITAL_INSIDE =
  /(?<![.:?!]["')]?\s+|["'(]|^)(?<![\p{L}\p{N}&'-])(?<!(?<!\p{Lu})\p{Lu}{2,6} )\p{Lu}\p{Ll}+(?!\p{L}*\p{Lu})/gu
/** 2 words of capitals or more, such as "DO NOT SHARE". Abbreviations stand side by side too, so 1 must be a word. */
const BLOCK = /(?<![\p{L}\p{N}&-])\p{Lu}{2,}(?:[ ,]+\p{Lu}{2,}){1,20}(?![\p{L}\p{N}&-])/gu
const SHOUTED = new Set(('NOT,NO,NEVER,ALWAYS,ONLY,MUST,DO,ALL,AND,OR,THE,YOU,WARNING,IMPORTANT,NOTE,STOP,PLEASE,'
  + 'ANY,EVERY,VERY,THIS,YES,BEFORE,AFTER,IS,ARE,WILL,CAN,CANNOT').split(','))
const SHOUTED_ALONE =
  /(?<![\p{L}\p{N}&-])(?:NOT|NEVER|ALWAYS|ONLY|MUST|WARNING|IMPORTANT|PLEASE|EVERY|CANNOT)(?![\p{L}\p{N}&-])/gu

export const sentenceCase: StyleRule = {
  id: 'C06', title: 'Sentence case in headings and titles, and no block capitals', severity: 'warning',
  check: context => [...context.page.prose.filter(isHeading).flatMap(prose => titleCase(prose, context)),
    ...context.page.prose.flatMap(blockCapitals)],
}

function isHeading({kind}: Prose): boolean {
  return kind === 'heading' || kind === 'title' || kind === 'prompt'
}

function titleCase(prose: Prose, {data, glossary}: StyleContext): Finding[] {
  const text = properNamesOf(data, glossary).withoutNames(prose.unquoted)
  const found = matches(CAPITAL_INSIDE, text)
  const [first] = found
  if (!first) return []
  const words = found.map(({0: word}) => `"${word}"`).join(', ')
  return [{
    at: prose.offset(first.index), message: `${words} ${found.length === 1 ? 'begins' : 'begin'} with a capital.`,
    advice: 'Use a capital for the first word and for names only. Add a name to proper_names: in style.yaml.',
  }]
}

function blockCapitals(prose: Prose): Finding[] {
  const blocks = prose.own(BLOCK).filter(({0: words}) => words.split(/[ ,]+/).some(word => SHOUTED.has(word)))
  const alone = prose.own(SHOUTED_ALONE).filter(({index}) => !blocks.some(block => (
    index >= block.index && index < block.index + block[0].length)))
  return [...blocks, ...alone].map(({0: words, index}) => ({
    at: prose.offset(index), message: `"${words}" is in capitals.`,
    advice: 'Use small letters: capitals are harder to read, and some screen readers spell them out.',
  }))
}
