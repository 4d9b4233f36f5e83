import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property} from 'lit/decorators.js'
import {
  changeBetween, changeLookingBack, goneRatings, oneDecimal, profileOf, sittings,
  type DomainChange, type DomainProfile, type Shift, type Sitting,
} from '../../model/assessment/assessment.js'
import {catalogueChoices} from '../../model/guide/catalogue.js'
import type {Framework} from '../../model/guide/framework.js'
import {progressIndex} from '../../model/record/progress.js'
import {recommend, type Suggestion} from '../../model/assessment/recommend.js'
import type {RatedEvent, Rating} from '../../model/record/record.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {longDate} from '../shared/words/dates.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {GuidePart} from '../shared/base/guide-part.js'
import {heading} from '../shared/document/heading.js'
import {reasonWords} from '../shared/words/reasons.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {table, type Column} from '../shared/document/table.js'
import {chartStyles, dumbbellChart} from './chart.js'
import {profileStrings} from './profile.strings.js'

/**
 * The result of a self-assessment: where the learner is and what the role needs, by skill area, as a chart and as a table
 * that says the same; modules that may help, each with its reason; and what has changed since the time before.
 *
 * @tag dsg-profile
 * @slot - shown until the result is ready, and when it cannot be loaded
 * @csspart chart - the chart
 * @csspart table - the table with the same figures
 * @csspart suggestions - the modules that may help
 * @csspart gone - ratings of statements that have left the guide
 */
export class DsgProfile extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, chartStyles, css`
    .prose { max-width: 44em }
    .suggestions { max-width: 44em; margin: 0 0 1.5em; padding: 0; list-style: none }
    .suggestions > li { margin: 0; padding: .9em 0; border-block-start: 1px solid var(--_dsg-border) }
    .suggestions p { margin: .3em 0 0 }
    .field { max-width: 20em }
    .facts { color: var(--_dsg-secondary); font-size: .9em; font-weight: 400 }
  `]

  /** Id of the framework; the guide's first when there is none. */
  @property() framework?: string

  /** Whom the suggestions are for, such as `manager`; for anyone when there is none. The learner can choose another. */
  @property() audience?: string

  readonly #framework = new GuidePart<Framework>(this, {
    list: ({frameworks}) => frameworks,
    wanted: ({frameworks}) => this.framework ?? frameworks[0]?.id,
    get: (guide, id) => guide.framework(id),
  })

  protected override startAfresh(): void {
    this.audience = this.getAttribute('audience') ?? undefined
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {value: content, isMissing} = this.#framework
    if (isMissing) return this.#missing()
    if (!content) return undefined
    const finished = sittings(content.id, this.record.events).filter(sitting => sitting.finished)
    const latest = finished.at(-1)
    return latest ? this.#result(guide, content, latest, finished.at(-2)) : this.#empty()
  }

  private get words() { return stringsFor(this, profileStrings) }

  #empty(): TemplateResult {
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      <p>${this.words.empty}</p>
      <p><a class="button" href=${this.href({view: 'assessment'})}>${this.words.start}</a></p>`
  }

  /** What was rated by a framework that has left the guide is still the learner's. */
  #missing(): TemplateResult {
    const rated = this.record.events.flatMap(event => event.type === 'rated' ? event.framework : [])
    const id = this.framework ?? rated.at(-1) ?? ''
    const latest = sittings(id, this.record.events).filter(({finished}) => finished).at(-1)
    return html`
      <p>${this.framework ? this.words.notFound(this.framework) : this.words.none}</p>
      ${latest ? this.#gone(goneRatings({domains: []}, latest)) : nothing}`
  }

  #result(guide: LoadedGuide, content: Framework, latest: Sitting, earlier: Sitting | undefined): TemplateResult {
    const profile = profileOf(content, latest)
    const names = new Map(content.domains.map(({id, short}) => [id, short]))
    const looksBack = profile.some(({before}) => before !== undefined)
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      <p class="facts">${this.words.on(longDate(latest.date, guide.manifest.lang))}</p>
      <div part="chart">
        <p class="visually-hidden">${this.words.chart}. ${this.words.chartNote}</p>
        ${dumbbellChart(profile.map(row => ({
          label: names.get(row.domain) ?? row.domain, now: row.now, needed: row.needed, earlier: row.before,
          words: `${this.words.now}: ${this.#figure(row.now)}. ${this.words.needed}: ${this.#figure(row.needed)}.`,
        })), {now: this.words.now, needed: this.words.needed, earlier: looksBack ? this.words.before : undefined})}
      </div>
      ${this.#table(profile, names, looksBack)}
      ${this.#gone(goneRatings(content, latest))}
      <details>
        <summary>${this.words.rule}</summary>
        <div class="details-text">
          <p>${this.words.ruleText}</p><p>${this.words.ruleLimits}</p>${content.note ? html`<p>${content.note}</p>` : nothing}
        </div>
      </details>
      ${this.#suggestions(guide, content, latest)}
      ${looksBack ? this.#change(changeLookingBack(content, latest), names, this.words.before) : nothing}
      ${earlier ? this.#change(changeBetween(content, earlier, latest), names,
        this.words.earlier(longDate(earlier.date, guide.manifest.lang))) : nothing}`
  }

  #table(profile: readonly DomainProfile[], names: ReadonlyMap<string, string>, looksBack: boolean): TemplateResult {
    const number = (words: string): Column => ({heading: words, words, side: 'right'})
    const columns: Column[] = [
      {heading: this.words.area, words: this.words.area},
      ...(looksBack ? [number(this.words.before)] : []),
      number(this.words.now), number(this.words.needed), number(this.words.gap),
    ]
    return table(columns, profile.map(row => [
      html`${names.get(row.domain) ?? row.domain}
        <div class="facts">${this.words.rated(row.rated, row.of)}${row.unsure || row.notMyRole
          ? ` (${this.words.leftOut(row.unsure, row.notMyRole)})` : nothing}</div>`,
      ...(looksBack ? [this.#figure(row.before)] : []),
      this.#figure(row.now), this.#figure(row.needed), this.#figure(row.gap),
    ]), {caption: this.words.chart, hasRowHeadings: true, part: 'table'})
  }

  /** The record has the ids of statements and not their words, so that is all there is to call them by. */
  #gone(ratings: readonly RatedEvent[]): TemplateResult | typeof nothing {
    const figure = (rating: Rating) => typeof rating === 'number' ? String(rating) : this.words.noLevel[rating]
    return ratings.length ? html`<details part="gone">
      <summary>${this.words.gone(ratings.length)}</summary>
      <div class="details-text">
        <p>${this.words.goneHint}</p>
        <ul>${ratings.map(({about, now, needed}) => html`<li>${this.words.goneRating(about, figure(now), figure(needed))}</li>`)}</ul>
      </div>
    </details>` : nothing
  }

  #suggestions(guide: LoadedGuide, content: Framework, sitting: Sitting): TemplateResult {
    const {modules} = guide.manifest
    const suggestions = recommend({
      framework: content, sitting, modules, index: progressIndex(this.record.events), audience: this.audience || undefined,
    })
    return html`
      ${heading(this.headingLevel + 1, this.words.suggestions, {size: 'l'})}
      ${this.#audiences(catalogueChoices(modules).audiences)}
      ${suggestions.length ? html`
        <p class="prose">${this.words.suggestionsHint}</p>
        <ol class="suggestions" part="suggestions">${suggestions.map(suggestion => this.#suggestion(guide, suggestion))}</ol>`
        : html`<p class="prose">${this.words.noSuggestions}</p>`}`
  }

  /** "Everyone" is not offered as an audience: modules for everyone are suggested to every audience. */
  #audiences(all: readonly string[]): TemplateResult | typeof nothing {
    const audiences = all.filter(id => id !== 'everyone')
    if (!audiences.length) return nothing
    const chosen = this.audience ?? ''
    return html`<div class="field">
      <label for="audience">${this.words.audience}</label>
      <select id="audience" @change=${({target}: Event) => { this.audience = (target as HTMLSelectElement).value }}>
        <option value="" ?selected=${!chosen}>${this.words.anyAudience}</option>
        ${audiences.map(id => html`
          <option value=${id} ?selected=${id === chosen}>${catalogueWords(this).audiences[id] ?? id}</option>`)}
      </select>
    </div>`
  }

  #suggestion({manifest}: LoadedGuide, {module: id, reasons}: Suggestion): TemplateResult | typeof nothing {
    const module = manifest.modules.find(each => each.id === id)
    const [reason] = reasons
    if (!module || !reason) return nothing
    return html`<li>
      <a href=${this.href({view: 'module', module: id})}>${module.title}</a>
      <span class="facts">${catalogueWords(this).minutes(module.minutes)}</span>
      <p>${reasonWords(this, reason)}</p>
    </li>`
  }

  #change(changes: readonly DomainChange[], names: ReadonlyMap<string, string>, from: string): TemplateResult {
    const {headingLevel} = this
    return html`
      ${heading(headingLevel + 1, this.words.comparison, {size: 'l'})}
      <p class="prose">${this.words.comparisonHint}
        ${changes.some(({reworded}) => reworded.length) ? this.words.textChanged : nothing}</p>
      ${table(
        [this.words.area, from, this.words.now, this.words.change].map((words, i) => ({heading: words, words, side: i ? 'right' : null})),
        changes.map(({domain, now}) => [
          names.get(domain) ?? domain, this.#figure(now?.from), this.#figure(now?.to),
          now ? this.#step(now) : this.words.noRating,
        ]), {caption: this.words.comparison, hasRowHeadings: true})}`
  }

  #step({from, to}: Shift): string {
    const by = oneDecimal(Math.abs(to - from))
    if (Number(by) === 0) return this.words.same
    return to > from ? this.words.up(by) : this.words.down(by)
  }

  #figure(value: number | undefined): string {
    return value === undefined ? this.words.noRating : oneDecimal(value)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-profile': DsgProfile }
}
