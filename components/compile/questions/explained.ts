import {plainText} from '../../model/guide/document.js'
import type {Page} from '../../model/guide/module.js'
import {isScored, type Question, type ScoredQuestion} from '../../model/guide/question.js'

/** With less in common, a page may be about anything: two words that few pages of a module have. */
const ENOUGH = 2

/**
 * Which page of a module explains each question that no author has said it of: the one that has most of the question's words,
 * where a word counts for more the fewer pages have it. A question that stands on a page of text is explained there.
 *
 * @returns page ids by question id, without questions that no page explains
 */
export function explained(pages: readonly Page[], questions: readonly Question[]): Map<string, string> {
  const scored = questions.filter(isScored)
  const ids = new Set(scored.map(({id}) => id))
  const asks = ({children}: Page) => children.some(block => block.type === 'activity' && block.questions.some(id => ids.has(id)))
  const texts = pages.filter(page => !asks(page)).map(({id, title, children}) => ({id, words: wordsOf(`${title} ${plainText(children)}`)}))
  const found = new Map<string, string>()
  for (const question of scored) {
    const words = wordsOf(saidOf(question))
    let most = 0
    for (const {id, words: theirs} of texts) {
      const shared = [...words].filter(word => theirs.has(word))
      const score = shared.reduce((sum, word) =>
        sum + Math.log(texts.length / texts.filter(({words}) => words.has(word)).length), 0) / Math.log(50 + theirs.size)
      if (shared.length >= ENOUGH && score > most) {
        most = score
        found.set(question.id, id)
      }
    }
  }
  return found
}

/** What is asked, what is right, and why. Wrong answers are about something else. */
function saidOf(question: ScoredQuestion): string {
  const right = question.type === 'choice'
    ? question.answers.filter(({right}) => right).flatMap(({content, feedback}) => [...content, ...feedback]) : []
  return plainText([...question.prompt, ...question.body, ...right, ...question.why ?? []])
    + (question.type === 'fill' ? question.parts.map(part => typeof part === 'string' ? part : part.accepts[0]).join(' ') : '')
}

/** By their beginnings, so that "report", "reports" and "reported" are one; small words say nothing. */
function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(word => word.slice(0, 6)))
}
