import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {
  changeBetween, changeLookingBack, goneRatings, isLevel, levelWords, oneDecimal, sittings, statementsOf, type DomainChange,
  type DomainProfile, type OneSided, type Shift, type Sitting,
} from '../../model/assessment/assessment.js'
import {catalogueChoices} from '../../model/guide/catalogue.js'
import type {Framework} from '../../model/guide/framework.js'
import type {ModuleEntry} from '../../model/pack/files.js'
import {placeToGoOn} from '../../model/record/go-on.js'
import type {Address} from '../../model/guide/document.js'
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
import {copyText} from '../shared/page/copy-text.js'
import {heading} from '../shared/document/heading.js'
import {reasonWords, type ReasonNames} from '../shared/words/reasons.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {table, type Column} from '../shared/document/table.js'
import {areaRows, counted, figureOf, needsMore, type AreaRow} from './area-rows.js'
import {chartStyles, dumbbellChart} from './chart.js'
import {profileStrings} from './profile.strings.js'

/**
 * The result of a self-assessment: where the learner is and what the role needs, by skill area, as a chart and as a table
 * that says the same; modules that may help, each with its reason; and what has changed since the time before. What comes first
 * is in sight and the rest folded; on paper all of it is there.
 *
 * @tag dsg-profile
 * @slot - shown until the result is ready, and when it cannot be loaded
 * @csspart opening - what the result comes to, and the module to begin with
 * @csspart chart - the chart
 * @csspart table - the table with the same figures
 * @csspart suggestions - the modules that may help: the first, and the folded list of the others
 * @csspart change - the chart of what has changed
 * @csspart show - printing and sharing
 * @csspart gone - ratings of statements that have left the guide
 */
export class DsgProfile extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, chartStyles, css`
    .prose { max-width: 44em }
    .suggestions { max-width: 44em; margin: 0 0 1.5em; padding: 0; list-style: none }
    .suggestions > li { margin: 0; padding: .9em 0; border-block-start: 1px solid var(--_dsg-border) }
    .suggestions p { margin: .3em 0 0 }
    .field { max-width: 20em }
    textarea { width: 100% }
    .sum { font-size: 1.1em }
    @media print {
      .show, .field, [part='opening'] .button, .fold > summary { display: none }
      details::details-content { display: block; block-size: auto; content-visibility: visible }
    }
    .facts { color: var(--_dsg-secondary); font-size: .9em; font-weight: 400 }
  `]

  /** Id of the framework; the guide's first when there is none. */
  @property() framework?: string

  /** Whom the suggestions are for, such as `manager`; for anyone when there is none. The learner can choose another. */
  @property() audience?: string

  @state() private shared: '' | 'copied' | 'not-copied' = ''

  readonly #framework = new GuidePart<Framework>(this, {
    list: ({frameworks}) => frameworks,
    wanted: ({frameworks}) => this.framework ?? frameworks[0]?.id,
    get: (guide, id) => guide.framework(id),
  })

  protected override startAfresh(): void {
    this.audience = this.getAttribute('audience') ?? undefined
    this.shared = ''
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
    const profile = areaRows(content, latest)
    const names = new Map(content.domains.map(({id, short}) => [id, short]))
    const looksBack = profile.some(row => figureOf(row, 'before') !== undefined)
    const suggestions = recommend({
      framework: content, sitting: latest, modules: guide.manifest.modules, index: progressIndex(this.record.events),
      audience: this.audience || undefined,
    })
    const date = this.words.on(longDate(latest.date, guide.manifest.lang))
    const opening = this.#opening(guide, content, latest, profile, suggestions)
    const lines = [this.words.title, date, ...opening.sentences, ...profile.map(row =>
      `${names.get(row.domain)}: ${this.#standing(content, row)}${this.#basis(row)}`)]
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      <p class="facts">${date}</p>
      <div class="callout" part="opening">
        <p class="sum">${opening.sentences.join(' ')}</p>
        ${opening.module ? html`<p><a class="button" href=${this.#place(opening.module)}>
          ${this.words.go(opening.module.title)}</a></p>` : nothing}
      </div>
      ${profile.some(row => figureOf(row, 'now') !== undefined) ? html`<div part="chart">
        ${dumbbellChart(this.words.chart, profile.map(row => ({
          label: names.get(row.domain) ?? row.domain, words: this.#standing(content, row), isLoose: !counted(row),
          now: figureOf(row, 'now'), needed: figureOf(row, 'needed'), earlier: figureOf(row, 'before'),
        })), {now: this.words.now, needed: this.words.needed, earlier: looksBack ? this.words.before : undefined}, content.levels)}
      </div>` : this.#noPicture(profile)}
      ${this.#table(content, profile, names, looksBack)}
      ${this.#gone(goneRatings(content, latest), content.levels)}
      <details>
        <summary>${this.words.rule}</summary>
        <div class="details-text">
          <p>${this.words.ruleText}</p><p>${this.words.ruleLimits}</p>${content.note ? html`<p>${content.note}</p>` : nothing}
        </div>
      </details>
      ${this.#suggestions(guide, content, suggestions)}
      ${looksBack ? this.#change(content, changeLookingBack(content, latest), names, this.words.before) : nothing}
      ${earlier ? this.#change(content, changeBetween(content, earlier, latest), names,
        this.words.earlier(longDate(earlier.date, guide.manifest.lang))) : nothing}
      ${this.#show(lines.join('\n'))}`
  }

  /** What the result comes to, in a sentence or two that are true of these answers, and the module to begin with. */
  #opening(
    {manifest}: LoadedGuide, content: Framework, latest: Sitting, profile: readonly AreaRow[],
    suggestions: readonly Suggestion[],
  ): {sentences: string[]; module?: ModuleEntry} {
    const {opening} = this.words
    const total = (count: (row: AreaRow) => number) => profile.reduce((sum, row) => sum + count(row), 0)
    const largest = Math.max(...profile.map(({gap = 0}) => gap))
    // Of sums in binary, equals can differ by a hair.
    const areas = largest > 1e-9 ? profile.filter(({gap = 0}) => largest - gap < 1e-9) : []
    const more = statementsOf(content, latest).filter(({id}) => needsMore(latest.ratings.get(id))).length
    const unsure = [total(row => row.nowUnsure), total(row => row.neededUnsure)] as const
    const isUnsure = unsure.some(Boolean)
    const sentences: string[] = []
    if (areas.length > MOST_NAMES) {
      sentences.push(areas.length < profile.length ? opening.gapsIn(areas.length, profile.length)
        : opening.gapsInAll(areas.length, content.domains.length))
    } else if (areas.length) {
      const names = areas.map(({domain}) => content.domains.find(({id}) => id === domain)!.short)
      sentences.push(opening.gaps(this.#list(names), areas.length === 1))
      if (areas.length === 1) sentences.push(opening.standing(...this.#ends(content, areas[0]!)))
    } else if (more) sentences.push(opening.few(more))
    else if (total(counted)) sentences.push(isUnsure ? opening.alsoUnsure(...unsure) : opening.enough)
    else sentences.push(isUnsure ? opening.unsure(...unsure) : total(({rated}) => rated) ? opening.outside : opening.nothing)
    if (!total(counted) && unsure[1]) sentences.push(opening.askManager)
    const isOf = ({reasons}: Suggestion) => reasons.some(reason =>
      reason.kind === 'gap' && areas.some(({domain}) => domain === reason.statement.domain))
    const first = suggestions.find(isOf) ?? suggestions[0]
    const module = first && manifest.modules.find(({id}) => id === first.module)
    if (!first || !module) return {sentences}
    const minutes = catalogueWords(this).minutes(module.minutes)
    const [reason] = first.reasons
    // The button says to start. Beside a check, which is in the module, the words do not say so too.
    if (reason?.kind === 'unsure' && !isLevel(reason.now) && module.show) sentences.push(opening.check(module.title, minutes))
    else {
      sentences.push(this.words.startWith(module.title, minutes))
      if (!isOf(first)) sentences.push(this.#why(content, first))
    }
    return {sentences, module}
  }

  #noPicture(profile: readonly AreaRow[]): TemplateResult | typeof nothing {
    if (profile.some(({unsure}) => unsure)) return html`<p class="prose">${this.words.noPicture}</p>`
    return profile.some(({rated}) => rated) ? html`<p class="prose">${this.words.noPictureOutside}</p>` : nothing
  }

  #table(
    content: Framework, profile: readonly AreaRow[], names: ReadonlyMap<string, string>, looksBack: boolean,
  ): TemplateResult {
    const columns: Column[] = [
      this.words.area, ...looksBack ? [this.words.before] : [], this.words.now, this.words.needed, this.words.gap,
    ].map(words => ({heading: words, words}))
    return this.#folded(table(columns, profile.map(row => [
      html`${names.get(row.domain) ?? row.domain}
        <div class="facts">${this.#rated(row)}</div>`,
      ...(looksBack ? [this.#cell(content, row, 'before')] : []),
      this.#cell(content, row, 'now'), this.#cell(content, row, 'needed'),
      counted(row) ? this.words.moreIn(row.more, counted(row)) : row.unsure ? this.words.notKnown : this.#without(row),
    ]), {caption: this.words.chart, hasRowHeadings: true, part: 'table'}))
  }

  /** One side of a skill area. What was rated on that side alone stands under the mean of what was rated on both. */
  #cell(content: Framework, row: AreaRow, side: keyof OneSided): unknown {
    const figure = figureOf(row, side)
    if (figure === undefined) return side === 'before' ? this.words.noRating : this.#without(row)
    const alone = row[side] === undefined ? undefined : row.alone[side]
    return alone === undefined ? this.#figure(figure, content)
      : html`${this.#figure(figure, content)} <div class="facts">${this.words.also[side](this.#figure(alone, content))}</div>`
  }

  /** Why a skill area has no figure. */
  #without({unsure, notMyRole}: AreaRow): string {
    return unsure ? this.words.noLevel.unsure : notMyRole ? this.words.noLevel['not-my-role'] : this.words.noRating
  }

  /** The table that says what a picture shows. */
  #folded(same: TemplateResult): TemplateResult {
    return html`<details class="fold"><summary>${this.words.asTable}</summary>${same}</details>`
  }

  #rated(row: AreaRow): string {
    const left = row.unsure || row.notMyRole ? ` (${this.words.leftOut(row.nowUnsure, row.neededUnsure, row.notMyRole)})` : ''
    return `${this.words.rated(row.rated, row.of)}${left}${this.#basis(row)}`
  }

  /** Means of few answers are told as such. */
  #basis(row: DomainProfile): string {
    return counted(row) && counted(row) < row.of ? `. ${this.words.answers(counted(row))}` : ''
  }

  #standing(content: Framework, row: AreaRow): string {
    const {words} = this
    const {now, needed} = row.alone
    const sentences: string[] = []
    if (counted(row)) {
      const [now, needed] = this.#ends(content, row)
      sentences.push(`${words.now}: ${now}. ${words.needed}: ${needed}`)
    }
    const isOnly = !counted(row) && (now === undefined || needed === undefined)
    if (now !== undefined) sentences.push(words[isOnly ? 'nowOnly' : 'alsoNow'](this.#figure(now, content)))
    if (needed !== undefined) sentences.push(words[isOnly ? 'neededOnly' : 'alsoNeeded'](this.#figure(needed, content)))
    return sentences.join('. ') || sentenceCase(this.#without(row))
  }

  #ends(content: Framework, {now, needed}: DomainProfile): [string, string] {
    return [this.#figure(now, content), this.#figure(needed, content)]
  }

  #list(names: readonly string[]): string {
    return new Intl.ListFormat(this.guide!.manifest.lang, {type: 'conjunction'}).format(names)
  }

  /** Print, or hand on as text: what a manager may see has no name in it. */
  #show(text: string): TemplateResult {
    const canShare = typeof navigator.share === 'function'
    return html`<section class="show" part="show">
      ${heading(this.headingLevel + 1, this.words.show, {size: 'm'})}
      <p>${this.words.showHint}</p>
      <div class="button-row">
        <button class="secondary" type="button" @click=${() => print()}>${this.words.print}</button>
        <button class="secondary" type="button" @click=${() => this.#share(text, canShare)}>${canShare ? this.words.share : this.words.copy}</button>
      </div>
      <p aria-live="polite">${this.shared === 'copied' ? this.words.copied : this.shared === 'not-copied' ? this.words.notCopied : nothing}</p>
      ${this.shared === 'not-copied' ? html`<textarea readonly rows="9" aria-label=${this.words.title} .value=${text}></textarea>` : nothing}
    </section>`
  }

  async #share(text: string, canShare: boolean): Promise<void> {
    if (!canShare) {
      this.shared = await copyText(text) ? 'copied' : 'not-copied'
      return
    }
    try {
      await navigator.share({text})
      this.shared = ''
    } catch (fault) {
      // Who closes the share sheet has changed their mind, and no harm is done.
      this.shared = fault instanceof DOMException && fault.name === 'AbortError' ? '' : 'not-copied'
    }
  }

  /** The record has the ids of statements and not their words, so that is all there is to call them by. */
  #gone(ratings: readonly RatedEvent[], levels?: readonly string[]): TemplateResult | typeof nothing {
    const figure = (rating: Rating) => typeof rating !== 'number' ? this.words.noLevel[rating]
      : levels?.[rating - 1] ?? this.words.figure(String(rating))
    return ratings.length ? html`<details part="gone">
      <summary>${this.words.gone(ratings.length)}</summary>
      <div class="details-text">
        <p>${this.words.goneHint}</p>
        <ul>${ratings.map(({about, now, needed}) => html`<li>${this.words.goneRating(about, figure(now), figure(needed))}</li>`)}</ul>
      </div>
    </details>` : nothing
  }

  #suggestions(guide: LoadedGuide, content: Framework, suggestions: readonly Suggestion[]): TemplateResult {
    const others = suggestions.length - 1
    const list = (some: readonly Suggestion[]) => html`<ol class="suggestions" part="suggestions">${
      some.map(suggestion => this.#suggestion(guide, content, suggestion))}</ol>`
    return html`
      ${heading(this.headingLevel + 1, this.words.suggestions, {size: 'l'})}
      ${this.#audiences(catalogueChoices(guide.manifest.modules).audiences)}
      ${suggestions.length ? html`
        <p class="prose">${this.words.suggestionsHint}</p>
        ${list(suggestions.slice(0, 1))}
        ${others ? html`<details class="fold"><summary>${this.words.more(others)}</summary>${list(suggestions.slice(1))}</details>` : nothing}`
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

  #place(module: ModuleEntry): Address {
    return this.href({view: 'module', module: module.id, ...placeToGoOn(module, progressIndex(this.record.events))})
  }

  #suggestion({manifest}: LoadedGuide, content: Framework, suggestion: Suggestion): TemplateResult | typeof nothing {
    const module = manifest.modules.find(each => each.id === suggestion.module)
    return module ? html`<li>
      <a href=${this.#place(module)}>${module.title}</a>
      <span class="facts">${catalogueWords(this).minutes(module.minutes)}</span>
      <p>${this.#why(content, suggestion)}</p>
    </li>` : nothing
  }

  #why(content: Framework, {reasons}: Suggestion): string {
    const names: ReasonNames | undefined = content.levels && {level: (level, statement) => `"${levelWords(content, statement, level)}"`}
    return reasons[0] ? reasonWords(this, reasons[0], names) : ''
  }

  /** What has changed: in words, as a picture, and as a table that says the same. */
  #change(
    content: Framework, changes: readonly DomainChange[], names: ReadonlyMap<string, string>, from: string,
  ): TemplateResult {
    const rows = changes.flatMap(({domain, now, compared}) => now
      ? {area: names.get(domain) ?? domain, now, compared, way: wayOf(now)} : [])
    const areas = (way: Way) => rows.filter(row => row.way === way).map(({area}) => area)
    const columns = [this.words.area, from, this.words.now, this.words.change].map(words => ({heading: words, words}))
    const title = heading(this.headingLevel + 1, this.words.comparison, {size: 'l'})
    if (!rows.length) return html`${title}<p>${this.words.notCompared}</p>`
    return html`
      ${title}
      <p class="prose">${WAYS.map(way => areas(way).length ? `${this.words.compared[way](this.#list(areas(way)))} ` : nothing)}</p>
      <p class="prose">${this.words.comparisonHint}
        ${changes.some(({reworded}) => reworded.length) ? this.words.textChanged : nothing}</p>
      <div part="change">
        ${dumbbellChart(this.words.comparison, rows.map(({area, now, way}) => ({label: area, earlier: now.from, now: now.to, words: this.words[way]})),
          {now: this.words.now, earlier: from}, content.levels)}
      </div>
      ${this.#folded(table(columns, rows.map(({area, now, compared, way}) => [
        html`${area} <div class="facts">${this.words.answers(compared)}</div>`,
        this.#figure(now.from, content), this.#figure(now.to, content), this.words[way],
      ]), {caption: this.words.comparison, hasRowHeadings: true}))}`
  }

  /** A mean in the names of the levels, or as a figure where there are none. */
  #figure(value: number | undefined, {levels}: Framework): string {
    if (value === undefined) return this.words.noRating
    const tenths = Number(oneDecimal(value))
    const low = levels?.[Math.floor(tenths) - 1]
    const high = levels?.[Math.ceil(tenths) - 1]
    if (low === undefined || high === undefined) return this.words.figure(oneDecimal(value))
    return low === high ? low : this.words.between(low, high)
  }
}

/** Of skill areas that tie, so many are named in a sentence; more are counted. */
const MOST_NAMES = 3

const WAYS = ['up', 'down', 'same'] as const
type Way = typeof WAYS[number]

function wayOf({from, to}: Shift): Way {
  return Math.abs(to - from) < .05 ? 'same' : to > from ? 'up' : 'down'
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-profile': DsgProfile }
}
