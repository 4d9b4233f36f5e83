import {html, type TemplateResult} from 'lit'
import {asLine, asText, type SnapshotItem} from '../../../model/canvas/items.js'
import {snapshotOf} from '../../../model/canvas/spread.js'
import {snapshotFor} from '../../../model/canvas/view.js'
import {monthsLater} from '../../../model/formats/days.js'
import {table} from '../../shared/document/table.js'
import type {Desk} from '../desk/desk.js'
import {dateField, dayProblems, textArea, textField, typed, typedDay} from '../parts/fields.js'
import {CanvasScreen} from './screen.js'

/** How long until the next review is suggested; our own choice, and the team's to change. */
const REVIEW_MONTHS = 6

/**
 * Takes a dated snapshot of what the team agreed. It is never changed afterwards.
 *
 * @tag dsg-canvas-snapshot
 */
export class DsgCanvasSnapshot extends CanvasScreen {
  protected override renderScreen({state, assessment, today, go}: Desk): unknown {
    const words = this.words.snapshot
    if (!assessment) return this.top(words.title)
    const agreed = state.agreements.get(assessment.assessment)
    const missing = state.factors.filter(({id}) => !agreed?.has(id)).length
    const taken = snapshotFor(state, assessment.assessment)
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.intro}</p>
      ${taken ? html`<div class="callout local">
        <p>${words.takenBefore(taken.name, this.date(taken.date))}</p>
        ${this.linkButton(words.correct, () => go({screen: 'correction', about: taken.id}))}
      </div>` : ''}
      ${missing ? html`<div class="callout warning" role="note">
        <strong class="callout-label">${this.say.callouts.warning}</strong>
        <p>${words.missing(missing, state.factors.length)}</p></div>` : ''}
      <details>
        <summary>${words.what}</summary>
        <div class="details-text">${this.#table(snapshotOf(state, assessment.assessment, {name: '', date: today}))}</div>
      </details>
      <form novalidate @submit=${this.#take}>
        ${textField({...this.field('name'), label: words.name, value: assessment.name})}
        ${dateField({...this.field('date'), label: words.date, value: today}, this.words.date)}
        ${textArea({id: 'changed', label: words.changed, hint: words.changedHint})}
        ${textArea({id: 'did', label: words.did})}
        ${textArea({id: 'learned', label: words.learned})}
        ${dateField({
          ...this.field('review'), label: words.review, hint: words.reviewHint(REVIEW_MONTHS),
          value: monthsLater(today, REVIEW_MONTHS),
        }, this.words.date)}
        <button>${words.save}</button>
      </form>`
  }

  #table({factors}: Pick<SnapshotItem, 'factors'>): TemplateResult {
    return table([this.words.factor, this.words.levelHead, this.words.why].map(words => ({heading: words, words})),
      factors.map(factor => [
        this.named(factor), this.ratingWords(factor.rating, factor.levels), factor.note ?? this.words.views.nothing,
      ]),
      {caption: this.words.snapshot.what, hasRowHeadings: true})
  }

  #take = (event: SubmitEvent) => {
    event.preventDefault()
    const words = this.words.snapshot
    const {state, assessment, say, go} = this.desk
    const form = new FormData(event.target as HTMLFormElement)
    const name = asLine(typed(form, 'name'))
    const [day, review] = [typedDay(form, 'date'), typedDay(form, 'review')]
    const isInOrder = this.isInOrder([
      ...(name ? [] : [{id: 'name', message: words.nameError}]),
      ...dayProblems(form, 'date', words.dateError, this.words.date, {isNeeded: true}),
      ...dayProblems(form, 'review', words.reviewError, this.words.date),
      ...(review && day && review <= day ? [{id: 'review', message: words.reviewOrderError}] : []),
    ])
    if (!isInOrder || !day || !assessment) return
    const notes = Object.fromEntries((['changed', 'did', 'learned'] as const)
      .map(part => [part, asText(typed(form, part))]).filter(([, text]) => text))
    say([snapshotOf(state, assessment.assessment, {
      name, date: day, ...(Object.keys(notes).length && {notes}), ...(review && {nextReview: review}),
    })], {words: words.taken(name)})
    go({screen: 'profile'})
  }
}
