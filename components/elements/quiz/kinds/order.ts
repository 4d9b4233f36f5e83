import {html} from 'lit'
import type {OrderQuestion} from '../../../model/guide/question.js'
import {isRightOther} from '../../../model/record/right-other.js'
import {renderInlines} from '../../shared/document/render-document.js'
import {rarerWords} from '../words/rarer.strings.js'
import type {AnsweredKind} from './kind.js'
import {lists, nameOf, problemsIn} from './fields.js'

/** A place chosen from a list for each item; nothing to drag. */
export const order: AnsweredKind<OrderQuestion> = {
  instruction: ({items}, view) => rarerWords(view.host).orderHow(items.length),

  inputs: ({items}, view) => lists(view.shuffled(items),
    items.map((_, place) => ({value: place, label: place + 1})), rarerWords(view.host).choosePlace, view),

  /** The items by place. */
  read: ({items}, form) => items.map((_, place) => items.find(({id}) => form.get(id) === String(place))?.id ?? ''),

  problems({items}, form, {shuffled, host}) {
    const say = rarerWords(host)
    const places = items.map(({id}) => form.get(id))
    return problemsIn(shuffled(items), item => {
      const place = form.get(item.id)
      if (!place) return say.orderError(nameOf(item))
      return places.filter(each => each === place).length > 1 ? say.placeError(nameOf(item)) : undefined
    })
  },

  isRight: isRightOther,

  answered({items}, given, {host, context}, mark) {
    const say = rarerWords(host)
    return html`<ol class="answers numbered">${items.map((item, place) => {
      const yours = given.indexOf(item.id)
      const isHere = yours === place
      return html`<li>
        ${mark(isHere, isHere ? say.placeRight(place + 1) : say.placeWrong(place + 1, yours + 1))}
        <div class="words">${renderInlines(item.content, context)}</div>
      </li>`
    })}</ol>`
  },
}
