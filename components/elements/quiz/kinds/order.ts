import {html} from 'lit'
import {shuffle} from '../../../model/record/draw.js'
import type {OrderQuestion} from '../../../model/guide/question.js'
import {crossIcon, tickIcon} from '../../shared/styles/icons.js'
import {renderInlines} from '../../shared/document/render-document.js'
import {wordsFor} from '../words/afterwards.strings.js'
import type {AnsweredKind} from './kind.js'
import {lists, nameOf, problemsIn} from './fields.js'

/** A place chosen from a list for each item; nothing to drag. */
export const order: AnsweredKind<OrderQuestion> = {
  instruction: ({items}, view) => wordsFor(view.host).orderHow(items.length),

  inputs: ({items}, view) => lists(shuffle(items, view.seed),
    items.map((_, place) => ({value: place, label: place + 1})), wordsFor(view.host).choosePlace, view),

  /** The items by place. */
  read: ({items}, form) => items.map((_, place) => items.find(({id}) => form.get(id) === String(place))?.id ?? ''),

  problems({items}, form, {seed, host}) {
    const say = wordsFor(host)
    const places = items.map(({id}) => form.get(id))
    return problemsIn(shuffle(items, seed), item => {
      const place = form.get(item.id)
      if (!place) return say.orderError(nameOf(item))
      return places.filter(each => each === place).length > 1 ? say.placeError(nameOf(item)) : undefined
    })
  },

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
