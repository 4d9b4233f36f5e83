import {css, html, nothing, type CSSResultGroup} from 'lit'
import {property, state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {choices} from '../shared/form/choices.js'
import {group} from '../shared/form/field.js'
import {heading} from '../shared/document/heading.js'
import {stringsFor} from '../shared/words/strings.js'
import {feedbackStrings} from './feedback.strings.js'

/**
 * Was this useful? The answer goes in the learner's record and is an event; where it goes from there is the embedder's
 * choice. Nothing is sent by itself.
 *
 * @tag dsg-feedback
 * @slot - shown until it is ready, and when the guide cannot be loaded
 * @fires dsg-judged - {RecordedEvent} the learner said whether it was useful
 */
export class DsgFeedback extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, css`
    form { max-width: 44em; padding-block-start: 1em; border-block-start: 1px solid var(--_dsg-border) }
    .choices { display: flex; flex-wrap: wrap; gap: 0 2em }
    textarea { min-height: 5em; resize: vertical }
  `]

  /** Id of the module it is about. Default: the guide. */
  @property() module?: string

  /** Also ask what would make it better. Set it only where somebody reads the comments. */
  @property({type: Boolean, attribute: 'with-comment'}) withComment = false

  @state() private isSent = false
  @state() private hasError = false

  /** Goes up to render the form anew, which empties the fields that Lit does not know the values of. */
  @state() private timesCleared = 0

  protected override startAfresh(): void {
    this.timesCleared += 1
    this.isSent = false
    this.hasError = false
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    if (this.isSent) return html`<p id="thanks" aria-live="polite" tabindex="-1">${this.words.thanks}</p>`
    return keyed(this.timesCleared, html`<form class="no-print" novalidate @submit=${(event: SubmitEvent) => this.#send(event, guide)}>
      ${group({
        id: 'useful', label: heading(this.headingLevel, this.words.question, {size: 's'}), error: this.hasError ? this.words.error : '',
      }, html`<div class="choices">${choices('useful', [
        {value: 'yes', label: this.words.yes}, {value: 'no', label: this.words.no},
      ])}</div>`)}
      ${this.withComment ? html`<div class="field">
        <label for="comment">${this.words.comment}</label>
        <p class="hint" id="comment-hint">${this.words.commentHint}</p>
        <textarea id="comment" name="comment" rows="3" aria-describedby="comment-hint"></textarea>
      </div>` : nothing}
      <button class="secondary">${this.words.send}</button>
    </form>`)
  }

  private get words() { return stringsFor(this, feedbackStrings) }

  #send(event: SubmitEvent, guide: LoadedGuide): void {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const useful = form.get('useful')
    this.hasError = useful === null
    if (this.hasError) {
      this.focusNext('#useful-yes')
      return
    }
    const comment = String(form.get('comment') ?? '').trim()
    this.record.add({
      type: 'judged', about: this.module ?? guide.manifest.id, hash: '', isUseful: useful === 'yes', ...(comment && {comment}),
    })
    this.isSent = true
    this.focusNext('#thanks')
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-feedback': DsgFeedback }
}
