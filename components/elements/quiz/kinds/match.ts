import {html, nothing} from 'lit'
import {plainText} from '../../../model/guide/document.js'
import type {MatchQuestion} from '../../../model/guide/question.js'
import {isRightOther} from '../../../model/record/right-other.js'
import {renderInlines} from '../../shared/document/render-document.js'
import {rarerWords} from '../words/rarer.strings.js'
import type {AnsweredKind} from './kind.js'
import {lists, nameOf, problemsIn} from './fields.js'

/** A partner chosen from a list for each item; nothing to drag. */
export const match: AnsweredKind<MatchQuestion> = {
  instruction: (_question, view) => rarerWords(view.host).matchHow,

  inputs({pairs}, view) {
    const rights = view.shuffled(pairs).map(({right}) => ({value: right.id, label: plainText(right.content)}))
    return lists(pairs.map(({left}) => left), rights, rarerWords(view.host).chooseMatch, view)
  },

  read({pairs}, form) {
    return pairs.map(({left}) => String(form.get(left.id) ?? ''))
  },

  problems: ({pairs}, form, {host}) => problemsIn(pairs.map(({left}) => left), item =>
    form.get(item.id) ? undefined : rarerWords(host).matchError(nameOf(item))),

  isRight: isRightOther,

  answered({pairs}, given, {context, host}, mark) {
    const say = rarerWords(host)
    return html`<ul class="answers">${pairs.map(({left, right}, i) => {
      const isMatched = given[i] === right.id
      const yours = pairs.find(pair => pair.right.id === given[i])?.right
      return html`<li>
        ${mark(isMatched)}
        <div class="words">${renderInlines(left.content, context)}</div>
        ${!isMatched && yours ? html`<div>${say.youChose} ${renderInlines(yours.content, context)}</div>` : nothing}
        <div>${say.goesWith} ${renderInlines(right.content, context)}</div>
      </li>`
    })}</ul>`
  },
}
