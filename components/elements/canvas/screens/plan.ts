import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {canvasFileName} from '../../../model/canvas/file.js'
import type {ActionItem} from '../../../model/canvas/items.js'
import {removing} from '../../../model/canvas/merge.js'
import {calendarFile, planOf, type PlannedAction} from '../../../model/canvas/plan.js'
import {saveFile} from '../../shared/page/save-file.js'
import {table} from '../../shared/document/table.js'
import type {Desk} from '../desk/desk.js'
import {CanvasScreen} from './screen.js'

/**
 * The plan on one page: every action by its day, with who owns it and the module that helps; and a calendar file.
 *
 * @tag dsg-canvas-plan
 * @csspart plan - the table of actions
 */
export class DsgCanvasPlan extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, css`
    .tag { white-space: normal }
  `]

  protected override renderScreen({state, today, go}: Desk): unknown {
    const words = this.words.plan
    const plan = planOf(state, today, this.words.gone)
    const isDated = plan.some(({action, isOpen}) => isOpen && action.due)
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.intro}</p>
      ${plan.length ? this.#table(plan) : html`<p>${words.none}</p>`}
      <div class="button-row">
        <button type="button" @click=${() => go({screen: 'action'})}>${words.add}</button>
        ${isDated ? html`<button class="secondary" type="button" @click=${this.#calendar}>${words.calendar}</button>` : nothing}
      </div>
      ${isDated ? html`<p class="hint prose">${words.calendarHint}</p>` : nothing}`
  }

  #table(plan: readonly PlannedAction[]): TemplateResult {
    const {columns} = this.words.plan
    const heads = [columns.what, columns.due, columns.owner, columns.status, columns.factor, columns.learn, columns.change]
    return table(heads.map(words => ({heading: words, words})), plan.map(({action, factor, isLate}) => [
      html`<span class="typed">${action.what}</span>`,
      action.due ? this.date(action.due) : this.words.plan.noDate,
      action.owner,
      this.#status(action, isLate),
      factor, this.#module(action), this.#buttons(action),
    ]), {caption: this.words.plan.title, hasRowHeadings: true, part: 'plan'})
  }

  #status({status}: ActionItem, isLate: boolean): TemplateResult {
    const kind = isLate ? 'attention' : {done: 'done', 'in-progress': 'active', 'not-started': '', stopped: ''}[status]
    const words = this.words.statuses[status]
    return html`<strong class="tag ${kind}">${isLate ? this.words.plan.late(words) : words}</strong>`
  }

  #module({learn}: ActionItem): unknown {
    if (!learn) return this.words.plan.noModule
    const module = this.desk.guide.manifest.modules.find(({id}) => id === learn)
    if (!module) return this.words.plan.goneModule(learn)
    return html`<a href=${this.href({view: 'module', module: learn})}>${module.title}</a>`
  }

  #buttons(action: ActionItem): TemplateResult {
    const {say, go} = this.desk
    const of = action.what
    return html`<span class="row-buttons">
      ${this.linkButton(this.words.change, () => go({screen: 'action', about: action.action}), {of})}
      ${this.linkButton(this.words.remove, () => say([removing(action)], {words: this.words.removed(of), canUndo: true}), {of})}
    </span>`
  }

  #calendar = () => {
    const {state, now, took} = this.desk
    const name = canvasFileName(now(), 'ics')
    saveFile(name, 'text/calendar', calendarFile(state, now()))
    took(name)
  }
}
