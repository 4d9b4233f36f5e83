import {html, nothing, type LitElement, type TemplateResult} from 'lit'
import type {RecordCopy} from '../../state/record/record.js'
import {stringsFor} from '../shared/words/strings.js'
import {copyStrings} from './known.strings.js'

/** What the learner is told about the copy of their record that the host's organisation keeps, and what they can do with it. */
export class CopySection {
  readonly #host: LitElement
  readonly #focus: (selector: string) => void
  /** Whether the copy was deleted, once somebody asked for that. */
  #removal?: 'removed' | 'notRemoved'

  /** @param focus - moves the focus to what a selector finds, as soon as it is on screen */
  constructor(host: LitElement, focus: (selector: string) => void) {
    this.#host = host
    this.#focus = focus
  }

  get title(): string { return this.#words.title }

  render({state, ahead, keep, remove}: RecordCopy): TemplateResult | typeof nothing {
    if (state === 'looking') return nothing
    const words = this.#words
    const removal = this.#removal && (this.#removal === 'notRemoved') === (state !== 'none') ? this.#removal : undefined
    return html`
      <div id="copy" class="prose" tabindex="-1" aria-live="polite">
        ${removal ? html`<p><strong>${words[removal]}</strong></p>` : nothing}
        <p>${words.states[state]}</p>
        ${ahead ? html`<p>${words.ahead(ahead)}</p>` : nothing}
      </div>
      ${state === 'none' || state === 'separate' ? html`<button class="secondary" type="button" @click=${() => {
        keep()
        this.#look()
      }}>${state === 'none' ? words.keep : words.join}</button>` : nothing}
      ${state === 'kept' || state === 'ended' ? html`<button class="secondary" type="button" @click=${async () => {
        this.#removal = await remove() ? 'removed' : 'notRemoved'
        this.#look()
      }}>${words.remove}</button>` : nothing}`
  }

  get #words() { return stringsFor(this.#host, copyStrings) }

  /** The button that was pressed is removed, at once or soon, and would take the focus with it. */
  #look(): void {
    this.#focus('#copy')
    this.#host.requestUpdate()
  }
}
