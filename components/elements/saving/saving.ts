import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {leaving} from '../../state/device/known-absent.js'
import {atRisk} from '../../state/log/log.js'
import {pageClock, type Clock} from '../../state/visit/clock.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {IDLE_LIMIT_MS} from '../../state/visit/idle-time.js'
import {idleVisitOf, type IdleVisit} from '../../state/visit/idle-visit.js'
import {isKept, keepingOf, type RecordEnd} from '../../state/record/keeping.js'
import type {SavingState} from '../../state/record/record.js'
import {fields} from '../shared/styles/fields.styles.js'
import {focusedIn} from '../shared/page/focused-in.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {stringsFor} from '../shared/words/strings.js'
import {askToKeep, doAsAnswered, type KeepAnswer} from './ask.js'
import {KnownSections} from './known.js'
import {beginAnew, followEntries} from './next-person.js'
import {savingStrings} from './saving.strings.js'
import {askStyles, styles} from './saving.styles.js'

type SavingStep = 'rest' | 'asking' | 'confirming'

/** Elements around the panel that show the copy themselves. */
const WITH_RECORD = ['dsg-record', 'dsg-guide']
/** What the learner has to be told, whatever they are doing. All else that saving comes to would be said after every answer. */
const TROUBLE: readonly SavingState[] = ['blocked', 'full', 'outdated', 'newer']
const IDLE_MINUTES = IDLE_LIMIT_MS / 60_000
/** When focus moves inside one shadow root, the document gets no `focusin`; it does get the keys that moved it. */
const FOCUS_MAY_MOVE = ['focusin', 'keydown', 'keyup']

/**
 * Says in a line that stays in sight whether the learner's work is saved, and what can be done about it in a panel: save it, take
 * it away as a file, delete it. Nothing is on the device until the learner has said so. Where other people use it, "Delete my
 * record and answers" stays in sight. The browser asks before it leaves what would be lost.
 *
 * @tag dsg-saving
 * @csspart panel - the box around it
 * @csspart bar - the line that stays in sight
 */
export class DsgSaving extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, askStyles, styles]

  /** Only the line is there, until the learner asks for more. */
  @property({attribute: false}) folded = false

  /** Says what time it is for the clearing of shared visits. */
  @property({attribute: false}) clock: Clock = pageClock

  @state() private step: SavingStep = 'rest'

  /** For a page that is loaded again: what the learner said of this visit. @internal */
  get carried(): unknown { return this.guide && keepingOf(this.guide.record).isForVisit || undefined }
  /** @internal */
  set carried(isForVisit: unknown) {
    if (isForVisit === true && this.guide) keepingOf(this.guide.record).leave()
  }

  readonly #known = new KnownSections(this, this.focusNext)
  /** What was said last of a shared visit. It holds its place, so that the panel never shrinks under whoever is next. */
  #saidLast = ''
  #leaveEntries?: () => void

  override connectedCallback(): void {
    super.connectedCallback()
    for (const sign of FOCUS_MAY_MOVE) document.addEventListener(sign, this.#uncover)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const sign of FOCUS_MAY_MOVE) document.removeEventListener(sign, this.#uncover)
    removeEventListener('beforeunload', this.#warn)
    this.#leaveEntries?.()
    this.#leaveEntries = undefined
  }

  protected override startAfresh(): void {
    this.step = 'rest'
    if (!this.isShared) return
    const around = ((this.getRootNode() as Partial<ShadowRoot>).host ?? this) as GuideElement
    void beginAnew({
      around, waits: [this, this.renderRoot.querySelector('dsg-idle-warning')],
      wasIdle: idleVisitOf(this.guide!.record, this.clock).wasEnded,
      focus: () => (around.renderRoot.querySelector('#title') ? around : this).focusHeading(),
    })
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const record = this.guide?.record
    this.toggleAttribute('in-sight', Boolean(record && this.#said(record)))
    // Only while there is something to lose: with this listener, Firefox loads the page anew on the way back to it.
    if (this.isConnected && record && keepingOf(record).wouldBeLost) addEventListener('beforeunload', this.#warn)
    else removeEventListener('beforeunload', this.#warn)
    if (this.isShared && this.isConnected) this.#leaveEntries ??= followEntries()
    if (this.guide?.record.saving === 'outdated' && !this.source.failure) {
      this.source.fail('outdated', new Error('The code that saves progress could not be loaded.'))
    }
    const keeping = record && keepingOf(record)
    const news = keeping?.news
    if (news && this.isConnected && (news === this || !news.isConnected)) {
      keeping.news = undefined
      this.focusNext('#end')
    }
  }

  protected override renderGuide({record}: LoadedGuide): unknown {
    this.#known.follow(record)
    const visit = this.isShared ? idleVisitOf(record, this.clock) : undefined
    const said = visit?.wasEnded && this.words.ended(IDLE_MINUTES)
    if (visit && said) this.#saidLast = said
    return html`${this.folded ? nothing : this.#panel(record, visit, said)}${this.#bar(record)}
    ${visit ? html`<dsg-idle-warning .visit=${visit} @clear-now=${this.#clear}></dsg-idle-warning>` : nothing}`
  }

  #panel(record: LoadedGuide['record'], visit: IdleVisit | undefined, said: unknown): TemplateResult {
    const state = record.saving === 'off' ? nothing : html`<p id="state" tabindex="-1">${this.words.state[record.saving]}</p>`
    const isTrouble = TROUBLE.includes(record.saving)
    const isEnded = keepingOf(record).ended !== undefined
    return html`<section class="panel no-print" part="panel" aria-labelledby="title">
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 's', focusable: true})}
      ${isTrouble ? nothing : state}
      <div aria-live="polite">
        ${said ? html`<p>${said}</p>` : this.#saidLast ? html`<p class="past" aria-hidden="true">${this.#saidLast}</p>` : nothing}
        ${isTrouble ? state : nothing}
        ${atRisk.has(record) ? html`<p>${this.words.atRisk}</p>` : nothing}
        ${record.reported ? html`<p>${this.words.reported(record.reported.isNamed)}</p>` : nothing}
        ${record.unreadable ? html`<p>${this.words.unreadable(record.unreadable)}</p>` : nothing}
        ${visit && !isEnded ? html`<p>${this.words.visitOnly}</p>` : nothing}
      </div>
      ${isEnded ? nothing : visit ? html`<p>${this.words.visitEnds(IDLE_MINUTES)}</p>` : this.#step()}
      ${this.#known.claim?.question(record.claim)}
      ${this.#copy(record)}
      <dsg-take-away .guide=${this.guide}></dsg-take-away>
    </section>`
  }

  /** The line that says where the learner's record is. Where there is none, there is nothing to say. */
  #bar(record: LoadedGuide['record']): unknown {
    const {ended} = keepingOf(record)
    if (ended) return this.#end(record, ended)
    const said = this.#said(record)
    if (!said) return nothing
    if (this.isShared && this.step === 'confirming') return html`<div class="bar no-print" part="bar">${this.#confirm()}</div>`
    return html`<div class="bar ${this.isShared ? '' : 'quiet'} no-print" part="bar">
      <p aria-live=${this.folded && TROUBLE.includes(record.saving) ? 'polite' : nothing}>${said}</p>
      ${this.isShared ? this.#clearButton() : this.#isAsked ? nothing : html`
        <button class="link-button" type="button" @click=${this.#open}>${isUnsaved(record) ? this.words.choose : this.words.more}</button>`}
    </div>`
  }

  /** All that is said once the record is deleted: it is in sight wherever the learner is. */
  #end(record: LoadedGuide['record'], ended: RecordEnd): TemplateResult {
    const words = this.words.end
    return html`<div class="bar no-print" part="bar"><div id="end" tabindex="-1">
      <p><strong>${words[ended]}</strong></p>
      ${ended === 'deleted' ? html`<p>${words.stays}${record.reported ? ` ${words.sent}` : ''}</p>` : nothing}
    </div></div>`
  }

  /** The learner is asked something already, here or beside what they did: nobody is offered to save twice on one screen. */
  get #isAsked(): boolean {
    return this.step !== 'rest' || keepingOf(this.guide!.record).isSeen
  }

  #said(record: LoadedGuide['record']): string {
    const {bar, state} = this.words
    const {saving, events} = record
    const {ended} = keepingOf(record)
    if (ended) return this.words.end[ended]
    if (this.isShared) return bar.shared
    if (saving === 'saved' || saving === 'saving') return state[saving]
    if (!events.length || saving === 'elsewhere') return ''
    if (saving === 'opening') return state.opening
    return isKept(record) ? bar.copy : saving === 'off' && keepingOf(record).isForVisit ? bar.visit : bar.not
  }

  /** The copy of the record, on pages that have no "My record" to show it. */
  #copy({copy, claim}: LoadedGuide['record']): unknown {
    const around = (this.getRootNode() as Partial<ShadowRoot>).host?.localName ?? ''
    const known = this.#known.copy
    if (!known || !copy || copy.state === 'looking' || WITH_RECORD.includes(around)) return nothing
    return html`<details class="no-print" ?open=${copy.state === 'separate' && !claim}>
      <summary>${known.title}</summary>
      <div class="details-text">${known.render(copy)}</div>
    </details>`
  }

  private get isShared() { return this.guide?.record.visit === 'shared' }

  private get words() { return stringsFor(this, savingStrings) }

  #step(): TemplateResult {
    if (this.step === 'asking') {
      return askToKeep(this.words, html`<p class="question" id="ask" tabindex="-1">${this.words.ask}</p>`, this.#answer)
    }
    if (this.step === 'confirming') return this.#confirm()
    const {saving, reported} = this.guide!.record
    if (saving === 'elsewhere') return html``
    const isStopped = saving === 'blocked' || saving === 'full'
    return html`
      ${saving === 'off' ? html`<p>${this.words.off}${reported ? '' : ` ${this.words.stays}`}</p>` : nothing}
      <div class="button-row">
        ${saving === 'off' && (isKept(this.guide!.record) || !this.record.events.length)
          ? html`<button class="secondary" type="button" @click=${() => this.#go('asking', '#ask')}>${this.words.start}</button>` : nothing}
        ${isStopped
          ? html`<button class="secondary" type="button" @click=${() => this.#answer('yes')}>${this.words.tryAgain}</button>` : nothing}
        ${saving !== 'off' || this.record.events.length ? this.#clearButton() : nothing}
      </div>`
  }

  #clearButton(): TemplateResult {
    return html`<button class=${this.isShared ? 'secondary' : 'link-button'} type="button"
      @click=${() => this.#go('confirming', '#confirm')}>${this.words.clear}</button>`
  }

  #confirm(): TemplateResult {
    return html`
      <p id="confirm" tabindex="-1">${this.words.confirm}</p>
      <div class="button-row">
        <button class="danger" type="button" @click=${this.#clear}>${this.words.confirmYes}</button>
        <button class="link-button" type="button" @click=${() => this.#go('rest', '#title')}>${this.words.cancel}</button>
      </div>`
  }

  #go(step: SavingStep, focus: string): void {
    this.step = step
    // It is put here, then, and nowhere else.
    if (step === 'asking') keepingOf(this.guide!.record).puts(this)
    this.focusNext(focus)
  }

  /** From the line to where more can be done. */
  #open = () => {
    this.folded = false
    if (isUnsaved(this.guide!.record)) this.#go('asking', '#ask')
    else this.#go('rest', '#title')
  }

  /** The focus says what became of it. */
  #answer = async (given: KeepAnswer) => {
    const {record} = this.guide!
    await doAsAnswered(record, given)
    this.#go('rest', record.saving === 'off' ? '#title' : '#state')
  }

  #clear = () => {
    this.step = 'rest'
    void keepingOf(this.guide!.record).end(this)
  }

  /** The browser asks before it closes a page with something on it that is kept nowhere, while nobody has said that it may go. */
  #warn = (event: BeforeUnloadEvent) => {
    if (!leaving.isHandedOver) event.preventDefault()
  }

  /** The bar lies over whatever is below it, but never over what has the focus (WCAG 2.4.11). */
  #uncover = () => {
    // In the next frame: whoever moves the focus scrolls to it first, and then it can be measured.
    requestAnimationFrame(() => {
      const bar = this.renderRoot.querySelector('.bar')
      const target = focusedIn(this.ownerDocument)
      if (!bar || !target || target === this.ownerDocument.body || bar.contains(target)) return
      const [over, under] = [bar.getBoundingClientRect(), target.getBoundingClientRect()]
      const isCovered = under.bottom > over.top && under.top < over.bottom
      // What is taller than the room above the bar is partly in view anyway, and scrolling would make it jump.
      if (isCovered && under.height < over.top) target.scrollIntoView({block: 'center'})
    })
  }
}

/** Is it kept nowhere, while it could be? */
function isUnsaved(record: LoadedGuide['record']): boolean {
  return record.saving === 'off' && !isKept(record)
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-saving': DsgSaving }
}
