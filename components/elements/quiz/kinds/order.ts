import {html} from 'lit'
import {shuffle} from '../../../model/record/draw.js'
import type {OrderQuestion} from '../../../model/guide/question.js'
import {crossIcon, tickIcon} from '../../shared/styles/icons.js'
import {renderInlines} from '../../shared/document/render-document.js'
import {wordsFor} from '../words/afterwards.strings.js'
import type {AnsweredKind} from './kind.js'

/** A place chosen from a list for each item; nothing to drag. */
export const order: AnsweredKind<OrderQuestion> = {
  instruction: ({items}, view) => wordsFor(view.host).orderHow(items.length),

  inputs: ({items}, {seed, context, host}) => html`${shuffle(items, seed).map((item, i) => html`
    <div class="pair">
      <label for="answer-${i}">${renderInlines(item.content, context)}</label>
      <select id="answer-${i}" name=${item.id}>
        <option value="">${wordsFor(host).choosePlace}</option>
        ${items.map((_, place) => html`<option value=${place}>${place + 1}</option>`)}
      </select>
    </div>`)}`,

  /** The items by place; an empty string for a place that no item, or more than one, was given. */
  read({items}, form) {
    return items.map((_, place) => {
      const here = items.filter(({id}) => form.get(id) === String(place))
      return here.length === 1 ? here[0]!.id : ''
    })
  },

  problem: (_question, given, view) => given.includes('') ? wordsFor(view.host).orderError : undefined,

  answered({items}, given, {host, context}) {
    const say = wordsFor(host)
    return html`<ol class="answers numbered">${items.map((item, place) => {
      const yours = given.indexOf(item.id)
      const isHere = yours === place
      return html`<li>
        <div class="mark">${isHere ? tickIcon : crossIcon}
          ${isHere ? say.placeRight(place + 1) : say.placeWrong(place + 1, yours + 1)}</div>
        <div class="words">${renderInlines(item.content, context)}</div>
      </li>`
    })}</ol>`
  },
}
