import {isLevel} from '../../../model/assessment/assessment.js'
import type {Reason} from '../../../model/assessment/recommend.js'
import {plainText, type Inline} from '../../../model/guide/document.js'
import type {RateStatement} from '../../../model/guide/question.js'
import {catalogueWords} from './catalogue.strings.js'
import {stringsFor, type Strings} from './strings.js'

export const reasonsStrings = {
  en: {
    gap: (statement: string, now: string, needed: string) => `You rated "${statement}" as ${now}, and your role needs ${needed}.`,
    unsure: (statement: string) => `You are not sure about "${statement}". Its short check shows where you are.`,
    needUnsure: (statement: string, now: string) => `You rated "${statement}" as ${now}, and are not sure what your role needs.`,
    'not-passed': 'You tried the questions and have not passed yet. You can try again.',
    'sure-and-wrong': (questions: number) => questions === 1
      ? 'You were certain of an answer that was not right.' : `You were certain of ${questions} answers that were not right.`,
    safety: 'It has what everyone here must know.',
    audience: (audience: string) => `It is made for people like you (${audience.toLowerCase()}).`,
    beginning: 'It is a good place to begin.',
    ready: 'You can do what you rated on your own. This is about helping others.',
  },
} satisfies Strings<unknown>

/** How a level of a statement is called. */
export interface ReasonNames { level(level: number, statement: RateStatement): string }

/**
 * One sentence that says why, in the language around `element`.
 *
 * @param names - how levels are told: in the words of the statement, where nothing is given
 */
export function reasonWords(element: HTMLElement, reason: Reason, names: ReasonNames = {level: ownWords}): string {
  const words = stringsFor(element, reasonsStrings)
  switch (reason.kind) {
    case 'gap': {
      const {statement, now, needed} = reason
      return words.gap(said(statement.prompt), names.level(now, statement), names.level(needed, statement))
    }
    case 'unsure': {
      const {statement, now} = reason
      const about = said(statement.prompt)
      return isLevel(now) ? words.needUnsure(about, names.level(now, statement)) : words.unsure(about)
    }
    case 'sure-and-wrong': return words['sure-and-wrong'](reason.questions.length)
    case 'audience': return words.audience(catalogueWords(element).audiences[reason.audience] ?? reason.audience)
    default: return words[reason.kind]
  }
}

/** As the statement describes its level, such as "I have not done this". */
function ownWords(level: number, {levels}: RateStatement): string {
  return `"${said(levels[level - 1] ?? []).replace(/\.$/, '')}"`
}

function said(text: readonly Inline[]): string {
  return plainText(text).trim()
}
