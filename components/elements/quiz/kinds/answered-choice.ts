import {html, nothing, type TemplateResult} from 'lit'
import {shuffleAnswers} from '../../../model/record/draw.js'
import {isRightChoice} from '../../../model/record/right-choice.js'
import type {Answer, ChoiceQuestion} from '../../../model/guide/question.js'
import {renderBlocks, renderInlines} from '../../shared/document/render-document.js'
import {wordsFor} from '../words/afterwards.strings.js'
import {choice} from './choice.js'
import type {AnsweredKind, KindView, MarkLine} from './kind.js'

/** First what was chosen and what that means, then what was right; the others fold, in the order they were asked. */
export const answeredChoice: AnsweredKind<ChoiceQuestion> = {
  ...choice,

  read: (_question, form) => form.getAll('answer').map(String),

  problems: (_question, form, {host}) => form.has('answer') ? [] : [{id: 'answer', message: wordsFor(host).chooseError}],

  isRight: isRightChoice,

  answered: (question, given, view, mark) => html`
    ${list(question, given, view, mark, ({id}) => given.includes(id))}
    ${list(question, given, view, mark, ({id, right}) => right && !given.includes(id))}`,

  others: (question, given, view, mark) => list(question, given, view, mark, ({id, right}) => !right && !given.includes(id)),
}

function list(
  question: ChoiceQuestion, given: readonly string[], {seed, context, host}: KindView, mark: MarkLine,
  has: (answer: Answer) => boolean,
): TemplateResult | typeof nothing {
  const answers = shuffleAnswers(question.answers, seed).filter(has)
  return answers.length ? html`<ul class="answers">${answers.map(({id, right, content, feedback}) => {
    const isChosen = given.includes(id)
    return html`<li>
      ${isChosen ? mark(right) : right ? mark(right, wordsFor(host).rightAnswer(question.multiple)) : nothing}
      <div class="words">${renderInlines(content, context)}</div>
      <div class="feedback">${renderBlocks(feedback, context)}</div>
    </li>`
  })}</ul>` : nothing
}
