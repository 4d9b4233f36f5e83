import {css, html, nothing, type CSSResultGroup, type PropertyValues} from 'lit'
import {state} from 'lit/decorators.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {keepingOf} from '../../state/record/keeping.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {focusedIn} from '../shared/page/focused-in.js'
import {fields} from '../shared/styles/fields.styles.js'
import {stringsFor} from '../shared/words/strings.js'
import {askToKeep, doAsAnswered, type KeepAnswer} from './ask.js'
import {savingStrings} from './saving.strings.js'
import {askStyles} from './saving.styles.js'

/**
 * Asks "Keep this on this device?" beside what the learner has just done, once a visit. It never takes the focus. What became of
 * the answer takes the question's place, as soon as it is known, with the focus: so a screen reader says it, and only once.
 *
 * @tag dsg-keep
 * @csspart question - the box around it
 */
export class DsgKeep extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, askStyles, css`
    .box { max-width: 44em; margin-block: 0 1.2em; padding: .8em 1em; border-inline-start: 4px solid var(--_dsg-brand); background: var(--_dsg-shade) }
    .box > :last-child { margin-block-end: 0 }
  `]

  /** A screen reader tells what comes into a live region, and not what is in it from the beginning. */
  @state() private isThere = false
  @state() private given?: KeepAnswer
  /** It is known what became of the answer. */
  @state() private isDone = false
  /** The question is gone too. */
  @state() private isGone = false

  /** Another page of a module hides it, and nothing else tells. */
  readonly #size = new ResizeObserver(() => {
    // In the next frame: what changes the size at once is an error that is told to the page.
    requestAnimationFrame(() => {
      this.requestUpdate()
      this.#tell()
    })
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#size.disconnect()
    this.#tell()
  }

  protected override startAfresh(): void {
    this.given = undefined
    this.isDone = this.isGone = false
  }

  protected override renderGuide({record}: LoadedGuide): unknown {
    const {words, given} = this
    // Something that is not on screen, such as another page of a module, must not be where the question is put.
    if (!given && (!this.getClientRects().length || !keepingOf(record).puts(this))) return nothing
    const question = html`<div aria-live="polite">${this.isThere ? html`<p class="question" id="ask">${words.ask}</p>` : nothing}</div>`
    return html`<div class="box no-print" part="question">
      ${given && this.isDone ? html`<p id="said" tabindex="-1">${this.#became(given)}</p>` : nothing}
      ${this.isGone ? nothing : html`<div class=${this.isDone ? 'visually-hidden' : nothing}>${askToKeep(words, question, this.#answer)}</div>`}
    </div>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    // After this update, because others hear of it and ask for one.
    queueMicrotask(() => this.#tell())
    if (!this.isThere && this.renderRoot.querySelector('.ask')) requestAnimationFrame(() => { this.isThere = true })
    // Orca says nothing of what gets the focus when what had it is gone before: the question goes once the focus has moved.
    if (this.isDone && !this.isGone) requestAnimationFrame(() => requestAnimationFrame(() => { this.isGone = this.isDone }))
  }

  #tell(): void {
    const isSeen = this.getClientRects().length > 0 && this.renderRoot.querySelector('.ask') !== null
    if (this.guide) keepingOf(this.guide.record).see(this, isSeen)
  }

  private get words() { return stringsFor(this, savingStrings) }

  #answer = async (given: KeepAnswer) => {
    const before = focusedIn(this.ownerDocument)
    this.given = given
    await doAsAnswered(this.guide!.record, given)
    if (this.given !== given) return
    this.isDone = true
    // The focus is left where the learner has taken it meanwhile.
    if (focusedIn(this.ownerDocument) === before) this.focusNext('#said')
  }

  #became(given: KeepAnswer): string {
    const {words} = this
    const {saving} = this.guide!.record
    return given === 'yes' ? saving === 'saved' ? words.kept : words.state[saving] : words.left[given]
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-keep': DsgKeep }
}
