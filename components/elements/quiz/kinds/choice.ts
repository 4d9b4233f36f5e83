import {html, nothing} from 'lit'
import {shuffleAnswers} from '../../../model/draw.js'
import type {ChoiceQuestion} from '../../../model/question.js'
import {crossIcon, tickIcon} from '../../shared/icons.js'
import {renderBlocks, renderInlines} from '../../shared/render-document.js'
import type {QuestionKind} from './kind.js'

/** Radios, or checkboxes when more than one may be right. */
export const choice: QuestionKind<ChoiceQuestion> = {
  instruction: ({multiple}, {say}) => multiple ? say.chooseAll : say.chooseOne,

  inputs: (question, {seed, context}) => html`${shuffleAnswers(question.answers, seed).map((answer, i) => html`
    <div class="choice">
      <input id="answer-${i}" type=${question.multiple ? 'checkbox' : 'radio'} name="answer" value=${answer.id}>
      <label for="answer-${i}">${renderInlines(answer.content, context)}</label>
    </div>`)}`,

  read: (_question, form) => new FormData(form).getAll('answer').map(String),

  problem: (_question, given, {say}) => given.length ? undefined : say.chooseError,

  answered: (question, given, {seed, context, say}) => html`
    <ul class="answers">${shuffleAnswers(question.answers, seed).map(answer => {
      const isChosen = given.includes(answer.id)
      return html`<li>
        ${isChosen || answer.right
          ? html`<div class="mark">${answer.right ? tickIcon : crossIcon} ${say.mark(isChosen, answer.right, question.multiple)}</div>`
          : nothing}
        <div class="words">${renderInlines(answer.content, context)}</div>
        <div class="feedback">${renderBlocks(answer.feedback, context)}</div>
      </li>`
    })}</ul>`,
}
