import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {latestSnapshot} from '../../../model/canvas/state.js'
import {planOf} from '../../../model/canvas/plan.js'
import {agreedIn, ratedIn, setsOf, snapshotFor} from '../../../model/canvas/view.js'
import {heading} from '../../shared/document/heading.js'
import {sourceLink} from '../../shared/document/source-link.js'
import type {Desk} from '../desk/desk.js'
import type {CanvasPlace, Screen} from '../desk/place.js'
import {fileField} from '../parts/fields.js'
import {readFiles} from '../parts/read-files.js'
import {CanvasScreen} from './screen.js'

interface Task { place: CanvasPlace; words: {name: string; hint: string}; tag?: string; kind?: 'done' | 'active' | 'attention' }

/**
 * The canvas's first screen: where to begin, and then the list of tasks with what is done of each.
 *
 * @tag dsg-canvas-home
 * @csspart tasks - the tasks of one step
 */
export class DsgCanvasHome extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, css`
    .tasks { max-width: 44em; margin: 0 0 1.6em; padding: 0; list-style: none; border-block-end: 1px solid var(--_dsg-border) }
    .tasks > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1em 1em; align-items: start }
    .tasks > li { margin: 0; padding: .7em 0; border-block-start: 1px solid var(--_dsg-border) }
    .tasks .link-button { margin: 0 }
    .tasks p { grid-column: 1; margin: 0 }
    .tasks .tag { grid-column: 2; grid-row: 1 / span 2 }
    @container (max-width: 26em) {
      .tasks > li { grid-template-columns: minmax(0, 1fr) }
      .tasks .tag { grid-column: 1; grid-row: auto; justify-self: start; white-space: normal }
    }
  `]

  @state() private fileProblems: readonly string[] = []

  protected override renderScreen(desk: Desk): unknown {
    return desk.assessment ? this.#tasks(desk) : this.#start(desk)
  }

  #start({canvas, go}: Desk): TemplateResult {
    const words = this.words.home
    return html`
      ${heading(this.headingLevel, canvas.title, {id: 'title', size: 'xl', focusable: true})}
      <div class="prose">
        <p>${words.intro(canvas.factors.length)}</p>
        <p>${words.together}</p>
        <p>${words.yours}</p>
      </div>
      <p><button type="button" @click=${() => go({screen: 'set-up'})}>${words.begin}</button></p>
      ${heading(this.headingLevel + 1, words.haveFile, {size: 'm'})}
      <div class="narrow">${fileField({
        id: 'file', label: words.chooseFile, hint: words.chooseFileHint, problems: this.fileProblems,
        chosen: files => this.#bring(files),
      })}</div>
      ${this.#basis(canvas)}`
  }

  #tasks(desk: Desk): TemplateResult {
    const {canvas, state: {title, partners, factors}, assessment} = desk
    const words = this.words.home
    return html`
      ${heading(this.headingLevel, title, {id: 'title', size: 'xl', focusable: true})}
      <p class="lede">${words.about(assessment!.name, this.date(assessment!.date), partners.length, factors.length)}</p>
      ${this.#next(desk)}
      ${this.#steps(desk).map(({name, tasks}) => html`
        ${heading(this.headingLevel + 1, name, {size: 'm'})}
        <ul class="tasks" role="list" part="tasks">${tasks.map(task => this.#task(task))}</ul>`)}
      ${this.#basis(canvas)}`
  }

  /** After a snapshot: when to come back, and how to begin again. */
  #next({state, assessment, today, go}: Desk): unknown {
    const taken = snapshotFor(state, assessment!.assessment)
    if (!taken) return nothing
    const words = this.words.home
    return html`<div class="callout local">
      <p>${words.taken(this.date(taken.date))}
        ${taken.nextReview
          ? (taken.nextReview <= today ? words.reviewDue : words.reviewOn)(this.date(taken.nextReview)) : nothing}</p>
      <button class="secondary" type="button" @click=${() => go({screen: 'set-up', about: 'next'})}>${words.again}</button>
    </div>`
  }

  #steps(desk: Desk): {name: string; tasks: Task[]}[] {
    const {state, assessment, store} = desk
    const {steps, tags, tasks} = this.words.home
    const sets = setsOf(state, assessment!.assessment)
    const rated = sets.reduce((most, set) => Math.max(most, ratedIn(state, set)), 0)
    const agreed = agreedIn(state, assessment!.assessment)
    const open = planOf(state, desk.today).filter(({isOpen}) => isOpen)
    const late = open.filter(({isLate}) => isLate).length
    const of = state.factors.length
    const taken = snapshotFor(state, assessment!.assessment)
    const task = (screen: Screen, tag?: string, kind?: Task['kind']): Task => ({
      place: {screen}, words: tasks[screen as keyof typeof tasks], tag, kind,
    })
    const share = (done: number): Task['kind'] => done === of && of > 0 ? 'done' : done ? 'active' : undefined
    return [
      {name: steps.prepare, tasks: [
        task('set-up', tags.done, 'done'),
        task('factors', tags.factors(of)),
      ]},
      {name: steps.rate, tasks: [
        task('rate', sets.length ? tags.rated(rated, of) : tags.notStarted, share(rated)),
        task('raters', tags.raters(sets.length)),
      ]},
      {name: steps.agree, tasks: [
        task('agree', agreed ? tags.agreed(agreed, of) : tags.notStarted, share(agreed)),
        task('plan', late ? tags.late(late) : tags.open(open.length), late ? 'attention' : undefined),
        task('snapshot', taken ? tags.done : tags.notStarted, taken && 'done'),
      ]},
      {name: steps.review, tasks: [
        task('profile', latestSnapshot(state) ? undefined : tags.afterSnapshot),
        task('history', tags.snapshots(state.snapshots.length)),
        task('compare', state.snapshots.length < 2 ? tags.afterTwo : undefined),
        task('report'),
        task('places'),
      ]},
      {name: steps.own, tasks: [task('own', this.words.saving.tags[store.saving], store.saving === 'saved' ? 'done' : 'attention')]},
    ]
  }

  #task({place, words, tag, kind}: Task): TemplateResult {
    return html`<li>
      ${this.linkButton(words.name, () => this.desk.go(place))}
      <p class="facts">${words.hint}</p>
      ${tag ? html`<strong class="tag ${kind ?? ''}">${tag}</strong>` : nothing}
    </li>`
  }

  #basis({basis, publisher, sources}: Desk['canvas']): unknown {
    if (!basis && !publisher && !sources.length) return nothing
    return html`<details>
      <summary>${this.words.home.basis}</summary>
      <div class="details-text">
        ${basis ? html`<p>${basis}</p>` : nothing}
        <ul>${sources.map(source => html`<li>${sourceLink(source)}</li>`)}</ul>
        ${publisher ? html`<p>${this.words.home.publishedBy(publisher)}</p>` : nothing}
      </div>
    </details>`
  }

  async #bring(files: readonly File[]): Promise<void> {
    const [read] = await readFiles(files.slice(0, 1))
    if (!read) return
    this.fileProblems = 'problems' in read ? read.problems : this.desk.bring(read.file)
    if (!this.fileProblems.length) this.desk.go({screen: 'home'})
  }
}
