import {html, nothing, type CSSResultGroup} from 'lit'
import {state} from 'lit/decorators.js'
import {compareSnapshots, type FactorChange} from '../../../model/canvas/compare.js'
import type {SnapshotItem} from '../../../model/canvas/items.js'
import {changeChart, chartStyles, legend} from '../parts/charts.js'
import type {Desk} from '../desk/desk.js'
import {changeTable, changeText, notesOf} from '../parts/change-view.js'
import {selectField, typed} from '../parts/fields.js'
import {CanvasScreen} from './screen.js'

/**
 * Any two snapshots: what moved, as a chart and as a table that says the same, and where the words had changed between.
 *
 * @tag dsg-canvas-compare
 * @csspart chart - the chart
 * @csspart table - the table with the same figures
 */
export class DsgCanvasCompare extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, chartStyles]

  /** Ids of the two; the last two until someone chose. */
  @state() private chosen?: {from: string; to: string}

  protected override renderScreen({state: {snapshots}}: Desk): unknown {
    const words = this.words.compare
    if (snapshots.length < 2) return html`${this.top(words.title)}<p class="prose">${words.tooFew}</p>`
    const byId = (id: string | undefined) => snapshots.find(snapshot => snapshot.id === id)
    const from = byId(this.chosen?.from) ?? snapshots.at(-2)!
    const to = byId(this.chosen?.to) ?? snapshots.at(-1)!
    const choices = snapshots.map(({id, name, date}) => ({value: id, label: words.named(name, this.date(date))}))
    return html`
      ${this.top(words.title)}
      <form novalidate @submit=${this.#choose}>
        ${selectField({id: 'from', label: words.from, value: from.id}, choices)}
        ${selectField({...this.field('to'), label: words.to, value: to.id}, choices)}
        <button class="secondary">${words.show}</button>
      </form>
      ${this.#comparison(from, to)}`
  }

  #comparison(from: SnapshotItem, to: SnapshotItem): unknown {
    const words = this.words.compare
    const changes = compareSnapshots(from, to)
    const count = (change: FactorChange['change']) => changes.filter(each => each.change === change).length
    return html`
      <p aria-live="polite" class="prose">${words.summary(count('up'), count('down'), count('same'))}
        ${changes.some(({textChanged}) => textChanged) ? words.someTextChanged : nothing}</p>
      ${legend([{mark: 'from', words: words.at(this.date(from.date))}, {mark: 'now', words: words.at(this.date(to.date))}])}
      <div part="chart">${changeChart(changes.map(change => ({
        label: this.named(change), from: change.from?.rating, to: change.to?.rating, words: changeText(change, this.words),
      })))}</div>
      ${changeTable(changes, from, to, this.words, iso => this.date(iso), this.named)}
      ${notesOf(to, this.words, this.headingLevel + 1)}`
  }

  #choose = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const [from, to] = [typed(form, 'from'), typed(form, 'to')]
    if (this.isInOrder(from === to ? [{id: 'to', message: this.words.compare.sameError}] : [])) this.chosen = {from, to}
  }
}
