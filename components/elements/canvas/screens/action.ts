import {html} from 'lit'
import {ACTION_STATUSES, asLine, asText} from '../../../model/canvas/items.js'
import type {ActionItem} from '../../../model/canvas/items.js'
import {factorNames} from '../../../model/canvas/plan.js'
import {newId} from '../../../state/log/ids.js'
import type {Desk} from '../desk/desk.js'
import {dateField, dayProblems, radios, selectField, textArea, textField, typed, typedDay} from '../parts/fields.js'
import {CanvasScreen} from './screen.js'

/**
 * One action: what, who owns it, by when, how it stands, and the module that helps. About an action it changes that one;
 * about a factor it begins a new one for it.
 *
 * @tag dsg-canvas-action
 */
export class DsgCanvasAction extends CanvasScreen {
  protected override renderScreen({state}: Desk): unknown {
    const words = this.words.plan
    const known = this.#known
    const factors = new Map(state.factors.map(({id, name}) => [id, name]))
    // An action may be about a factor that is not used any more: it stays in the list, so that saving does not change it.
    if (known && !factors.has(known.factor)) {
      factors.set(known.factor, factorNames(state, this.words.gone).get(known.factor) ?? known.factor)
    }
    return html`
      ${this.top(known ? words.changeTitle : words.addTitle, {back: {screen: 'plan'}, backTo: words.back})}
      <form novalidate @submit=${this.#save}>
        ${textArea({...this.field('what'), label: words.what, hint: words.whatHint, value: known?.what}, 2)}
        ${selectField({id: 'factor', label: words.factor, value: known?.factor ?? this.about},
          [...factors].map(([value, label]) => ({value, label})))}
        ${textField({...this.field('owner'), label: words.owner, hint: words.ownerHint, value: known?.owner})}
        ${dateField({...this.field('due'), label: words.due, hint: words.dueHint, value: known?.due}, this.words.date)}
        ${radios({id: 'status', label: words.status, value: known?.status ?? 'not-started'},
          ACTION_STATUSES.map(value => ({value, label: this.words.statuses[value]})))}
        ${selectField({id: 'learn', label: words.learn, hint: words.learnHint, value: known?.learn}, this.#modules)}
        <button>${words.save}</button>
      </form>`
  }

  get #known(): ActionItem | undefined {
    return this.desk.state.actions.find(({action}) => action === this.about)
  }

  /** Those that the factors name first, then the rest of the guide. */
  get #modules() {
    const modules = this.desk.guide.manifest.modules
    const {factors} = this.desk.state
    const about = factors.filter(({id}) => id === (this.#known?.factor ?? this.about))
    const helpful = new Set((about.length ? about : factors).flatMap(({learn}) => learn))
    const inOrder = [...modules.filter(({id}) => helpful.has(id)), ...modules.filter(({id}) => !helpful.has(id))]
    const known = this.#known?.learn
    return [
      {value: '', label: this.words.plan.noModule},
      ...inOrder.map(({id, title}) => ({value: id, label: title})),
      ...(known && !modules.some(({id}) => id === known) ? [{value: known, label: this.words.plan.goneModule(known)}] : []),
    ]
  }

  #save = (event: SubmitEvent) => {
    event.preventDefault()
    const words = this.words.plan
    const form = new FormData(event.target as HTMLFormElement)
    const [what, owner] = [asText(typed(form, 'what')), asLine(typed(form, 'owner'))]
    const day = typedDay(form, 'due')
    const isInOrder = this.isInOrder([
      ...(what ? [] : [{id: 'what', message: words.whatError}]),
      ...(owner ? [] : [{id: 'owner', message: words.ownerError}]),
      ...dayProblems(form, 'due', words.dueError, this.words.date),
    ])
    if (!isInOrder) return
    const learn = typed(form, 'learn')
    this.desk.say([{
      type: 'action', action: this.#known?.action ?? newId(), factor: typed(form, 'factor'), what, owner, ...(day && {due: day}),
      status: ACTION_STATUSES.find(status => status === form.get('status')) ?? 'not-started', ...(learn && {learn}),
    }], {words: words.saved})
    this.desk.go({screen: 'plan'})
  }
}
