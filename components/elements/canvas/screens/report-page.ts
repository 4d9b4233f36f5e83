import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property} from 'lit/decorators.js'
import {compareSnapshots, type FactorChange} from '../../../model/canvas/compare.js'
import type {Level} from '../../../model/guide/canvas.js'
import type {FactorRating, SnapshotItem} from '../../../model/canvas/items.js'
import {planOf} from '../../../model/canvas/plan.js'
import {goneSpreads, snapshotOf, spreadByFactor, type FactorSpread} from '../../../model/canvas/spread.js'
import {isDisputed, reportSubject, setsOf, type ReportSubject} from '../../../model/canvas/view.js'
import {heading} from '../../shared/document/heading.js'
import {table} from '../../shared/document/table.js'
import {changeTable, notesOf} from '../parts/change-view.js'
import {chartStyles, legend, spreadChart} from '../parts/charts.js'
import type {Desk} from '../desk/desk.js'
import {profileStyles, profileView} from '../parts/profile-view.js'
import {CanvasScreen} from './screen.js'
import {viewsList} from '../parts/views.js'

/** More raters than this are counted on the first page and not named. */
const MANY = 12

/**
 * The report: in short, the profile, where raters differ, the actions, what changed, and the evidence. On screen, and on
 * paper without the page around it.
 *
 * @tag dsg-canvas-report-page
 * @csspart section - one section of the report
 */
export class DsgCanvasReportPage extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, chartStyles, profileStyles, css`
    .facts-list { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2em 1.5em; margin: 0 0 1.2em }
    .facts-list dt { font-weight: 700 }
    .facts-list dd { margin: 0 }
    .one-spread { max-width: 24em; margin-block-end: .6em }
    @container (max-width: 30em) {
      .facts-list { grid-template-columns: minmax(0, 1fr) }
      .facts-list dd { margin-block-end: .6em }
    }
    @media print {
      .dsg { font-size: 10.5pt; line-height: 1.35; color: #000 }
      section { margin-block-end: 1.2em }
      .keep { break-inside: avoid }
      .spreads { columns: 2; column-gap: 2em }
      /* A long table may go on on the next page: its rows stay whole and its head is repeated. */
      table { break-inside: auto; margin-block-end: 1em }
      .lead { break-after: avoid }
      th, td { padding-block: .3em; border-color: #888 }
      .chart .row { padding-block: .15em }
      .facts, .figures { color: #333 }
    }
  `]

  /** Leaves out what each rater said: with many raters it is most of the pages. */
  @property({type: Boolean, attribute: 'without-evidence'}) withoutEvidence = false

  protected override renderScreen(desk: Desk): unknown {
    const words = this.words.report
    const subject = reportSubject(desk.state)
    if (!subject) return html`<p>${words.none}</p>`
    const spreads = spreadByFactor(desk.state, subject.assessment.assessment)
    const snapshot = subject.snapshot ?? this.#notYet(desk, subject)
    const changes = subject.before && subject.snapshot ? compareSnapshots(subject.before, subject.snapshot) : []
    return html`
      <p class="caption">${words.of(desk.canvas.title)}</p>
      ${heading(this.headingLevel, desk.state.title, {id: 'title', size: 'xl', focusable: true})}
      ${this.#facts(desk, subject)}
      ${this.#short(desk, snapshot, spreads, changes)}
      ${this.#section(words.profile, profileView({
        snapshot, before: subject.before, level: this.headingLevel + 2, isApart: true, words: this.words,
        named: this.named, date: iso => this.date(iso),
      }))}
      ${this.#section(words.differ, this.#disputed(spreads))}
      ${this.#section(words.actions, this.#actions(desk))}
      ${this.#section(words.history, this.#history(desk, subject, changes))}
      ${this.withoutEvidence ? nothing : this.#section(words.evidence, this.#evidence(desk, spreads, goneSpreads(desk.state, subject.assessment.assessment)))}
      ${desk.canvas.basis ? this.#section(words.about, html`<p>${desk.canvas.basis}</p>`) : nothing}`
  }

  #section(title: string, content: unknown): TemplateResult {
    return html`<section part="section">${heading(this.headingLevel + 1, title, {size: 'l'})}${content}</section>`
  }

  #notYet({state, today}: Desk, {assessment: {assessment, name}}: ReportSubject): SnapshotItem {
    return {...snapshotOf(state, assessment, {name, date: today}), id: '', at: ''}
  }

  #facts({state, today}: Desk, {assessment, snapshot}: ReportSubject): TemplateResult {
    const words = this.words.report
    const raters = setsOf(state, assessment.assessment)
      .map(({label, partner}) => partner ? this.words.rater(label, partner.name) : label)
    const facts: [string, string][] = [
      [words.assessment, words.on(assessment.name, this.date(assessment.date))],
      [words.snapshot, snapshot ? words.on(snapshot.name, this.date(snapshot.date)) : this.words.profile.notYet],
      ...(state.partners.length ? [[words.partners, state.partners.map(({name}) => name).join(', ')] as [string, string]] : []),
      [words.raters, raters.length > MANY ? String(raters.length) : raters.join(', ') || words.noRaters],
      ...(snapshot?.nextReview ? [[words.nextReview, this.date(snapshot.nextReview)] as [string, string]] : []),
      [words.made, this.date(today)],
    ]
    return html`<dl class="facts-list">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
  }

  /** What a board asks first. No total: it is a list of what to look at. */
  #short(
    {state, today}: Desk, snapshot: SnapshotItem, spreads: readonly FactorSpread[], changes: readonly FactorChange[],
  ): TemplateResult {
    const words = this.words.report
    const named = (change: FactorChange['change']) => changes.filter(each => each.change === change).map(this.named)
    const disputed = spreads.filter(isDisputed).map(({factor}) => factor.name)
    const plan = planOf(state, today, this.words.gone)
    const late = plan.filter(({isLate}) => isLate).length
    const at = (rating: FactorRating) => snapshot.factors.filter(factor => factor.rating === rating).length
    const lines = [
      words.levels([1, 2, 3, 4].map(level => at(level as Level)), at('not-assessed'), at('does-not-apply')),
      ...(changes.length ? [words.movedUp(named('up')), words.movedDown(named('down'))] : []),
      words.disputed(disputed),
      words.open(plan.filter(({isOpen}) => isOpen).length, late, plan.filter(({action}) => action.status === 'done').length),
    ]
    return this.#section(words.short, html`<ul>${lines.map(line => html`<li>${line}</li>`)}</ul>`)
  }

  #disputed(spreads: readonly FactorSpread[]): unknown {
    const words = this.words.report
    const disputed = spreads.filter(isDisputed)
    if (!disputed.length) return html`<p>${words.noneDisputed}</p>`
    return html`<p class="lead">${words.differHint}</p>
      ${legend([{mark: 'rater', words: this.words.agree.oneRater}, {mark: 'agreed', words: this.words.agree.agreedLevel}])}
      <div class="spreads">${disputed.map(({factor, counts, agreed, isInDoubt, doesNotApply}) => html`<div class="keep">
        ${heading(this.headingLevel + 2, factor.name, {size: 's'})}
        <div class="one-spread">${spreadChart(counts, agreed?.rating)}</div>
        <p>${words.counts(counts)} ${isInDoubt ? this.words.agree.inDoubt(doesNotApply.length) : nothing}
          ${agreed ? words.agreed(this.ratingWords(agreed.rating, factor.levels)) : this.words.agree.notAgreed}</p>
        ${agreed?.note ? html`<p class="typed">${words.because(agreed.note)}</p>` : nothing}
      </div>`)}</div>`
  }

  #actions({state, today}: Desk): unknown {
    const {columns, noDate, late} = this.words.plan
    const plan = planOf(state, today, this.words.gone)
    if (!plan.length) return html`<p>${this.words.plan.none}</p>`
    const names = [columns.what, columns.due, columns.owner, columns.status, columns.factor]
    return table(names.map(words => ({heading: words, words})),
      plan.map(({action, factor, isLate}) => [
        html`<span class="typed">${action.what}</span>`, action.due ? this.date(action.due) : noDate, action.owner,
        isLate ? late(this.words.statuses[action.status]) : this.words.statuses[action.status], factor,
      ]), {caption: this.words.plan.title, hasRowHeadings: true, part: 'plan'})
  }

  /** In the team's order, not by how far raters differ: this is where one looks a factor up. */
  #evidence({state}: Desk, spreads: readonly FactorSpread[], gone: readonly FactorSpread[]): unknown {
    const byId = new Map(spreads.map(spread => [spread.factor.id, spread]))
    return [...state.factors.flatMap(({id}) => byId.get(id) ?? []), ...gone].map(spread => html`<div class="keep">
      ${heading(this.headingLevel + 2, this.named({factor: spread.factor.id, name: spread.factor.name}), {size: 's'})}
      ${viewsList(spread, this.words, address => this.link(address), iso => this.date(iso))}
      ${spread.unanswered.length ? html`<p>${this.words.agree.unanswered(spread.unanswered.map(({label}) => label))}</p>` : nothing}
    </div>`)
  }

  #history({state}: Desk, {snapshot, before}: ReportSubject, changes: readonly FactorChange[]): unknown {
    const words = this.words.history
    if (!state.allSnapshots.length) return html`<p>${words.none}</p>`
    return html`
      ${snapshot && before ? changeTable(changes, before, snapshot, this.words, iso => this.date(iso), this.named) : nothing}
      ${[...state.allSnapshots].reverse().map(each => html`<div class="keep">
        ${heading(this.headingLevel + 2, words.named(each.name, this.date(each.date)), {size: 's'})}
        ${state.corrected.has(each.id) ? html`<p>${words.correctedBy(state.corrected.get(each.id)!.corrects!.why)}</p>` : nothing}
        ${each.corrects ? html`<p class="typed">${words.because(each.corrects.why)}</p>` : nothing}
        ${state.corrected.has(each.id) ? nothing : notesOf(each, this.words, this.headingLevel + 3)}
      </div>`)}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-canvas-report-page': DsgCanvasReportPage }
}
