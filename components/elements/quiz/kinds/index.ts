import type {Module} from '../../../model/guide/module.js'
import {isScored, type ScoredQuestion} from '../../../model/guide/question.js'
import {answeredChoice} from './answered-choice.js'
import type {AnsweredKind} from './kind.js'

/** The kinds that few modules have, once one needed them. */
let rarer: typeof import('./rarer.later.js').rarerKinds | undefined

/** Are the kinds of all questions that a module may ask here? */
export function hasKindsOf(module: Module): boolean {
  return rarer !== undefined || module.questions.filter(isScored).every(({type}) => type === 'choice')
}

/** Fetches what a module needs to ask each of its questions, the ones of later rounds too: the network may be gone by then. */
export async function fetchKindsOf(module: Module | undefined): Promise<void> {
  if (module && !hasKindsOf(module)) rarer = (await import('./rarer.later.js')).rarerKinds
}

/** How to ask, read and show this sort of question: one of a module that `fetchKindsOf` was given. */
export function kindOf(question: ScoredQuestion): AnsweredKind {
  // Each kind is only ever given questions of its own type, which this lookup makes sure of.
  return question.type === 'choice' ? answeredChoice : rarer![question.type]
}
