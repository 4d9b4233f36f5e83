import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {learnerCsv} from '../../model/evaluation/evaluation.js'
import {localeOf} from '../../model/formats/language.js'
import {exactHash} from '../../model/ids/text-hash.js'
import {ORGANISATION} from '../../model/guide/settings.js'
import type {ModuleEntry} from '../../model/pack/files.js'
import {isDoneHere} from '../../model/record/course-result.js'
import {moduleProgress, progressIndex, type ModuleProgress} from '../../model/record/progress.js'
import {byTime} from '../../model/log/entries.js'
import {clockTime, type LearnerEvent} from '../../model/record/record.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import type {RecordCopy} from '../../state/record/record.js'
import {define} from '../shared/base/define.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {longDate} from '../shared/words/dates.js'
import {copyText} from '../shared/page/copy-text.js'
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
const GROUPS = ['passed', 'completed', 'declared', 'elsewhere', 'not-passed'] as const
type Outcomes = typeof GROUPS[number]

interface RecordRow {
  id: string
  title: string
  /** Missing for a module that has left the guide. */
  module?: ModuleEntry
  progress: ModuleProgress
  /** When it came to its end, by the clock; '' where nobody knows. */
  at: string
  /** The edition that it was done in. */
  edition: string
}

/** What a certificate can be for. */
interface CertificateOffer { id: string; label: string; title: string; rows: readonly RecordRow[] }

/**
 * My record: what I did and when, in a sentence and in tables; a certificate to print; a spreadsheet to keep.
 *
 * @tag dsg-record
 * @slot - shown until the record is ready, and when the guide cannot be loaded
 * @csspart outcome - the modules of one outcome
 * @csspart show - copying a summary for somebody else
 */
export class DsgRecord extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, css`
    section { margin-block-end: 2em }
    .prose, form { max-width: 44em }
    .kept { max-width: 44em; margin: 0 0 1em; padding: .8em 1em; border-inline-start: 4px solid var(--_dsg-border); white-space: pre-line }
  `]

  /** The text that the learner asked to copy, and what became of that. */
  @state() private copied?: {text: string; isDone: boolean}

  readonly #known = new KnownSections(this, this.focusNext)

  protected override startAfresh(): void {
    this.copied = undefined
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    this.#known.follow(guide.record)
    const lines = this.#lines(guide)
    const groups = GROUPS.map(outcome => ({outcome, lines: lines.filter(({progress}) => progress.status === outcome)}))
    const assessed = this.record.events.filter(event => event.type === 'assessed')
    const kept = this.record.events.filter(event => event.type === 'reflected' && event.text)
    const isEmpty = groups.every(({lines}) => !lines.length) && !assessed.length && !kept.length
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      <p class="prose">${this.words.intro}</p>
      ${isEmpty ? html`<p class="prose">${this.words.empty}</p>` : nothing}
      ${this.#summary(guide, lines)}
      ${groups.filter(({lines}) => lines.length).map(({outcome, lines}) => this.#group(guide, outcome, lines))}
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

  #group(guide: LoadedGuide, outcome: Outcomes, lines: readonly RecordRow[]): TemplateResult {
    return html`<section part="outcome">
      ${heading(this.headingLevel + 1, this.words.modules[outcome], {size: 'm'})}
      <p class="prose">${this.words.hints[outcome]}</p>
      ${table(
        [this.words.module, this.words.score, this.words.date, this.words.time].map(words => ({heading: words, words})),
        lines.map(line => [line.title, this.#score(line), this.#on(guide, line), this.#minutes(line)]),
        {caption: this.words.modules[outcome], hasRowHeadings: true})}
    </section>`
  }

  /** What was done, in a sentence. */
  #summary(guide: LoadedGuide, lines: readonly RecordRow[]): TemplateResult | typeof nothing {
    const done = lines.filter(isCertain)
    const sums = (['passed', 'completed', 'declared'] as const).flatMap(outcome => {
      const {length} = done.filter(({progress}) => progress.status === outcome)
      return length ? this.words.sums[outcome](length) : []
    })
    return done.length ? html`<p class="prose lede">${this.words.summary(
      listed(sums, guide.manifest.lang), ...this.#span(guide, done))}</p>` : nothing
  }

  /** The time that the guide allows for these modules, the first day and the last, as words. */
  #span({manifest: {lang}}: LoadedGuide, rows: readonly RecordRow[]): [minutes: string, from: string, to: string] {
    const days = rows.map(({at}) => at).filter(Boolean).sort()
    const minutes = rows.reduce((sum, {module}) => sum + (module?.minutes ?? 0), 0)
    return [catalogueWords(this).minutes(minutes), longDate(days[0] ?? '', lang), longDate(days.at(-1) ?? '', lang)]
  }

  #take(guide: LoadedGuide, lines: readonly RecordRow[]): TemplateResult {
    const offers = this.#offers(guide, lines.filter(isCertain))
    return html`
      ${this.#show(guide, lines)}
      ${offers.length ? html`<section class="no-print">
        ${heading(this.headingLevel + 1, this.words.certificate, {size: 'm'})}
        <form @submit=${(event: SubmitEvent) => this.#print(event, guide, offers)}>
          <p>${this.words.certificateHint}</p>
          <div class="field"><label for="of">${this.words.certificateOf}</label>
            <select id="of" name="of">${offers.map(({id, label}) => html`<option value=${id}>${label}</option>`)}</select></div>
          <div class="field"><label for="name">${this.words.name}</label><input id="name" name="name" type="text" autocomplete="off"></div>
          <button>${this.words.print}</button>
        </form>
      </section>` : nothing}
      <section class="no-print">
        <button class="secondary" type="button" aria-describedby="csv-hint" @click=${() => this.#download(guide)}>${this.words.csv}</button>
        <p class="hint" id="csv-hint">${this.words.csvHint}</p>
      </section>`
  }

  /** What was learned, when and with what result, as text for a message. */
  #show(guide: LoadedGuide, lines: readonly RecordRow[]): TemplateResult | typeof nothing {
    const told = lines.filter(({progress: {status}}) => status !== 'not-passed')
    if (!told.length) return nothing
    const copy = async () => {
      const text = this.#text(guide, told)
      this.copied = {text, isDone: await copyText(text)}
    }
    const {copied, words} = this
    return html`<section class="no-print" part="show">
      ${heading(this.headingLevel + 1, words.show, {size: 'm'})}
      <p class="prose">${words.showHint}</p>
      <button class="secondary" type="button" @click=${copy}>${words.copy}</button>
      <p role="status">${copied ? copied.isDone ? words.copied : words.notCopied : nothing}</p>
      ${copied && !copied.isDone ? html`<textarea readonly rows="9" aria-label=${words.show} .value=${copied.text}></textarea>` : nothing}
    </section>`
  }

  #text(guide: LoadedGuide, rows: readonly RecordRow[]): string {
    const {words} = this
    const here = rows.filter(isCertain)
    return [
      guide.manifest.title,
      ...here.length ? [words.modulesOf(here.length, ...this.#span(guide, here))] : [],
      ...rows.flatMap(row => {
        const result = [words.modules[row.progress.status as Outcomes], this.#score(row), this.#on(guide, row)].filter(Boolean)
        const outcomes = row.module?.outcomes ?? []
        return ['', `${row.title}: ${result.join(', ')}`, ...outcomes.length ? [words.learned(outcomes.join('; '))] : []]
      }),
    ].join('\n')
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
    return [...index.modules].flatMap(([id, {completions, elsewhere}]) => {
      const progress = moduleProgress(known.get(id) ?? gone(id), index)
      const last = [...completions].sort(byTime).reverse().find(({outcome}) => outcome === progress.status) ?? completions[0]
      if (!GROUPS.includes(progress.status as Outcomes)) return []
      const title = known.get(id)?.title ?? this.words.gone(id)
      const event = last ?? this.record.events.find(({at}) => at === progress.last)
      // What was done elsewhere was done on the day that the learner gave, and on none that is known without it.
      const at = progress.status === 'elsewhere' ? elsewhere?.date ?? '' : event ? clockTime(event) : ''
      return [{id, title, module: known.get(id), progress, at, edition: last?.edition ?? ''}]
    })
  }

  /** All that was done, each pathway of which all was done, each module. */
  #offers({manifest}: LoadedGuide, done: readonly RecordRow[]): CertificateOffer[] {
    const pathways = manifest.pathways.flatMap(({id, title, modules}): CertificateOffer[] => {
      const rows = modules.flatMap(module => done.find(row => row.id === module) ?? [])
      const known = modules.filter(module => manifest.modules.some(each => each.id === module))
      return rows.length && rows.length === known.length ? [{id: `pathway ${id}`, label: this.words.pathwayDone(title), title, rows}] : []
    })
    const all = {id: '', label: this.words.allDone(done.length), title: this.words.certificateAll, rows: done}
    return [...done.length > 1 ? [all] : [], ...pathways, ...done.map(row =>
      ({id: `module ${row.id}`, label: row.title, title: row.title, rows: [row]}))]
  }

  /** Of what was done elsewhere, nobody knows a score or a time. */
  #score({progress: {best, status}}: RecordRow): string {
    return status === 'elsewhere' ? '' : best ? this.words.scoreOf(best.right, best.of) : this.words.noScore
  }

  #minutes({module, progress: {status}}: RecordRow): string {
    return module && status !== 'elsewhere' ? catalogueWords(this).minutes(module.minutes) : ''
  }

  #on({manifest}: LoadedGuide, {at}: RecordRow): string {
    return longDate(at, manifest.lang)
  }

  #date(guide: LoadedGuide, event?: LearnerEvent): string {
    return event ? longDate(clockTime(event), guide.manifest.lang) : ''
  }

  #print(event: SubmitEvent, guide: LoadedGuide, offers: readonly CertificateOffer[]): void {
    event.preventDefault()
    const said = new FormData(event.target as HTMLFormElement)
    const {title, rows} = offers.find(({id}) => id === said.get('of')) ?? offers[0]!
    const {manifest} = guide
    define('dsg-certificate', DsgCertificate)
    const certificate = document.createElement('dsg-certificate')
    certificate.lang = manifest.lang
    certificate.text = {
      guide: manifest.title,
      organisation: manifest.settings[ORGANISATION] || manifest.publisher || '',
      learner: String(said.get('name') ?? '').trim(),
      title,
      summary: this.words.modulesOf(rows.length, ...this.#span(guide, rows)),
      review: this.#review(guide, rows),
      code: checkCode(manifest.id, rows),
      lines: rows.map((row): CertificateLine => ({
        module: row.title, outcome: this.words.modules[row.progress.status as Outcomes], score: this.#score(row),
        date: this.#on(guide, row), minutes: this.#minutes(row), outcomes: row.module?.outcomes ?? [],
      })),
    }
    void printAlone(certificate)
  }

  /** How old the pages are, which is known of this edition only. */
  #review({manifest: {lang, edition}}: LoadedGuide, rows: readonly RecordRow[]): string {
    const current = rows.filter(row => row.edition === edition)
    const days = current.flatMap(({module}) => module?.lastReviewed ?? []).sort()
    const [first] = days
    const isOneDay = first === days.at(-1)
    const words = current.every(({module}) => module?.reviewed)
      ? isOneDay ? this.words.reviewed : this.words.reviewedFrom
      : isOneDay ? this.words.checked : this.words.checkedFrom
    return [first ? words(longDate(first, lang)) : '', current.length < rows.length ? this.words.earlier : ''].filter(Boolean).join(' ')
  }

  #download(guide: LoadedGuide): void {
    saveFile('digital-skills-record.csv', 'text/csv', learnerCsv(this.record.events, guide.manifest))
  }
}

/** True for what can stand on a certificate: what was done here, and came to a good end. */
function isCertain({progress: {status}}: RecordRow): boolean {
  return isDoneHere(status)
}

/** The same for the same results, in groups that can be read out. It tells that a paper and a file agree, and stops no forger. */
function checkCode(guide: string, rows: readonly RecordRow[]): string {
  const said = rows.map(({id, progress: {status, best}, at}) => [id, status, best?.right, best?.of, at])
  return exactHash(JSON.stringify([guide, said])).toUpperCase().replace(/(.{4})(?=.)/g, '$1-')
}

function listed(parts: readonly string[], lang: string): string {
  return new Intl.ListFormat(localeOf(lang), {type: 'conjunction'}).format(parts)
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
