import {html} from 'lit'
import {LEVELS} from '../../../model/guide/canvas.js'
import {asText, type FactorRating, type SnapshotFactor, type SnapshotItem} from '../../../model/canvas/items.js'
import {correctionOf} from '../../../model/canvas/view.js'
import type {Desk} from '../desk/desk.js'
import {selectField, textArea, typed} from '../parts/fields.js'
import {ratingFrom} from '../parts/rating-text.js'
import {CanvasScreen} from './screen.js'

/**
 * Corrects a snapshot by a new one that says why. The old one stays, marked as corrected.
 *
 * @tag dsg-canvas-correction
 */
export class DsgCanvasCorrection extends CanvasScreen {
  protected override renderScreen(_desk: Desk): unknown {
    const words = this.words.correction
    const snapshot = this.#snapshot
    return html`
      ${this.top(words.title, {
        back: {screen: 'history'}, backTo: words.back, caption: snapshot && words.of(snapshot.name, this.date(snapshot.date)),
      })}
      <p class="prose">${words.intro}</p>
      ${snapshot ? html`<form novalidate @submit=${(event: SubmitEvent) => this.#save(event, snapshot)}>
        ${snapshot.factors.map(factor => selectField({
          ...this.field(`rating-${factor.factor}`), label: this.named(factor), value: String(factor.rating),
        }, this.#choices(factor)))}
        ${textArea({...this.field('why'), label: words.why, hint: words.whyHint})}
        <button>${words.save}</button>
      </form>` : ''}`
  }

  get #snapshot(): SnapshotItem | undefined {
    return this.desk.state.snapshots.find(({id}) => id === this.about)
  }

  #choices({levels}: SnapshotFactor) {
    return ([...LEVELS, 'not-assessed', 'does-not-apply'] as const)
      .map(rating => ({value: String(rating), label: this.ratingWords(rating, levels)}))
  }

  #save(event: SubmitEvent, snapshot: SnapshotItem): void {
    event.preventDefault()
    const words = this.words.correction
    const form = new FormData(event.target as HTMLFormElement)
    const why = asText(typed(form, 'why'))
    const ratings = new Map(snapshot.factors.flatMap(({factor}): [string, FactorRating][] => {
      const rating = ratingFrom(form.get(`rating-${factor}`))
      return rating === undefined ? [] : [[factor, rating]]
    }))
    const isSame = snapshot.factors.every(({factor, rating}) => ratings.get(factor) === rating)
    const isInOrder = this.isInOrder([
      ...(isSame ? [{id: `rating-${snapshot.factors[0]?.factor}`, message: words.sameError}] : []),
      ...(why ? [] : [{id: 'why', message: words.whyError}]),
    ])
    if (!isInOrder) return
    this.desk.say([correctionOf(snapshot, ratings, why)], {words: words.saved})
    this.desk.go({screen: 'history'})
  }
}
