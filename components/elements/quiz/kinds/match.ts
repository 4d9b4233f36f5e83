import {html, nothing} from 'lit'
import {plainText} from '../../../model/guide/document.js'
import {shuffle} from '../../../model/record/draw.js'
import type {MatchQuestion} from '../../../model/guide/question.js'
import {crossIcon, tickIcon} from '../../shared/styles/icons.js'
import {renderInlines} from '../../shared/document/render-document.js'
import {wordsFor} from '../words/afterwards.strings.js'
import type {AnsweredKind} from './kind.js'

/** A partner chosen from a list for each item; nothing to drag. */
export const match: AnsweredKind<MatchQuestion> = {
  instruction: (_question, view) => wordsFor(view.host).matchHow,

  inputs: ({pairs}, {seed, context, host}) => html`${pairs.map(({left}, i) => html`
    <div class="pair">
      <label for="answer-${i}">${renderInlines(left.content, context)}</label>
      <select id="answer-${i}" name=${left.id}>
        <option value="">${wordsFor(host).chooseMatch}</option>
        ${shuffle(pairs, seed).map(({right}) => html`<option value=${right.id}>${plainText(right.content)}</option>`)}
      </select>
    </div>`)}`,

  read({pairs}, form) {
    return pairs.map(({left}) => String(form.get(left.id) ?? ''))
  },

  problem: (_question, given, view) => given.includes('') ? wordsFor(view.host).matchError : undefined,

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
