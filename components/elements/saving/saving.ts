import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {atRisk} from '../../state/log/log.js'
import {pageClock, type Clock} from '../../state/visit/clock.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {IDLE_LIMIT_MS} from '../../state/visit/idle-time.js'
import {idleVisitOf} from '../../state/visit/idle-visit.js'
import {fields} from '../shared/styles/fields.styles.js'
import {focusedIn} from '../shared/page/focused-in.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {choices} from '../shared/form/choices.js'
import {group} from '../shared/form/field.js'
import {heading} from '../shared/document/heading.js'
import {stringsFor} from '../shared/words/strings.js'
import {KnownSections} from './known.js'
import {beginAnew, followEntries} from './next-person.js'
import {savingStrings} from './saving.strings.js'
import {styles} from './saving.styles.js'

type SavingStep = 'rest' | 'asking' | 'confirming'

/** Elements around the panel that show the copy themselves. */
const WITH_RECORD = ['dsg-record', 'dsg-guide']
const IDLE_MINUTES = IDLE_LIMIT_MS / 60_000
/** When focus moves inside one shadow root, the document gets no `focusin`; it does get the keys that moved it. */
const FOCUS_MAY_MOVE = ['focusin', 'keydown', 'keyup']

/**
 * Asks before anything is saved, says what is saved, takes it away as a file, and clears it. Nothing is on the device
 * until the learner has said that nobody else uses it. Where others do, "Clear my answers" stays in sight.
 *
 * @tag dsg-saving
 * @csspart panel - the box around it
 * @csspart bar - what stays in sight in a shared visit
 */
export class DsgSaving extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, styles]

  /** Says what time it is for the clearing of shared visits. */
  @property({attribute: false}) clock: Clock = pageClock

  @state() private step: SavingStep = 'rest'
  @state() private hasError = false
  /** What became of clearing; shown until the learner does something. */
  @state() private said = ''

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
    this.#leaveEntries?.()
    this.#leaveEntries = undefined
  }

  protected override startAfresh(): void {
    this.step = 'rest'
    this.hasError = false
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
    this.toggleAttribute('visit-only', this.isShared)
    if (this.isShared && this.isConnected) this.#leaveEntries ??= followEntries()
    if (this.guide?.record.saving === 'outdated' && !this.source.failure) {
      this.source.fail('outdated', new Error('The code that saves progress could not be loaded.'))
    }
    if (this.record.events.length) this.said = ''
  }

  protected override renderGuide({record}: LoadedGuide): unknown {
    this.#known.follow(record)
    const visit = this.isShared ? idleVisitOf(record, this.clock) : undefined
    const said = this.said || (visit?.wasEnded && this.words.ended(IDLE_MINUTES))
    if (visit && said) this.#saidLast = said
    return html`<section class="panel no-print" part="panel" aria-labelledby="title">
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 's', focusable: true})}
      <div role="status">
        ${said ? html`<p>${said}</p>` : this.#saidLast ? html`<p class="past" aria-hidden="true">${this.#saidLast}</p>` : nothing}
        ${record.saving !== 'off' ? html`<p>${this.words.state[record.saving]}</p>` : nothing}
        ${atRisk.has(record) ? html`<p>${this.words.atRisk}</p>` : nothing}
        ${record.reported ? html`<p>${this.words.reported(record.reported.isNamed)}</p>` : nothing}
        ${record.unreadable ? html`<p>${this.words.unreadable(record.unreadable)}</p>` : nothing}
        ${visit ? html`<p>${this.words.visitOnly}</p>` : nothing}
      </div>
      ${visit ? html`<p>${this.words.visitEnds(IDLE_MINUTES)}</p>` : this.#step()}
      ${this.#known.claim?.question(record.claim)}
      ${this.#copy(record)}
      <dsg-take-away .guide=${this.guide}></dsg-take-away>
    </section>
    ${visit ? html`
      <div class="bar no-print" part="bar">
        ${this.step === 'confirming' ? this.#confirm() : html`<p>${this.words.bar}</p>${this.#clearButton()}`}
      </div>
      <dsg-idle-warning .visit=${visit} @clear-now=${this.#clear}></dsg-idle-warning>` : nothing}`
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
    if (this.step === 'asking') return this.#ask()
    if (this.step === 'confirming') return this.#confirm()
    const {saving, reported} = this.guide!.record
    if (saving === 'elsewhere') return html``
    const isStopped = saving === 'blocked' || saving === 'full'
    return html`
      ${saving === 'off' ? html`<p>${this.words.off}${reported ? '' : ` ${this.words.stays}`}</p>` : nothing}
      <div class="button-row">
        ${saving === 'off'
          ? html`<button class="secondary" type="button" @click=${() => this.#go('asking', 'input')}>${this.words.start}</button>` : nothing}
        ${isStopped
          ? html`<button class="secondary" type="button" @click=${() => this.guide!.record.save()}>${this.words.tryAgain}</button>` : nothing}
        ${saving !== 'off' || this.record.events.length ? this.#clearButton() : nothing}
      </div>`
  }

  #clearButton(): TemplateResult {
    return html`<button class=${this.isShared ? 'secondary' : 'link-button'} type="button"
      @click=${() => this.#go('confirming', '#confirm')}>${this.words.clear}</button>`
  }

  #ask(): TemplateResult {
    return html`<form novalidate @submit=${this.#answer}>
      ${group({
        id: 'shared', label: this.words.sharedQuestion, hint: this.words.sharedHint, error: this.hasError ? this.words.sharedError : '',
      }, choices('shared', [{value: 'no', label: this.words.sharedNo}, {value: 'yes', label: this.words.sharedYes}]))}
      <div class="button-row">
        <button>${this.say.continue}</button>
        <button class="link-button" type="button" @click=${() => this.#go('rest', '#title')}>${this.words.cancel}</button>
      </div>
    </form>`
  }

  #confirm(): TemplateResult {
    return html`
      <p id="confirm" tabindex="-1">${this.words.confirm}</p>
      <div class="button-row">
        <button type="button" @click=${this.#clear}>${this.words.confirmYes}</button>
        <button class="link-button" type="button" @click=${() => this.#go('rest', '#title')}>${this.words.cancel}</button>
      </div>`
  }

  #go(step: SavingStep, focus: string): void {
    this.step = step
    this.hasError = false
    this.said = ''
    this.focusNext(focus)
  }

  #answer = (event: Event) => {
    event.preventDefault()
    const answer = new FormData(event.target as HTMLFormElement).get('shared')
    this.hasError = answer === null
    if (this.hasError) {
      this.focusNext('input')
      return
    }
    this.#go('rest', '#title')
    if (answer === 'yes') this.guide?.record.shareThisVisit()
    else void this.guide?.record.save()
  }

  #clear = async () => {
    this.#go('rest', '#title')
    this.said = await this.guide?.record.clear() ? this.words.cleared : this.words.notCleared
  }

  /** The bar lies over whatever is below it, but never over what has the focus (WCAG 2.4.11). */
  #uncover = () => {
    if (!this.isShared) return
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

declare global {
  interface HTMLElementTagNameMap { 'dsg-saving': DsgSaving }
}
