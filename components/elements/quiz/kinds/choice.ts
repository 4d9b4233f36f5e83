import {html} from 'lit'
import {shuffleAnswers} from '../../../model/record/draw.js'
import type {ChoiceQuestion} from '../../../model/guide/question.js'
import {stringsFor} from '../../shared/words/strings.js'
import {quizStrings} from '../words/quiz.strings.js'
import type {QuestionForm} from './kind.js'

/**
 * Radios, or checkboxes when more than one may be right. Most questions are such, so the page that asks the first one has
 * just this kind.
 */
export const choice: QuestionForm<ChoiceQuestion> = {
  instruction: ({multiple}, {host}) => stringsFor(host, quizStrings)[multiple ? 'chooseAll' : 'chooseOne'],

  inputs: (question, {seed, words, context}) => html`${shuffleAnswers(question.answers, seed).map((answer, i) => html`
    <div class="choice">
      <input id="answer-${i}" type=${question.multiple ? 'checkbox' : 'radio'} name="answer" value=${answer.id}>
      <label for="answer-${i}">${words(answer.content, context)}</label>
    </div>`)}`,
}
