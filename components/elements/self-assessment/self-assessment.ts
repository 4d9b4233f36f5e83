import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import {
  levelWords, minutesToRate, openSitting, profileOf, shallowDomains, shortForm, sittings, statementsOf, type Sitting,
} from '../../model/assessment/assessment.js'
import {plainText, type Inline} from '../../model/guide/document.js'
import type {Domain, Framework} from '../../model/guide/framework.js'
import type {RateStatement} from '../../model/guide/question.js'
import type {Rating} from '../../model/record/record.js'
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
import {stringsFor} from '../shared/words/strings.js'
import {savingPanel} from '../saving/panel.js'
import {renderContext} from '../term/render-context.js'
import {asksOf, lastNeed, ratingOf, type Ask} from './asks.js'
import {basis} from './basis.js'
import {selfAssessmentStrings} from './self-assessment.strings.js'

/** What was chosen, by the statement's id. */
type Drafts = Readonly<Record<string, Partial<Record<Ask, Rating>>>>

/** What is on screen: `intro`, `check` (all answers, to change), `result`, or the number of a statement, from 0. */
type AssessmentStep = 'intro' | 'check' | 'result' | number

/** What can be rated beside everything: the short form, or one domain that is chosen under it. */
const SHORT = '*'
const ONE = 'one'

/**
 * Rate statements twice, now and needed for my role: one ask a page, a short form first, deeper where the learner likes; stop
 * and go on, change an answer, see the result. Nothing is judged and nothing is locked by it.
 *
 * @tag dsg-self-assessment
 * @slot - shown until the assessment is ready, and when it cannot be loaded
 * @fires dsg-began - {RecordedEvent} an assessment was started
 * @fires dsg-rated - {RecordedEvent} a statement was rated
 * @fires dsg-assessed - {RecordedEvent} an assessment was finished
 * @csspart statement - the statement being rated
 * @csspart deeper - what can be rated beside the short form
 */
export class DsgSelfAssessment extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, css`
    form, .check { max-width: 44em }
    [part='statement'] { scroll-margin-block-start: 1em }
    .caption { margin-block-end: .4em; color: var(--_dsg-secondary); font-size: .9em }
    .ask { font-size: 1.1em; font-weight: 700 }
    .next { font-size: 1.4em; line-height: 1.25 }
    .level { display: block; font-weight: 700 }
    .level::first-letter { text-transform: uppercase }
    .so-far { padding-inline-start: .8em; border-inline-start: 4px solid var(--_dsg-border) }
    .deeper { max-width: 44em; margin-block: 1.6em }
    .deeper ul { margin: 0; padding: 0; list-style: none }
    .deeper li { display: flex; flex-wrap: wrap; gap: .2em 1em; align-items: center; margin-block-end: .6em }
    .deeper .caption { margin: 0 }
    .areas { margin: 0 0 1em 21px; padding-inline-start: 1.2em; border-inline-start: 4px solid var(--_dsg-border) }
    .areas fieldset { margin: 0 }
    .choice > .below { margin-block: -.5em .5em }
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
  @state() private ask: Ask = 'now'
  @state() private hasProblem = false
  /** On the first page: is one domain to be rated? */
  @state() private isOne = false
  /** What was chosen of statements and is in no rating yet, as that has all asks: by the statement's id. */
  #drafts: Drafts = {}
  #isChanging = false

  /** Goes up to render the first page anew: what was chosen there is forgotten too. */
  @state() private timesCleared = 0

  /** For a page that is loaded again. @internal */
  get carried(): unknown {
    const {step, ask} = this
    return step === 'intro' ? undefined : {step, isChanging: this.#isChanging, ask, drafts: this.#drafts}
  }

  /** @internal */
  set carried(carried: {step?: unknown; isChanging?: unknown; ask?: Ask; drafts?: Drafts} | null) {
    const {step, isChanging, ask, drafts} = carried ?? {}
    if (step !== 'check' && step !== 'result' && typeof step !== 'number') return
    this.#isChanging = isChanging === true
    this.#goTo(step, ask)
    this.#drafts = drafts ?? {}
  }

  protected override startAfresh(): void {
    this.timesCleared += 1
    this.step = 'intro'
    this.hasProblem = false
    this.isOne = false
    this.#drafts = {}
    this.#isChanging = false
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {value: content, isMissing} = this.#framework
    const {step} = this
    if (isMissing) return html`<p>${this.framework ? this.words.notFound(this.framework) : this.words.none}</p>`
    if (!content) return undefined
    const sitting = this.#sitting(content)
    if (step === 'result') return this.#result(guide, content)
    if (step === 'intro' || !sitting) return keyed(this.timesCleared, this.#intro(content, openSitting(content.id, this.record.events)))
    const statements = statementsOf(content, sitting)
    const statement = step === 'check' ? undefined : statements[step]
    return statement
      ? keyed(`${statement.id} ${this.ask}`, this.#statement(guide, content, sitting, statement, statements.length))
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
    const short = shortForm(content)
    const chosen = this.domains.split(/\s+/).filter(id => content.domains.some(domain => domain.id === id))
    const finished = sittings(content.id, this.record.events).filter(({finished}) => finished).at(-1)
    const time = (statements: readonly RateStatement[]) => this.#time(content, statements)
    const option = (value: string, label: string, statements: readonly RateStatement[]): Choice =>
      ({id: `domain-${value || 'all'}`, value, label, hint: time(statements)})
    const times = [...new Set(content.domains.map(({statements}) => time(statements)))]
    const error = this.hasProblem ? this.words.whichOneError : ''
    return html`
      ${errorSummary(this, error ? [{id: 'area', message: error}] : [], this.headingLevel)}
      <p class="caption">${content.title}</p>
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      ${sitting ? this.#resume(content, sitting) : finished ? this.#deeper(content, finished) : nothing}
      <div class="prose">
        <p>${this.words.intro}</p>
        <p>${isSeen(this.guide!.record) ? this.words.notOnlyForYou : this.words.forYou}</p>
        ${chosen.length ? html`<p>${time(content.domains
          .filter(({id}) => chosen.includes(id)).flatMap(({statements}) => statements))}</p>` : nothing}
      </div>
      <form @submit=${(event: SubmitEvent) => this.#start(event, content, chosen)}>
        ${chosen.length ? nothing : html`<div @change=${this.#whichChanged}>${group({id: 'domain', label: this.words.which}, [
          choices('domain', [
            ...short.length < all.length ? [option(SHORT, this.words.short, short)] : [],
            option('', this.words.all, all),
            ...content.domains.length > 1
              ? [{value: ONE, label: this.words.one, hint: times.length > 1 ? '' : times[0]}] : [],
          ], short.length < all.length ? SHORT : ''),
          html`<div class="areas" ?hidden=${!this.isOne}>${group({id: 'area', label: this.words.whichOne, error},
            choices('area', content.domains.map(({id, short, statements}) =>
              ({value: id, label: short, hint: times.length > 1 ? time(statements) : ''}))))}</div>`,
        ])}</div>`}
        ${finished ? html`<div class="choice">
          <input type="checkbox" id="look-back" name="look-back" aria-describedby="look-back-hint">
          <label for="look-back">${this.words.lookBack}</label>
          <p class="hint below" id="look-back-hint">${this.words.lookBackHint}</p>
        </div>` : nothing}
        <button class=${sitting ? 'secondary' : nothing}>${sitting ? this.words.startAgain : this.words.start}</button>
      </form>
      ${basis(content, this.words)}
      ${savingPanel(this)}`
  }

  #whichChanged = ({target}: Event) => {
    const {name, value} = target as HTMLInputElement
    if (name === 'domain') this.isOne = value === ONE
  }

  #time(content: Framework, statements: readonly RateStatement[], asks = asksOf({looksBack: false}).length): string {
    return this.words.time(statements.length, statements.length * asks, minutesToRate(content, statements, asks))
  }

  /** What a sitting has not asked yet, as buttons: the domain with the largest gap first. */
  #deeper(content: Framework, sitting: Sitting): TemplateResult | typeof nothing {
    const asked = statementsOf(content, sitting)
    const gaps = new Map(profileOf(content, sitting).map(({domain, gap = -Infinity}) => [domain, gap]))
    const gapOf = ({id}: Domain) => gaps.get(id) ?? -Infinity
    const shallow = shallowDomains(content, sitting).sort((a, b) => gapOf(a) === gapOf(b) ? 0 : gapOf(b) - gapOf(a))
    if (!shallow.length) return nothing
    const more = (domains: readonly Domain[]) =>
      this.#time(content, domains.flatMap(({statements}) => statements).filter(statement => !asked.includes(statement)),
        asksOf(sitting).length)
    const offer = (label: string, domains: readonly Domain[]) => html`<li>
      <button class="secondary" type="button" aria-describedby="more-${domains.length > 1 ? '' : domains[0]!.id}"
        @click=${() => this.#deepen(content, sitting, domains)}>${label}</button>
      <span class="caption" id="more-${domains.length > 1 ? '' : domains[0]!.id}">${more(domains)}</span></li>`
    return html`<section class="deeper" part="deeper">
      ${heading(this.headingLevel + 1, this.words.deeper, {size: 'm'})}
      <p>${this.words.deeperHint} ${shallow.some(domain => gapOf(domain) > 0) ? this.words.deeperOrder : nothing}</p>
      <ul>${shallow.map(domain => offer(domain.short, [domain]))}${shallow.length > 1 ? offer(this.words.deeperAll, shallow) : nothing}</ul>
    </section>`
  }

  #resume(content: Framework, sitting: Sitting): TemplateResult {
    const statements = statementsOf(content, sitting)
    const next = statements.findIndex(({id}) => !sitting.ratings.has(id))
    return html`<div class="callout local">
      <p id="resume" tabindex="-1">${this.words.resumeAt(statements.filter(({id}) => sitting.ratings.has(id)).length, statements.length)}</p>
      <button type="button" @click=${() => this.#goTo(next < 0 ? 'check' : next, asksOf(sitting)[0])}>${this.words.resume}</button>
    </div>
    <dsg-keep .guide=${this.guide}></dsg-keep>`
  }

  #statement(guide: LoadedGuide, content: Framework, sitting: Sitting, statement: RateStatement, of: number): TemplateResult {
    const context = {...renderContext(this, guide, this.headingLevel), where: `statement "${statement.id}"`}
    const domain = content.domains.find(({statements}) => statements.includes(statement))
    const given = this.#given(sitting, statement)
    const {ask} = this
    const asks = asksOf(sitting)
    const place = asks.indexOf(ask)
    // Each ask begins at the heading. Round it is a group, so that people hear with it how far they are and what is asked.
    // What is new in an ask is the largest: first the statement, then the question.
    const same = ask === 'needed' && given.needed === undefined ? lastNeed(sitting, statement) : undefined
    const answer = (rating: Rating | undefined) => this.#answer(content, sitting, statement, rating)
    return html`<form novalidate part="statement" @submit=${(event: SubmitEvent) => {
      event.preventDefault()
      answer(ratingOf(new FormData(event.target as HTMLFormElement).get(ask)))
    }}>
      <p><button class="link-button" type="button" @click=${() => this.#back(sitting)}>${this.say.back}</button></p>
      ${errorSummary(this, this.hasProblem ? [{id: ask, message: this.#error(ask)}] : [], this.headingLevel)}
      <div role="group" aria-labelledby="counter ask">
      <p class="caption" id="counter">${
  `${this.words.counter(this.step as number + 1, of, place + 1, asks.length)}${domain ? `: ${domain.short}` : ''}`}</p>
      ${domain?.statements[0] === statement && !place ? renderBlocks(domain.summary, context) : nothing}
      ${heading(this.headingLevel, renderInlines(statement.prompt, context), {id: 'title', size: place ? 'm' : 'l', focusable: true})}
      ${renderBlocks(statement.body, context)}
      ${statement.hint ? html`<details><summary>${this.words.hint}</summary>
        <div class="details-text sentence">${renderBlocks(statement.hint, context)}</div></details>` : nothing}
      ${statement.why ? html`<div class="sentence">${renderBlocks(statement.why, context)}</div>` : nothing}
      ${ask === 'needed' && given.now !== undefined
        ? html`<p class="so-far">${this.words.soFar(this.#said(content, statement, given.now))}</p>` : nothing}
      ${this.#ask(content, statement, given[ask], context, place > 0)}
      </div>
      <div class="button-row">
        <button>${this.say.continue}</button>
        ${same === undefined ? nothing : html`<button class="secondary" type="button" @click=${() => answer(same)}>
          ${this.words.sameAsLast(this.#said(content, statement, same))}</button>`}
        <button class="link-button" type="button" @click=${() => this.#stop(content)}>${this.words.stop}</button>
      </div>
    </form>
    ${savingPanel(this, true)}`
  }

  /** What a role needs has words of its own where the framework has them; else it is asked so that the statement's words fit. */
  #ask(
    {levels, needed}: Framework, statement: RateStatement, chosen: Rating | undefined, context: RenderContext, isNext: boolean,
  ): TemplateResult {
    const {ask} = this
    const option = (value: Rating, label: unknown, isApart = false): Choice => ({value, label, isApart})
    const label = (words: readonly Inline[], i: number): unknown => {
      const own = ask === 'needed' && levels ? needed?.[i] : renderInlines(words, context)
      return levels ? html`<span class="level">${levels[i]}</span> ${own}` : own
    }
    return group({
      id: ask, label: html`<span id="ask">${this.words[ask === 'needed' && !levels ? 'neededOf' : ask]}</span>`,
      error: this.hasProblem ? this.#error(ask) : '',
    }, choices(ask, [
      ...statement.levels.map((words, i) => option(i + 1 as Rating, label(words, i))),
      option('unsure', this.words.unsure, true),
      ...ask === 'needed' ? [option('not-my-role', this.words.notMyRole)] : [],
    ], chosen), isNext ? 'ask next' : 'ask')
  }

  /** What was answered of a statement: in this visit, or else in the record. */
  #given(sitting: Sitting, {id}: RateStatement): Partial<Record<Ask, Rating>> {
    return {...sitting.ratings.get(id), ...this.#drafts[id]}
  }

  /** A rating in the words that were chosen. */
  #said(content: Framework, statement: RateStatement, rating: Rating): string {
    return typeof rating === 'number' ? levelWords(content, statement, rating)
      : rating === 'unsure' ? this.words.unsure : this.words.notMyRole
  }

  #check(content: Framework, sitting: Sitting, statements: readonly RateStatement[]): TemplateResult {
    return html`
      ${heading(this.headingLevel, this.words.checkTitle, {id: 'title', size: 'l', focusable: true})}
      <p>${this.words.checkHint}</p>
      <dsg-keep .guide=${this.guide}></dsg-keep>
      <ol class="check">${statements.map((statement, i) => {
        const rated = sitting.ratings.get(statement.id)
        const asks = asksOf(sitting)
        return html`<li>
          <div>${plainText(statement.prompt)}
            ${asks.map(ask => rated?.[ask] === undefined ? nothing
              : html`<p>${`${this.words.summary[ask]}: ${this.#said(content, statement, rated[ask])}`}</p>`)}</div>
          <button class="link-button" type="button" id="change-${i}" @click=${() => this.#goTo(i, asks[0])}>
            ${this.words.change}<span class="visually-hidden"> ${this.words.changeOf(plainText(statement.prompt))}</span></button>
        </li>`
      })}</ol>
      <button type="button" @click=${() => this.#finish(content, sitting)}>${this.words.see}</button>
      ${savingPanel(this, true)}`
  }

  #result(guide: LoadedGuide, content: Framework): TemplateResult {
    const latest = sittings(content.id, this.record.events).filter(({finished}) => finished).at(-1)
    return html`
      <dsg-profile .guide=${guide} framework=${content.id} heading-level=${this.headingLevel}
        guide-href=${this.guideHref ?? nothing}></dsg-profile>
      ${latest ? this.#deeper(content, latest) : nothing}
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
    const which = chosen.length ? '' : form.get('domain')
    const isShort = which === SHORT
    const area = which === ONE ? form.get('area') as string | null : undefined
    this.hasProblem = area === null
    if (area === null) {
      this.focusNext('.error-summary')
      return
    }
    const domains = chosen.length ? [...chosen] : area ? [area] : content.domains.map(({id}) => id)
    const looksBack = form.has('look-back')
    this.#isChanging = false
    this.#drafts = {}
    this.record.add({
      type: 'began', about: content.id, hash: '', assessment: newId(), domains,
      ...(isShort && {statements: shortForm(content).map(({id}) => id)}), ...(looksBack && {looksBack}),
    })
    this.#goTo(0, looksBack ? 'before' : 'now')
  }

  /** Adds all statements of some domains to a sitting. */
  #deepen(content: Framework, {id, ratings}: Sitting, domains: readonly Domain[]): void {
    this.record.add({type: 'began', about: content.id, hash: '', assessment: id, domains: domains.map(({id}) => id)})
    const sitting = sittings(content.id, this.record.events).find(each => each.id === id)!
    this.#goTo(statementsOf(content, sitting).findIndex(({id}) => !ratings.has(id)), asksOf(sitting)[0])
  }

  #back(sitting: Sitting): void {
    const asks = asksOf(sitting)
    const at = this.step as number
    const before = asks[asks.indexOf(this.ask) - 1]
    if (before) this.#goTo(at, before)
    else if (at > 0) this.#goTo(at - 1, asks.at(-1))
    else this.#goTo('intro')
  }

  /** Takes an answer, and leads on: to the next ask, the next statement without a rating, or the check of all. */
  #answer(content: Framework, sitting: Sitting, statement: RateStatement, rating: Rating | undefined): void {
    this.hasProblem = rating === undefined
    if (rating === undefined) {
      this.focusNext('.error-summary')
      return
    }
    const at = this.step as number
    const asks = asksOf(sitting)
    const {[statement.id]: draft, ...others} = this.#drafts
    this.#drafts = {...others, [statement.id]: {...draft, [this.ask]: rating}}
    const next = asks[asks.indexOf(this.ask) + 1]
    if (next) {
      this.#goTo(at, next)
      return
    }
    const {now, needed, before} = this.#given(sitting, statement)
    this.#drafts = others
    this.record.add({
      type: 'rated', about: statement.id, hash: statement.hash, assessment: sitting.id, framework: content.id,
      domain: statement.domain, now: now!, needed: needed!, ...(asks.includes('before') && {before: before!}),
    })
    const wasRated = sitting.ratings.has(statement.id)
    const statements = statementsOf(content, sitting)
    const isOpen = ({id}: RateStatement) => id !== statement.id && !sitting.ratings.has(id)
    const after = statements.findIndex((each, i) => i > at && isOpen(each))
    const open = after < 0 ? statements.findIndex(isOpen) : after
    this.#goTo(open < 0 ? 'check' : open, asks[0])
    // Who changed one answer of all goes on with the list where they left it.
    if (open < 0 && wasRated) this.focusNext(`#change-${at}`)
  }

  #finish(content: Framework, sitting: Sitting): void {
    if (!sitting.finished || sitting.isDeepened) {
      this.record.add({type: 'assessed', about: content.id, hash: '', assessment: sitting.id})
    }
    this.#isChanging = false
    this.#goTo('result')
  }

  #change = () => {
    this.#isChanging = true
    this.#goTo('check')
  }

  #goTo(step: AssessmentStep, ask: Ask = 'now'): void {
    this.step = step
    this.ask = ask
    this.hasProblem = false
    if (step === 'result') void this.#focusResult()
    else this.focusNext('#title')
    if (typeof step === 'number') void this.#showAsk()
  }

  /** Each ask begins at its top, also for those who scrolled down to Continue. One that is seen whole stays where it is. */
  async #showAsk(): Promise<void> {
    await this.updateComplete
    const form = this.renderRoot.querySelector('form')
    const {top = 0, bottom = 0} = form?.getBoundingClientRect() ?? {}
    if (top < 0 || bottom > innerHeight) form?.scrollIntoView({block: 'start', behavior: 'instant'})
  }

  /** To where they hear how far they have got, with what follows from it. */
  #stop(content: Framework): void {
    this.#goTo('intro')
    if (openSitting(content.id, this.record.events)) this.focusNext('#resume')
  }

  /** The code of the profile is fetched only now, when there is a result to show. */
  async #focusResult(): Promise<void> {
    await this.source.load(async () => { await import('../profile/define.js') })
    await this.updateComplete
    this.renderRoot.querySelector<GuideElement>('dsg-profile')?.focusHeading()
  }
}

/** Do others get what the learner rates? */
function isSeen({reported, copy, saving}: RecordStore): boolean {
  return reported?.hasRatings || copy?.state === 'kept' || saving === 'elsewhere'
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-self-assessment': DsgSelfAssessment }
}
