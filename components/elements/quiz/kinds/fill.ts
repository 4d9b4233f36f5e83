import {html, nothing} from 'lit'
import {UNSEEN} from '../../../model/formats/signs.js'
import type {FillQuestion} from '../../../model/guide/question.js'
import {isRightOther} from '../../../model/record/right-other.js'
import {describedBy} from '../../shared/form/field.js'
import {rarerWords} from '../words/rarer.strings.js'
import type {AnsweredKind} from './kind.js'
import {fieldAt, problemsIn} from './fields.js'

/** Text fields inside a sentence. */
export const fill: AnsweredKind<FillQuestion> = {
  instruction: (question, view) => rarerWords(view.host).fillHow(gaps(question).length),

  inputs(question, view) {
    const of = gaps(question).length
    let gap = 0
    return html`<p class="gaps">${question.parts.map(part => {
      if (typeof part === 'string') return part
      const field = fieldAt(gap++, view)
      return html`<span class="gap">
        ${of > 1 ? html`<label for=${field.id} aria-hidden="true">${gap}</label>` : nothing}
        <input type="text" name="answer" id=${field.id} autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-label=${rarerWords(view.host).gap(gap, of)} aria-describedby=${describedBy(field)}
          aria-invalid=${field.error ? 'true' : nothing}>
        ${field.error ? html`<span class="error-message" id="${field.id}-error">${field.error}</span>` : nothing}
      </span>`
    })}</p>`
  },

  read: (_question, form) => form.getAll('answer').map(text => String(text).trim()),

  problems: (question, form, {host}) => problemsIn(form.getAll('answer'), (typed, gap) =>
    // What nobody sees, the learner does not take for an answer.
    String(typed).replace(UNSEEN, '').trim() ? undefined : rarerWords(host).gapError(gap + 1, gaps(question).length)),

  isRight: isRightOther,

  answered(question, given, {host}, mark) {
    const say = rarerWords(host)
    return html`<ul class="answers">${gaps(question).map((gap, i) => {
      const isGapRight = isRightOther({...question, parts: [gap]}, [given[i] ?? ''])
      return html`<li>
        ${mark(isGapRight)}
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
