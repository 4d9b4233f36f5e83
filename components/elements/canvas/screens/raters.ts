import {html, nothing, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {canvasFileName, canvasFileText} from '../../../model/canvas/file.js'
import type {CanvasFile} from '../../../model/canvas/items.js'
import {isSameSeries, ratingsFrom, removing} from '../../../model/canvas/merge.js'
import type {RatingSet} from '../../../model/canvas/state.js'
import {fileForRaters, ratedIn, removedRaters, setsOf} from '../../../model/canvas/view.js'
import {heading} from '../../shared/document/heading.js'
import {saveFile} from '../../shared/page/save-file.js'
import {table} from '../../shared/document/table.js'
import type {Desk} from '../desk/desk.js'
import {fileField} from '../parts/fields.js'
import {readFiles} from '../parts/read-files.js'
import {CanvasScreen} from './screen.js'

/**
 * Several raters: a file for each to rate alone, and their files brought in again. Bringing one in twice changes nothing.
 *
 * @tag dsg-canvas-raters
 */
export class DsgCanvasRaters extends CanvasScreen {
  @state() private fileProblems: readonly string[] = []

  protected override renderScreen({state, assessment, go}: Desk): unknown {
    const words = this.words.raters
    const sets = setsOf(state, assessment?.assessment)
    return html`
      ${this.top(words.title)}
      ${heading(this.headingLevel + 1, words.out, {size: 'm'})}
      <div class="prose">
        <p>${words.outHint}</p>
        <p><button class="secondary" type="button" @click=${this.#makeFile}>${words.make}</button></p>
      </div>
      ${heading(this.headingLevel + 1, words.in, {size: 'm'})}
      <div class="narrow">${fileField({
        id: 'files', label: words.choose, hint: words.chooseHint, isMany: true, problems: this.fileProblems,
        chosen: files => this.#bring(files),
      })}</div>
      ${heading(this.headingLevel + 1, words.raters, {id: 'raters', size: 'm', focusable: true})}
      ${sets.length ? this.#table(sets) : html`<p>${words.none}</p>`}
      ${this.#removed()}
      ${sets.length ? html`<button type="button" @click=${() => go({screen: 'agree'})}>${words.views}</button>` : nothing}`
  }

  /** Raters who were removed, each with a button to put them back: bringing their file in again does not do that. */
  #removed(): unknown {
    const {file, assessment, say} = this.desk
    const words = this.words.raters
    const removed = removedRaters(file, assessment?.assessment)
    if (!removed.length) return nothing
    return html`<p>${words.removedRaters}</p><ul>${removed.map(({id, at, ...rater}) => html`<li>${rater.label}
      ${this.linkButton(words.putBack, () => say([rater], {words: words.putBackDone(rater.label)}), {of: rater.label})}
    </li>`)}</ul>`
  }

  #table(sets: readonly RatingSet[]): TemplateResult {
    const words = this.words.raters
    const {state} = this.desk
    return table([words.rater, words.partner, words.rated, words.date, words.actions].map(words => ({heading: words, words})),
      sets.map(set => [
        set.label, set.partner?.name ?? words.noPartner, words.ratedOf(ratedIn(state, set), state.factors.length),
        this.date(set.date), this.linkButton(this.words.remove, () => this.#remove(set), {of: set.label}),
      ]), {caption: words.raters, hasRowHeadings: true})
  }

  #makeFile = () => {
    const {file, now, took} = this.desk
    const name = canvasFileName(now()).replace('canvas', 'canvas-for-raters')
    saveFile(name, 'application/json', canvasFileText(fileForRaters(file)))
    took(name)
  }

  async #bring(files: readonly File[]): Promise<void> {
    const words = this.words.raters
    const before = this.#answers()
    const problems: string[] = []
    for (const read of await readFiles(files)) {
      const found = 'problems' in read ? read.problems : this.#take(read.file)
      problems.push(...found.map(problem => words.refused(read.name, problem)))
    }
    this.fileProblems = problems
    const after = this.#answers()
    if (problems.length < files.length) this.desk.tell(words.brought(after.sets - before.sets, after.ratings - before.ratings))
  }

  /** A file of this series merges; one of a rater who began alone gives its ratings to this assessment. */
  #take(file: CanvasFile): string[] {
    const {bring, file: ours, assessment, canvas} = this.desk
    if (isSameSeries(file, ours) || !assessment) return bring(file)
    if (file.canvas !== ours.canvas) return [this.words.raters.otherCanvas(file.canvas, canvas.title)]
    const items = ratingsFrom(file, assessment.assessment)
    return items.length ? bring({...ours, items}) : [this.words.raters.noRatings]
  }

  #answers(): {sets: number; ratings: number} {
    const sets = setsOf(this.desk.state, this.desk.assessment?.assessment)
    return {sets: sets.length, ratings: sets.reduce((sum, {ratings}) => sum + ratings.size, 0)}
  }

  #remove(set: RatingSet): void {
    const item = this.desk.file.items.filter(each => each.type === 'rater' && each.set === set.id).at(-1)
    if (item?.type === 'rater') this.desk.say([removing(item)], {words: this.words.removed(set.label), canUndo: true})
  }
}
