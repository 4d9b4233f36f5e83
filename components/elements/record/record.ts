import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {learnerCsv} from '../../model/evaluation/evaluation.js'
import type {ModuleEntry} from '../../model/pack/files.js'
import {moduleProgress, progressIndex, type ModuleProgress} from '../../model/record/progress.js'
import {byTime} from '../../model/log/entries.js'
import {clockTime, type LearnerEvent, type Outcome} from '../../model/record/record.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import type {RecordCopy} from '../../state/record/record.js'
import {define} from '../shared/base/define.js'
import {longDate} from '../shared/words/dates.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {printAlone} from '../shared/page/print-alone.js'
import {saveFile} from '../shared/page/save-file.js'
import {stringsFor} from '../shared/words/strings.js'
import {table} from '../shared/document/table.js'
import {KnownSections} from '../saving/known.js'
import {savingPanel} from '../saving/panel.js'
import {DsgCertificate, type CertificateLine} from './certificate.js'
import {recordStrings} from './record.strings.js'

/** Each has a section of its own, strongest first: to declare a task done is not to pass a quiz. */
const OUTCOMES: Outcome[] = ['passed', 'completed', 'declared', 'not-passed']

interface RecordRow { id: string; title: string; progress: ModuleProgress; date: string; edition: string }

/**
 * My record: what I did, when, and with which edition of the guide; a certificate to print; a spreadsheet to keep.
 *
 * @tag dsg-record
 * @slot - shown until the record is ready, and when the guide cannot be loaded
 * @csspart outcome - the modules of one outcome
 */
export class DsgRecord extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, css`
    section { margin-block-end: 2em }
    .prose, form { max-width: 44em }
    .kept { max-width: 44em; margin: 0 0 1em; padding: .8em 1em; border-inline-start: 4px solid var(--_dsg-border); white-space: pre-line }
  `]

  readonly #known = new KnownSections(this, this.focusNext)

  protected override renderGuide(guide: LoadedGuide): unknown {
    this.#known.follow(guide.record)
    const lines = this.#lines(guide)
    const groups = OUTCOMES.map(outcome => ({outcome, lines: lines.filter(({progress}) => progress.status === outcome)}))
    const assessed = this.record.events.filter(event => event.type === 'assessed')
    const kept = this.record.events.filter(event => event.type === 'reflected' && event.text)
    const isEmpty = groups.every(({lines}) => !lines.length) && !assessed.length && !kept.length
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      <p class="prose">${this.words.intro}</p>
      ${isEmpty ? html`<p class="prose">${this.words.empty}</p>` : nothing}
      ${groups.filter(({lines}) => lines.length).map(({outcome, lines}) => this.#group(outcome, lines))}
      ${assessed.length ? html`<section>
        ${heading(this.headingLevel + 1, this.words.assessments, {size: 'm'})}
        <ul>${assessed.map(event => html`<li>${this.words.assessed(this.#date(guide, event))}</li>`)}</ul>
        <p><a href=${this.href({view: 'profile'})}>${this.words.seeProfile}</a></p>
      </section>` : nothing}
      ${kept.length ? html`<section>
        ${heading(this.headingLevel + 1, this.words.reflections, {size: 'm'})}
        ${kept.map(event => html`<div class="kept">${'text' in event ? event.text : nothing}</div>`)}
      </section>` : nothing}
      ${isEmpty ? nothing : this.#take(guide, lines)}
      ${guide.record.copy ? this.#copy(guide.record.copy) : nothing}
      ${this.#known.claim?.refusal(guide.record.claim)}
      ${savingPanel(this)}`
  }

  private get words() { return stringsFor(this, recordStrings) }

  #group(outcome: Outcome, lines: readonly RecordRow[]): TemplateResult {
    return html`<section part="outcome">
      ${heading(this.headingLevel + 1, this.words.modules[outcome], {size: 'm'})}
      <p class="prose">${this.words.hints[outcome]}</p>
      ${table(
        [this.words.module, this.words.score, this.words.date, this.words.edition].map(words => ({heading: words, words})),
        lines.map(line => [line.title, this.#score(line), line.date, line.edition]),
        {caption: this.words.modules[outcome], hasRowHeadings: true})}
    </section>`
  }

  #take(guide: LoadedGuide, lines: readonly RecordRow[]): TemplateResult {
    const done = lines.filter(({progress}) => progress.status !== 'not-passed')
    return html`
      ${done.length ? html`<section class="no-print">
        ${heading(this.headingLevel + 1, this.words.certificate, {size: 'm'})}
        <form @submit=${(event: SubmitEvent) => this.#print(event, guide, done)}>
          <p>${this.words.certificateHint}</p>
          <div class="field"><label for="name">${this.words.name}</label><input id="name" name="name" type="text" autocomplete="off"></div>
          <button>${this.words.print}</button>
        </form>
      </section>` : nothing}
      <section class="no-print">
        <button class="secondary" type="button" aria-describedby="csv-hint" @click=${() => this.#download(guide)}>${this.words.csv}</button>
        <p class="hint" id="csv-hint">${this.words.csvHint}</p>
      </section>`
  }

  /** The copy that the host's organisation keeps, where its page offers one. */
  #copy(copy: RecordCopy): unknown {
    const known = this.#known.copy
    return !known || copy.state === 'looking' ? nothing : html`<section class="no-print">
      ${heading(this.headingLevel + 1, known.title, {size: 'm'})}
      ${known.render(copy)}
    </section>`
  }

  /** Every module that came to an end, also those that have left the guide since. */
  #lines(guide: LoadedGuide): RecordRow[] {
    const index = progressIndex(this.record.events)
    const known = new Map(guide.manifest.modules.map(module => [module.id, module]))
    return [...index.modules].flatMap(([id, {completions}]) => {
      const progress = moduleProgress(known.get(id) ?? gone(id), index)
      const last = [...completions].sort(byTime).reverse().find(({outcome}) => outcome === progress.status) ?? completions[0]
      if (!OUTCOMES.includes(progress.status as Outcome)) return []
      const title = known.get(id)?.title ?? this.words.gone(id)
      const date = this.#date(guide, last ?? this.record.events.find(({at}) => at === progress.last))
      return [{id, title, progress, date, edition: last?.edition ?? ''}]
    })
  }

  #score({progress: {best}}: RecordRow): string {
    return best ? this.words.scoreOf(best.right, best.of) : this.words.noScore
  }

  #date(guide: LoadedGuide, event?: LearnerEvent): string {
    return event ? longDate(clockTime(event), guide.manifest.lang) : ''
  }

  #print(event: SubmitEvent, {manifest}: LoadedGuide, done: readonly RecordRow[]): void {
    event.preventDefault()
    define('dsg-certificate', DsgCertificate)
    const certificate = document.createElement('dsg-certificate')
    certificate.lang = manifest.lang
    certificate.guideTitle = manifest.title
    certificate.edition = manifest.edition
    certificate.learner = String(new FormData(event.target as HTMLFormElement).get('name') ?? '').trim()
    certificate.lines = done.map((line): CertificateLine => ({
      module: line.title, outcome: this.words.modules[line.progress.status as Outcome], score: this.#score(line), date: line.date,
    }))
    void printAlone(certificate)
  }

  #download(guide: LoadedGuide): void {
    saveFile('digital-skills-record.csv', 'text/csv', learnerCsv(this.record.events, guide.manifest))
  }
}

/** Stands in for a module that has left the guide, of which the record knows the id only. */
function gone(id: string): ModuleEntry {
  return {
    id, title: id, pathway: '', domains: [], stage: 1, audience: [], minutes: 1, outcomes: [], keywords: [], show: 0,
    passPercent: 100, hasMustKnow: false, tasks: [], settings: [], reviewed: false, file: '', pages: [],
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-record': DsgRecord }
}
