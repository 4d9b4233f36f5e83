import {html, nothing} from 'lit'
import {shuffleAnswers} from '../../../model/record/draw.js'
import type {ChoiceQuestion} from '../../../model/guide/question.js'
import {crossIcon, tickIcon} from '../../shared/styles/icons.js'
import {renderBlocks, renderInlines} from '../../shared/document/render-document.js'
import {wordsFor} from '../words/afterwards.strings.js'
import {choice} from './choice.js'
import type {AnsweredKind} from './kind.js'

/** Every answer with its feedback, in the order they were asked. */
export const answeredChoice: AnsweredKind<ChoiceQuestion> = {
  ...choice,

  read: (_question, form) => form.getAll('answer').map(String),

  problems: (_question, form, {host}) => form.has('answer') ? [] : [{id: 'answer', message: wordsFor(host).chooseError}],

  answered(question, given, {seed, context, host}) {
    const say = wordsFor(host)
    return html`<ul class="answers">${shuffleAnswers(question.answers, seed).map(answer => {
      const isChosen = given.includes(answer.id)
      return html`<li>
        ${isChosen || answer.right
          ? html`<div class="mark">${answer.right ? tickIcon : crossIcon} ${say.mark(isChosen, answer.right, question.multiple)}</div>`
          : nothing}
        <div class="words">${renderInlines(answer.content, context)}</div>
        <div class="feedback">${renderBlocks(answer.feedback, context)}</div>
      </li>`
    })}</ul>`
  },
}
