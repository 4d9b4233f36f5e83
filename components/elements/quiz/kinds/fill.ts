import {html, nothing} from 'lit'
import {isRight} from '../../../model/record/marking.js'
import type {FillQuestion} from '../../../model/guide/question.js'
import {crossIcon, tickIcon} from '../../shared/styles/icons.js'
import {wordsFor} from '../words/afterwards.strings.js'
import type {AnsweredKind} from './kind.js'

/** Text fields inside a sentence. */
export const fill: AnsweredKind<FillQuestion> = {
  instruction: (question, view) => wordsFor(view.host).fillHow(gaps(question).length),

  inputs(question, view) {
    const say = wordsFor(view.host)
    let gap = 0
    return html`<p class="gaps">${question.parts.map(part => typeof part === 'string' ? part : html`
      <input type="text" name="answer" id="answer-${gap}" autocomplete="off" autocapitalize="off" spellcheck="false"
        aria-label=${say.gap(++gap, gaps(question).length)}>`)}</p>`
  },

  read: (_question, form) => form.getAll('answer').map(text => String(text).trim()),

  problem: (question, given, view) => given.includes('') ? wordsFor(view.host).fillError(gaps(question).length) : undefined,

  answered(question, given, view) {
    const say = wordsFor(view.host)
    return html`<ul class="answers">${gaps(question).map((gap, i) => {
      const isGapRight = isRight({...question, parts: [gap]}, [given[i] ?? ''])
      return html`<li>
        <div class="mark">${isGapRight ? tickIcon : crossIcon} ${say.mark(true, isGapRight, false)}</div>
        <div class="words">${given[i]}</div>
        ${isGapRight ? nothing : html`<div>${say.accepted} ${gap.accepts.join(` ${say.or} `)}</div>`}
      </li>`
    })}</ul>
    <p>${question.parts.map(part => typeof part === 'string' ? part : html`<strong>${part.accepts[0]}</strong>`)}</p>`
  },
}

function gaps({parts}: FillQuestion) {
  return parts.filter(part => typeof part !== 'string')
}
