import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import type {LoadedGuide} from '../../state/guide.js'
import {GuideElement} from '../shared/guide-element.js'
import {heading} from '../shared/heading.js'
import {stringsFor} from '../shared/strings.js'
import {savingStrings} from './saving.strings.js'

type Step = 'rest' | 'asking' | 'confirming'

/**
 * Asks before anything is saved, says what is saved, and clears it. Nothing is on the device until the learner has said
 * that nobody else uses it.
 *
 * @tag dsg-saving
 * @csspart panel - the box around it
 */
export class DsgSaving extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, css`
    .panel { max-width: 44em; padding: 1em 1.2em; border: 1px solid var(--_dsg-border); background: var(--_dsg-shade) }
    .panel > :last-child, .panel form > :last-child { margin-block-end: 0 }
    p { margin-block-end: .6em }
    .button-row { margin-block: .6em 0 }
  `]

  @state() private step: Step = 'rest'
  @state() private hasError = false
  @state() private isVisitOnly = false
  /** Said once, after a clear. */
  @state() private said = ''

  protected override renderGuide({record}: LoadedGuide): unknown {
    return html`<section class="panel no-print" part="panel" aria-labelledby="title">
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 's', focusable: true})}
      <div role="status">
        ${this.said ? html`<p>${this.said}</p>` : nothing}
        ${record.saving !== 'off' ? html`<p>${this.words.state[record.saving]}</p>` : nothing}
        ${record.unreadable ? html`<p>${this.words.unreadable(record.unreadable)}</p>` : nothing}
        ${this.isVisitOnly ? html`<p>${this.words.visitOnly}</p>` : nothing}
      </div>
      ${this.#step()}
    </section>`
  }

  private get words() { return stringsFor(this, savingStrings) }

  #step(): TemplateResult {
    if (this.step === 'asking') return this.#ask()
    if (this.step === 'confirming') return this.#confirm()
    const {saving} = this.guide!.record
    const isStopped = saving === 'blocked' || saving === 'full'
    return html`
      ${saving === 'off' && !this.isVisitOnly ? html`<p>${this.words.off}</p>` : nothing}
      <div class="button-row">
        ${saving === 'off' && !this.isVisitOnly
          ? html`<button class="secondary" type="button" @click=${() => this.#go('asking', 'input')}>${this.words.start}</button>` : nothing}
        ${isStopped
          ? html`<button class="secondary" type="button" @click=${() => this.guide!.record.save()}>${this.words.tryAgain}</button>` : nothing}
        ${saving !== 'off' || this.events.length
          ? html`<button class="link-button" type="button" @click=${() => this.#go('confirming', '#title')}>${this.words.clear}</button>` : nothing}
      </div>`
  }

  #ask(): TemplateResult {
    return html`<form novalidate @submit=${this.#answer}>
      <fieldset class=${this.hasError ? 'has-error' : nothing} aria-describedby="hint${this.hasError ? ' error' : ''}">
        <legend>${this.words.sharedQuestion}</legend>
        <p class="hint" id="hint">${this.words.sharedHint}</p>
        ${this.hasError ? html`<p class="error-message" id="error">${this.words.sharedError}</p>` : nothing}
        <div class="choice">
          <input id="no" type="radio" name="shared" value="no"><label for="no">${this.words.sharedNo}</label>
        </div>
        <div class="choice">
          <input id="yes" type="radio" name="shared" value="yes"><label for="yes">${this.words.sharedYes}</label>
        </div>
      </fieldset>
      <div class="button-row">
        <button>${this.say.continue}</button>
        <button class="link-button" type="button" @click=${() => this.#go('rest', '#title')}>${this.words.cancel}</button>
      </div>
    </form>`
  }

  #confirm(): TemplateResult {
    return html`
      <p>${this.words.confirm}</p>
      <div class="button-row">
        <button type="button" @click=${this.#clear}>${this.words.confirmYes}</button>
        <button class="link-button" type="button" @click=${() => this.#go('rest', '#title')}>${this.words.cancel}</button>
      </div>`
  }

  #go(step: Step, focus: string): void {
    this.step = step
    this.hasError = false
    this.said = ''
    this.focusNext = focus
  }

  #answer = (event: Event) => {
    event.preventDefault()
    const answer = new FormData(event.target as HTMLFormElement).get('shared')
    this.hasError = answer === null
    if (this.hasError) {
      this.focusNext = 'input'
      return
    }
    this.isVisitOnly = answer === 'yes'
    this.#go('rest', '#title')
    if (!this.isVisitOnly) void this.guide?.record.save()
  }

  #clear = async () => {
    this.#go('rest', '#title')
    this.isVisitOnly = false
    this.said = await this.guide?.record.clear() ? this.words.cleared : this.words.notCleared
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-saving': DsgSaving }
}
