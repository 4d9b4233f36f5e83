import {html, nothing} from 'lit'
import {plainText} from '../../../model/guide/document.js'
import {shuffle} from '../../../model/record/draw.js'
import type {MatchQuestion} from '../../../model/guide/question.js'
import {crossIcon, tickIcon} from '../../shared/styles/icons.js'
import {renderInlines} from '../../shared/document/render-document.js'
import {wordsFor} from '../words/afterwards.strings.js'
import type {AnsweredKind} from './kind.js'
import {lists, nameOf, problemsIn} from './fields.js'

/** A partner chosen from a list for each item; nothing to drag. */
export const match: AnsweredKind<MatchQuestion> = {
  instruction: (_question, view) => wordsFor(view.host).matchHow,

  inputs({pairs}, view) {
    const rights = shuffle(pairs, view.seed).map(({right}) => ({value: right.id, label: plainText(right.content)}))
    return lists(pairs.map(({left}) => left), rights, wordsFor(view.host).chooseMatch, view)
  },

  read({pairs}, form) {
    return pairs.map(({left}) => String(form.get(left.id) ?? ''))
  },

  problems: ({pairs}, form, {host}) => problemsIn(pairs.map(({left}) => left), item =>
    form.get(item.id) ? undefined : wordsFor(host).matchError(nameOf(item))),

  answered({pairs}, given, {context, host}) {
    const say = wordsFor(host)
    return html`<ul class="answers">${pairs.map(({left, right}, i) => {
      const isMatched = given[i] === right.id
      const yours = pairs.find(pair => pair.right.id === given[i])?.right
      return html`<li>
        <div class="mark">${isMatched ? tickIcon : crossIcon} ${say.mark(true, isMatched, false)}</div>
        <div class="words">${renderInlines(left.content, context)}</div>
        ${!isMatched && yours ? html`<div>${say.youChose} ${renderInlines(yours.content, context)}</div>` : nothing}
        <div>${say.goesWith} ${renderInlines(right.content, context)}</div>
      </li>`
    })}</ul>`
  },
}
