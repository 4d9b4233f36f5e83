import {html, nothing, type TemplateResult} from 'lit'
import type {Answer, ChoiceQuestion} from '../../model/question.js'
import {renderBlocks, renderInlines, type RenderContext} from '../shared/render-document.js'
import {crossIcon, tickIcon} from '../shared/icons.js'
import type {quizStrings} from './quiz.strings.js'

type Say = (typeof quizStrings)['en']

/** The radios or checkboxes of a question that is not answered yet. Native inputs: browsers do the keys. */
export function choices(
  question: ChoiceQuestion, answers: readonly Answer[], chosen: readonly string[], context: RenderContext,
): TemplateResult[] {
  const type = question.multiple ? 'checkbox' : 'radio'
  return answers.map((answer, i) => html`<div class="choice">
    <input id="answer-${i}" type=${type} name="answer" value=${answer.id} .checked=${chosen.includes(answer.id)}>
    <label for="answer-${i}">${renderInlines(answer.content, context)}</label>
  </div>`)
}

/** The same answers once given: what was chosen, what was right, and why, in words and not by colour alone. */
export function answersWithFeedback(
  question: ChoiceQuestion, answers: readonly Answer[], chosen: readonly string[], context: RenderContext, say: Say,
): TemplateResult {
  return html`<ul class="answers">${answers.map(answer => {
    const isChosen = chosen.includes(answer.id)
    return html`<li>
      ${isChosen || answer.right
        ? html`<div class="mark">${answer.right ? tickIcon : crossIcon} ${say.mark(isChosen, answer.right, question.multiple)}</div>`
        : nothing}
      <div class=${isChosen ? 'words' : nothing}>${renderInlines(answer.content, context)}</div>
      <div class="feedback">${renderBlocks(answer.feedback, context)}</div>
    </li>`
  })}</ul>`
}
