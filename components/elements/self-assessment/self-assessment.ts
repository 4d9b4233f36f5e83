import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import {openSitting, sittings, statementsOf, type Sitting} from '../../model/assessment/assessment.js'
import {plainText} from '../../model/guide/document.js'
import type {Framework} from '../../model/guide/framework.js'
import type {RateStatement} from '../../model/guide/question.js'
import type {RatedEvent, Rating} from '../../model/record/record.js'
import type {RecordStore} from '../../state/record/record.js'
import {newId} from '../../state/log/ids.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {GuidePart} from '../shared/base/guide-part.js'
import {choices, type Choice} from '../shared/form/choices.js'
import {errorSummary} from '../shared/form/error-summary.js'
import {group} from '../shared/form/field.js'
import {heading} from '../shared/document/heading.js'
import {renderBlocks, renderInlines, type RenderContext} from '../shared/document/render-document.js'
import {sourceLink} from '../shared/document/source-link.js'
import {stringsFor} from '../shared/words/strings.js'
import {savingPanel} from '../saving/panel.js'
import {renderContext} from '../term/render-context.js'
import {selfAssessmentStrings} from './self-assessment.strings.js'

/** A question that is asked of each statement: the level now, the level the role needs, the level before. */
type Ask = 'now' | 'needed' | 'before'

/** What is on screen: `intro`, `check` (all answers, to change), `result`, or the number of a statement, from 0. */
type AssessmentStep = 'intro' | 'check' | 'result' | number

/** Seconds to read a statement and choose twice; our estimate, for "about 10 minutes". */
const SECONDS_A_STATEMENT = 25

/**
 * Rate statements twice, now and needed for my role: one statement a page, stop and go on, change an answer, see the
 * result. Nothing is judged and nothing is locked by it.
 *
 * @tag dsg-self-assessment
 * @slot - shown until the assessment is ready, and when it cannot be loaded
 * @fires dsg-began - {RecordedEvent} an assessment was started
 * @fires dsg-rated - {RecordedEvent} a statement was rated
 * @fires dsg-assessed - {RecordedEvent} an assessment was finished
 * @csspart statement - the statement being rated
 */
export class DsgSelfAssessment extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, css`
    form, .check { max-width: 44em }
    .caption { margin-block-end: .4em; color: var(--_dsg-secondary); font-size: .9em }
    .ask { font-size: 1.1em; font-weight: 700 }
    .choice.apart { margin-block-start: 1em }
    .check { margin: 0 0 1.5em; padding: 0; list-style: none }
    .check > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .2em 1em; margin: 0; padding: .7em 0; border-block-start: 1px solid var(--_dsg-border) }
    .check p { margin: 0; color: var(--_dsg-secondary); font-size: .9em }
    .check .link-button { align-self: start }
  `]

  /** Id of the framework; the guide's first when there is none. */
  @property() framework?: string

  /** Ids of the domains to rate, with spaces between them: a short form. Default: the learner chooses. */
  @property() domains = ''

  readonly #framework = new GuidePart<Framework>(this, {
    list: ({frameworks}) => frameworks,
    wanted: ({frameworks}) => this.framework ?? frameworks[0]?.id,
    get: (guide, id) => guide.framework(id),
    opened: () => { this.step = 'intro' },
  })

  @state() private step: AssessmentStep = 'intro'
  @state() private problems: readonly Ask[] = []
  #isChanging = false

  /** Goes up to render the first page anew: what was chosen there is forgotten too. */
  @state() private timesCleared = 0

  /** For a page that is loaded again. @internal */
  get carried(): unknown { return this.step === 'intro' ? undefined : {step: this.step, isChanging: this.#isChanging} }
  /** @internal */
  set carried(carried: {step?: unknown; isChanging?: unknown} | null) {
    const {step, isChanging} = carried ?? {}
    if (step !== 'check' && step !== 'result' && typeof step !== 'number') return
    this.#isChanging = isChanging === true
    this.#goTo(step)
  }

  protected override startAfresh(): void {
    this.timesCleared += 1
    this.step = 'intro'
    this.problems = []
    this.#isChanging = false
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {value: content, isMissing} = this.#framework
    const {step} = this
    if (isMissing) return html`<p>${this.framework ? this.words.notFound(this.framework) : this.words.none}</p>`
    if (!content) return undefined
    const sitting = this.#sitting(content)
    if (step === 'result') return this.#result(guide, content)
    if (step === 'intro' || !sitting) return keyed(this.timesCleared, this.#intro(content, sitting))
    const statements = statementsOf(content, sitting)
    const statement = step === 'check' ? undefined : statements[step]
    return statement
      ? keyed(statement.id, this.#statement(guide, content, sitting, statement, statements.length))
      : this.#check(content, sitting, statements)
  }

  private get words() { return stringsFor(this, selfAssessmentStrings) }

  /** The self-assessment that is not finished yet; while answers are being changed, the last finished one. */
  #sitting(content: Framework): Sitting | undefined {
    const {events} = this.record
    return openSitting(content.id, events) ?? (this.#isChanging ? sittings(content.id, events).at(-1) : undefined)
  }

  #intro(content: Framework, sitting: Sitting | undefined): TemplateResult {
    const all = content.domains.flatMap(({statements}) => statements)
    const chosen = this.domains.split(/\s+/).filter(id => content.domains.some(domain => domain.id === id))
    const statements = chosen.length
      ? content.domains.filter(({id}) => chosen.includes(id)).flatMap(({statements}) => statements) : all
    const minutes = Math.max(1, Math.round(statements.length * SECONDS_A_STATEMENT / 60))
    return html`
      <p class="caption">${content.title}</p>
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      ${sitting && !sitting.finished ? this.#resume(content, sitting) : nothing}
      <div class="prose">
        <p>${this.words.intro}</p>
        <p>${isSeen(this.guide!.record) ? this.words.notOnlyForYou : this.words.forYou}</p>
        <p>${this.words.time(statements.length, minutes)}</p>
      </div>
      <form @submit=${(event: SubmitEvent) => this.#start(event, content, chosen)}>
        ${chosen.length ? nothing : group({id: 'domain', label: this.words.which}, choices('domain', [
          {id: 'domain-all', value: '', label: this.words.all(all.length)},
          ...content.domains.map(({id, name, statements}) => ({value: id, label: this.words.one(name, statements.length)})),
        ], ''))}
        ${sittings(content.id, this.record.events).some(({finished}) => finished) ? html`<div class="choice">
          <input type="checkbox" id="look-back" name="look-back" aria-describedby="look-back-hint">
          <label for="look-back">${this.words.lookBack}</label>
          <p class="hint below" id="look-back-hint">${this.words.lookBackHint}</p>
        </div>` : nothing}
        <button class=${sitting && !sitting.finished ? 'secondary' : nothing}>
          ${sitting && !sitting.finished ? this.words.startAgain : this.words.start}</button>
      </form>
      ${this.#basis(content)}
      ${savingPanel(this)}`
  }

  #basis({note, publisher, sources}: Framework): TemplateResult | typeof nothing {
    if (!note && !publisher && !sources.length) return nothing
    return html`<details>
      <summary>${this.words.basis}</summary>
      <div class="details-text">
        ${note ? html`<p>${note}</p>` : nothing}
        <ul>${sources.map(source => html`<li>${sourceLink(source)}</li>`)}</ul>
        ${publisher ? html`<p>${this.words.publishedBy(publisher)}</p>` : nothing}
      </div>
    </details>`
  }

  #resume(content: Framework, sitting: Sitting): TemplateResult {
    const statements = statementsOf(content, sitting)
    const next = statements.findIndex(({id}) => !sitting.ratings.has(id))
    return html`<div class="callout local">
      <p role="status">${this.words.resumeAt(statements.filter(({id}) => sitting.ratings.has(id)).length, statements.length)}</p>
      <button type="button" @click=${() => this.#goTo(next < 0 ? 'check' : next)}>${this.words.resume}</button>
    </div>
    <dsg-keep .guide=${this.guide}></dsg-keep>`
  }

  #statement(guide: LoadedGuide, content: Framework, sitting: Sitting, statement: RateStatement, of: number): TemplateResult {
    const context = {...renderContext(this, guide, this.headingLevel), where: `statement "${statement.id}"`}
    const domain = content.domains.find(({statements}) => statements.includes(statement))
    const rated = sitting.ratings.get(statement.id)
    const at = this.step as number
    const asks: Ask[] = sitting.looksBack ? ['before', 'now', 'needed'] : ['now', 'needed']
    return html`<form novalidate part="statement" @submit=${(event: SubmitEvent) => this.#rate(event, content, sitting, statement, asks)}>
      <p><button class="link-button" type="button" @click=${() => this.#goTo(at > 0 ? at - 1 : 'intro')}>${this.say.back}</button></p>
      ${errorSummary(this, this.problems.map(ask => ({id: ask, message: this.#error(ask)})), this.headingLevel)}
      <p class="caption">${this.words.counter(at + 1, of)}${domain ? `: ${domain.short}` : nothing}</p>
      ${domain?.statements[0] === statement ? renderBlocks(domain.summary, context) : nothing}
      ${heading(this.headingLevel, renderInlines(statement.prompt, context), {id: 'title', size: 'l', focusable: true})}
      ${renderBlocks(statement.body, context)}
      ${statement.hint ? html`<details><summary>${this.words.hint}</summary>
        <div class="details-text sentence">${renderBlocks(statement.hint, context)}</div></details>` : nothing}
      ${statement.why ? html`<div class="sentence">${renderBlocks(statement.why, context)}</div>` : nothing}
      ${asks.map(ask => this.#ask(ask, statement, rated, context))}
      <div class="button-row">
        <button>${this.say.continue}</button>
        <button class="link-button" type="button" @click=${() => this.#goTo('intro')}>${this.words.stop}</button>
      </div>
    </form>
    ${savingPanel(this, true)}`
  }

  #ask(ask: Ask, statement: RateStatement, rated: RatedEvent | undefined, context: RenderContext): TemplateResult {
    const option = (value: Rating, label: unknown, isApart = false): Choice => ({value, label, isApart})
    return group({id: ask, label: this.words[ask], error: this.problems.includes(ask) ? this.#error(ask) : ''}, choices(ask, [
      ...statement.levels.map((words, i) => option(i + 1 as Rating, renderInlines(words, context))),
      option('unsure', this.words.unsure, true),
      ...ask === 'needed' ? [option('not-my-role', this.words.notMyRole)] : [],
    ], rated?.[ask]), 'ask')
  }

  #check(content: Framework, sitting: Sitting, statements: readonly RateStatement[]): TemplateResult {
    const words = (rating: Rating) => typeof rating === 'number' ? this.words.level(rating) : this.words.ratings[rating]
    return html`
      ${heading(this.headingLevel, this.words.checkTitle, {id: 'title', size: 'l', focusable: true})}
      <p>${this.words.checkHint}</p>
      <dsg-keep .guide=${this.guide}></dsg-keep>
      <ol class="check">${statements.map((statement, i) => {
        const rated = sitting.ratings.get(statement.id)
        return html`<li>
          <div>${plainText(statement.prompt)}${rated ? html`<p>${this.words.summary(words(rated.now), words(rated.needed))}</p>` : nothing}</div>
          <button class="link-button" type="button" @click=${() => this.#goTo(i)}>
            ${this.words.change}<span class="visually-hidden"> ${this.words.changeOf(plainText(statement.prompt))}</span></button>
        </li>`
      })}</ol>
      <button type="button" @click=${() => this.#finish(content, sitting)}>${this.words.see}</button>
      ${savingPanel(this, true)}`
  }

  #result(guide: LoadedGuide, content: Framework): TemplateResult {
    return html`
      <dsg-profile .guide=${guide} framework=${content.id} heading-level=${this.headingLevel}
        guide-href=${this.guideHref ?? nothing}></dsg-profile>
      <div class="button-row">
        <button class="secondary" type="button" @click=${this.#change}>${this.words.changeAnswers}</button>
        <button class="secondary" type="button" @click=${() => this.#goTo('intro')}>${this.words.rateAgain}</button>
      </div>
      ${savingPanel(this)}`
  }

  #error(ask: Ask): string {
    return {now: this.words.nowError, needed: this.words.neededError, before: this.words.beforeError}[ask]
  }

  #start(event: SubmitEvent, content: Framework, chosen: readonly string[]): void {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const one = String(form.get('domain') ?? '')
    const domains = chosen.length ? [...chosen] : one ? [one] : content.domains.map(({id}) => id)
    const looksBack = form.has('look-back')
    this.#isChanging = false
    this.record.add({type: 'began', about: content.id, hash: '', assessment: newId(), domains, ...(looksBack && {looksBack})})
    this.#goTo(0)
  }

  #rate(event: SubmitEvent, content: Framework, sitting: Sitting, statement: RateStatement, asks: readonly Ask[]): void {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const given = (ask: Ask) => ratingOf(form.get(ask))
    this.problems = asks.filter(ask => given(ask) === undefined)
    if (this.problems.length) {
      this.focusNext('.error-summary')
      return
    }
    const before = asks.includes('before') ? {before: given('before')!} : {}
    this.record.add({
      type: 'rated', about: statement.id, hash: statement.hash, assessment: sitting.id, framework: content.id,
      domain: statement.domain, now: given('now')!, needed: given('needed')!, ...before,
    })
    const statements = statementsOf(content, sitting)
    const rated = new Set([...sitting.ratings.keys(), statement.id])
    const next = this.step as number + 1
    this.#goTo(statements.every(({id}) => rated.has(id)) || next === statements.length ? 'check' : next)
  }

  #finish(content: Framework, sitting: Sitting): void {
    if (!sitting.finished) this.record.add({type: 'assessed', about: content.id, hash: '', assessment: sitting.id})
    this.#isChanging = false
    this.#goTo('result')
  }

  #change = () => {
    this.#isChanging = true
    this.#goTo('check')
  }

  #goTo(step: AssessmentStep): void {
    this.step = step
    this.problems = []
    if (step === 'result') void this.#focusResult()
    else this.focusNext('#title')
  }

  /** The code of the profile is fetched only now, when there is a result to show. */
  async #focusResult(): Promise<void> {
    await this.source.load(async () => { await import('../profile/define.js') })
    await this.updateComplete
    this.renderRoot.querySelector<GuideElement>('dsg-profile')?.focusHeading()
  }
}

function ratingOf(value: FormDataEntryValue | null): Rating | undefined {
  if (value === null) return undefined
  return value === 'unsure' || value === 'not-my-role' ? value : Number(value) as Rating
}

/** Do others get what the learner rates? */
function isSeen({reported, copy, saving}: RecordStore): boolean {
  return reported?.hasRatings || copy?.state === 'kept' || saving === 'elsewhere'
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-self-assessment': DsgSelfAssessment }
}
