import {html, nothing, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {profileOf, sideBySide, sideBySideProblems, type SideBySide} from '../../../model/canvas/compare.js'
import type {CanvasFile} from '../../../model/canvas/items.js'
import {asInSnapshot} from '../../../model/canvas/plan.js'
import {canvasState, type CanvasState} from '../../../model/canvas/state.js'
import {heading} from '../../shared/document/heading.js'
import {table} from '../../shared/document/table.js'
import type {Desk} from '../desk/desk.js'
import {fileField} from '../parts/fields.js'
import {readFiles} from '../parts/read-files.js'
import {CanvasScreen} from './screen.js'

/**
 * The latest snapshots of several organisations side by side, by factor. Nobody is ranked; the files are only looked at, and
 * never become part of this canvas.
 *
 * @tag dsg-canvas-places
 * @csspart table - the places side by side, one group of factors
 */
export class DsgCanvasPlaces extends CanvasScreen {
  @state() private files: readonly CanvasFile[] = []
  @state() private fileProblems: readonly string[] = []

  protected override renderScreen(desk: Desk): unknown {
    const words = this.words.places
    const places = this.#places(desk)
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.intro}</p>
      <div class="narrow">${fileField({
        id: 'files', label: words.choose, hint: words.chooseHint, isMany: true, problems: this.fileProblems,
        chosen: files => this.#add(files),
      })}</div>
      <div aria-live="polite">${this.files.length ? html`<p>${words.count(places.length)}</p>` : nothing}</div>
      ${this.files.length ? html`
        <ul>${this.files.map((file, i) => html`<li>${canvasState(desk.canvas, file).title}
          ${this.linkButton(words.leaveOut, () => this.#remove(file), {of: words.place(i + 1)})}</li>`)}</ul>
        ${this.#sideBySide(sideBySide(places), asInSnapshot({
          gone: places.flatMap(({gone}) => gone), unused: places.flatMap(({unused}) => unused),
        }, this.words.gone))}` : nothing}`
  }

  /** This canvas first, once it has a snapshot; the others as they were chosen. */
  #places({state, canvas}: Desk): CanvasState[] {
    return [...(state.snapshots.length ? [state] : []), ...this.files.map(file => canvasState(canvas, file))]
  }

  #sideBySide({places, rows}: SideBySide, named: typeof this.named): unknown {
    const words = this.words.places
    const heads = places.map(({title, snapshot}) => ({
      heading: html`${title}<div class="facts">${snapshot ? this.date(snapshot.date) : words.noSnapshot}</div>`, words: title,
    }))
    const factorHead = {heading: this.words.factor, words: this.words.factor}
    return html`
      <p class="prose">${words.noRanking}</p>
      ${profileOf(rows).map(({group, factors}): TemplateResult => html`<section>
        ${heading(this.headingLevel + 1, group || this.words.profile.otherGroup, {size: 'm'})}
        ${table([factorHead, ...heads], factors.map(({factor, name, ratings, textDiffers}) => [
          html`${named({factor, name})}${textDiffers ? html`<div class="facts">${words.textDiffers}</div>` : nothing}`,
          ...ratings.map((rating, i) => rating === undefined ? words.notThere : this.ratingWords(rating,
            places[i]?.snapshot?.factors.find(each => each.factor === factor)?.levels)),
        ]), {caption: words.caption(group || this.words.profile.otherGroup), hasRowHeadings: true, part: 'table'})}
      </section>`)}`
  }

  async #add(files: readonly File[]): Promise<void> {
    const words = this.words.places
    const problems: string[] = []
    for (const read of await readFiles(files)) {
      const found = 'problems' in read ? read.problems : sideBySideProblems([this.desk.file, read.file])
      problems.push(...found.map(problem => this.words.raters.refused(read.name, problem)))
      if ('problems' in read || found.length) continue
      // The same place again, from a newer file: it takes the place of the older one.
      const others = this.files.filter(({id}) => id !== read.file.id)
      if (read.file.id === this.desk.file.id) problems.push(words.same(read.name))
      else this.files = others.length === this.files.length ? [...this.files, read.file]
        : this.files.map(each => each.id === read.file.id ? read.file : each)
    }
    this.fileProblems = problems
  }

  #remove(file: CanvasFile): void {
    this.files = this.files.filter(each => each !== file)
    this.focusNext('#title')
  }
}
