import {css, html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property} from 'lit/decorators.js'
import type {IdleVisit} from '../../state/visit/idle-visit.js'
import {fields} from '../shared/styles/fields.styles.js'
import {form} from '../shared/styles/form.styles.js'
import {stringsFor} from '../shared/words/strings.js'
import {text} from '../shared/styles/text.styles.js'
import {tokens} from '../shared/styles/tokens.styles.js'
import {idleStrings, type IdleWords} from './saving.strings.js'

/**
 * Asks, a minute before a shared visit is cleared, whether anybody is there. Closing it in any way means yes, Escape too.
 *
 * @tag dsg-idle-warning
 * @fires clear-now - the learner wants their answers cleared at once; stays inside `dsg-saving`
 */
export class DsgIdleWarning extends LitElement {
  static override styles: CSSResultGroup = [tokens, text, form, fields, css`
    dialog {
      max-width: min(34em, calc(100vw - 2em));
      padding: 1.2em;
      border: 4px solid var(--_dsg-text);
      background: var(--_dsg-surface);
      color: inherit;
    }
    dialog::backdrop { background: rgb(0 0 0 / 60%) }
    .button-row { margin-block-end: 0 }
  `]

  /** Counts the time in which nobody is there. */
  @property({attribute: false}) visit?: IdleVisit

  /** What it says. Default: words about a learner's answers. */
  @property({attribute: false}) words?: IdleWords

  #stop?: () => void

  override connectedCallback(): void {
    super.connectedCallback()
    this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('visit')) this.#follow(changed.get('visit'))
  }

  override render(): TemplateResult {
    const seconds = this.visit?.secondsLeft
    const words = this.words ?? stringsFor(this, idleStrings)
    return html`<div class="dsg">
      <dialog role="alertdialog" aria-labelledby="title" aria-describedby="left" @close=${this.#closed}>
        <h2 class="size-m" id="title">${words.title}</h2>
        <p id="left" aria-live="polite">${seconds === undefined ? nothing : words.left(seconds)}</p>
        <div class="button-row">
          <button type="button" @click=${() => this.visit?.stay()}>${words.stay}</button>
          <button class="link-button" type="button" @click=${this.#clear}>${words.clear}</button>
        </div>
      </dialog>
    </div>`
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog')!
    const isWarned = this.visit?.secondsLeft !== undefined
    if (!isWarned) dialog.close()
    // A modal dialogue blocks the page: in a part of the page that is hidden, nobody could see it or close it.
    else if (!dialog.open && this.getClientRects().length && this.visit?.speaksFor(this)) dialog.showModal()
  }

  #closed = () => {
    if (this.visit?.secondsLeft !== undefined) this.visit.stay()
  }

  #clear = () => {
    this.dispatchEvent(new Event('clear-now'))
  }

  #follow(before?: IdleVisit): void {
    this.#leave(before)
    if (this.isConnected) this.#stop = this.visit?.follow(() => this.requestUpdate())
  }

  #leave(visit = this.visit): void {
    this.#stop?.()
    this.#stop = undefined
    visit?.hush(this)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-idle-warning': DsgIdleWarning }
}
