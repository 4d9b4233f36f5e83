import {html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {historyOf} from '../../../model/canvas/compare.js'
import type {SnapshotItem} from '../../../model/canvas/items.js'
import {factorNames} from '../../../model/canvas/plan.js'
import {heading} from '../../shared/document/heading.js'
import {table} from '../../shared/document/table.js'
import {notesOf} from '../parts/change-view.js'
import {chartStyles, historyChart, legend} from '../parts/charts.js'
import type {Desk} from '../desk/desk.js'
import {selectField, typed} from '../parts/fields.js'
import {CanvasScreen} from './screen.js'

/**
 * One factor over time, as a chart and as a table that says the same; and all snapshots with what the team wrote beside them.
 *
 * @tag dsg-canvas-history
 * @csspart chart - the chart
 * @csspart table - the table with the same figures
 */
export class DsgCanvasHistory extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, chartStyles]

  /** Id of the factor; the first until someone chose. */
  @state() private chosen?: string

  protected override renderScreen({state}: Desk): unknown {
    const words = this.words.history
    if (!state.allSnapshots.length) return html`${this.top(words.title)}<p class="prose">${words.none}</p>`
    const ids = [...new Set([...state.snapshots].reverse().flatMap(({factors}) => factors.map(({factor}) => factor)))]
    const names = factorNames(state, this.words.gone)
    const factor = ids.find(id => id === this.chosen) ?? ids[0]!
    return html`
      ${this.top(words.title)}
      <form novalidate @submit=${this.#choose}>
        ${selectField({id: 'factor', label: words.factor, value: factor},
          ids.map(value => ({value, label: names.get(value) ?? value})))}
        <button class="secondary">${words.show}</button>
      </form>
      ${this.#factor(factor, names.get(factor) ?? factor)}
      ${heading(this.headingLevel + 1, words.snapshots, {size: 'l'})}
      ${[...state.allSnapshots].reverse().map(snapshot => this.#snapshot(snapshot))}`
  }

  #factor(id: string, name: string): TemplateResult {
    const words = this.words.history
    const points = historyOf(id, this.desk.state)
    return html`<section>
      ${heading(this.headingLevel + 1, name, {size: 'm'})}
      ${legend([
        {mark: 'now', words: words.level},
        ...(points.some(({textChanged}) => textChanged) ? [{mark: 'changed', words: words.levelChanged} as const] : []),
      ])}
      <div part="chart">${historyChart(points.map(({factor: {rating}, textChanged}) => ({rating, textChanged})))}</div>
      ${table([words.snapshot, words.date, this.words.levelHead, this.words.why].map(words => ({heading: words, words})),
        points.map(({snapshot, factor, textChanged}, i) => [
          `${i + 1}. ${snapshot.name}`, this.date(snapshot.date),
          html`${this.ratingWords(factor.rating, factor.levels)}
            ${textChanged ? html`<div class="facts">${this.words.compare.textChanged}</div>` : nothing}`,
          factor.note ? html`<span class="typed">${factor.note}</span>` : this.words.views.nothing,
        ]), {caption: words.caption(name), hasRowHeadings: true, part: 'table'})}
    </section>`
  }

  #snapshot(snapshot: SnapshotItem): TemplateResult {
    const words = this.words.history
    const {corrected} = this.desk.state
    const newer = corrected.get(snapshot.id)
    return html`<section>
      ${heading(this.headingLevel + 2, words.named(snapshot.name, this.date(snapshot.date)), {size: 'm'})}
      ${newer ? html`<p><strong class="tag attention">${words.corrected}</strong>
        ${words.correctedBy(newer.corrects!.why)}</p>` : nothing}
      ${snapshot.corrects ? html`<p class="prose typed">${words.because(snapshot.corrects.why)}</p>` : nothing}
      ${newer ? nothing : notesOf(snapshot, this.words, this.headingLevel + 3)}
      ${snapshot.nextReview && !newer ? html`<p>${words.nextReview(this.date(snapshot.nextReview))}</p>` : nothing}
      ${newer ? nothing : this.linkButton(words.correct, () => this.desk.go({screen: 'correction', about: snapshot.id}),
        {of: words.named(snapshot.name, this.date(snapshot.date))})}
    </section>`
  }

  #choose = (event: SubmitEvent) => {
    event.preventDefault()
    this.chosen = typed(new FormData(event.target as HTMLFormElement), 'factor')
  }
}
