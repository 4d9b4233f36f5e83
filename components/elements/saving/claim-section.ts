import {html, nothing, type LitElement, type TemplateResult} from 'lit'
import type {RecordClaim} from '../../state/record/record.js'
import {stringsFor} from '../shared/words/strings.js'
import {claimStrings} from './known.strings.js'

/** Asks who knows the device better than the page does: what is here in nobody's name, was it the learner's? */
export class ClaimSection {
  readonly #host: LitElement
  readonly #focus: (selector: string) => void
  /** What came of the answer, until the question is another one. */
  #said?: 'saidYes' | 'saidNo'

  /** @param focus - moves the focus to what a selector finds, as soon as it is on screen */
  constructor(host: LitElement, focus: (selector: string) => void) {
    this.#host = host
    this.#focus = focus
  }

  /** The question, and what came of it. A no can be taken back at once. */
  question(claim: RecordClaim | undefined): TemplateResult {
    if (claim?.state === 'asked') this.#said = undefined
    return html`<div class="prose no-print" role="group" aria-label=${this.#words.title}>
      ${this.#outcome()}
      ${claim?.state === 'asked' ? this.#question(claim) : nothing}
      ${claim?.state === 'refused' && this.#said ? this.#button(claim, 'takeBack') : nothing}
    </div>`
  }

  /** Takes back a no of any time. */
  refusal(claim: RecordClaim | undefined): TemplateResult {
    return html`<div class="prose no-print" role="group" aria-label=${this.#words.title}>
      ${this.#outcome()}
      ${claim?.state === 'refused' ? html`<p>${this.#words.refused(claim.entries)}</p>${this.#button(claim, 'takeBack')}` : nothing}
    </div>`
  }

  get #words() { return stringsFor(this.#host, claimStrings) }

  #question(claim: RecordClaim): TemplateResult {
    const {title, asked, means} = this.#words
    return html`
      <p><strong>${title}</strong></p>
      <p>${asked(claim.entries)}</p>
      <p>${means}</p>
      <div class="button-row">${this.#button(claim, 'yes')} ${this.#button(claim, 'no')}</div>`
  }

  #outcome(): TemplateResult {
    return html`<div id="said" tabindex="-1" aria-live="polite">${this.#said ? html`<p>${this.#words[this.#said]}</p>` : nothing}</div>`
  }

  #button(claim: RecordClaim, label: 'yes' | 'no' | 'takeBack'): TemplateResult {
    return html`<button class="secondary" type="button" @click=${async () => {
      await (label === 'no' ? claim.no() : claim.yes())
      this.#said = label === 'no' ? 'saidNo' : 'saidYes'
      // The button that was pressed is gone, and would take the focus with it.
      this.#focus('#said')
      this.#host.requestUpdate()
    }}>${this.#words[label]}</button>`
  }
}
