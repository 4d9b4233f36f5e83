import type {SearchSection} from '../model/guide/guide.js'
import {FAINT_WORDS, SMALL_WORDS} from './small-words.js'
import {words} from './words.js'

/** As much of two words has to be the same for them to be alike. */
const SAME = 4
/** As many as people read before they try other words. */
const MOST = 5

/** A question that editors wrote, and the module that answers it. */
export interface CommonQuestion { module: string; question: string; isAlike: boolean }

/**
 * What to ask where nothing was found: the questions that have words which begin as those of the query do, with most of them
 * first; where no question has, the first of each module.
 */
export function commonQuestions(sections: readonly SearchSection[], query: string): CommonQuestion[] {
  const wanted = beginnings(query)
  const all = sections.flatMap(({module, asked = []}) => asked.map(question => {
    const has = beginnings(question)
    return {module, question, shared: [...wanted].filter(word => has.has(word)).length}
  }))
  const alike = all.filter(({shared}) => shared).sort((a, b) => b.shared - a.shared).slice(0, MOST)
  const first = all.filter(({module}, i) => all.findIndex(other => other.module === module) === i)
  return (alike.length ? alike : first).map(({module, question, shared}) => ({module, question, isAlike: shared > 0}))
}

function beginnings(text: string): Set<string> {
  return new Set(words(text).flatMap(({word}) => SMALL_WORDS.has(word) || FAINT_WORDS.has(word) ? [] : [word.slice(0, SAME)]))
}
