import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import type {Address} from '../../model/guide/document.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {exportRecord, importRecord, recordFileName} from '../../state/record/record-transfer.js'
import type {Import} from '../../state/record/record-transfer.js'
import {keepingOf} from '../../state/record/keeping.js'
import {fields} from '../shared/styles/fields.styles.js'
import {fileField} from '../shared/styles/file-field.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {stringsFor} from '../shared/words/strings.js'
import {takeAwayStrings} from './saving.strings.js'

/**
 * Takes the learner's record away as a file, and brings one back from another device. Nothing is sent anywhere.
 *
 * @tag dsg-take-away
 */
export class DsgTakeAway extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, fileField]

  /** How the last taking away or bringing back went. */
  @state() private said = ''
  @state() private problems: string[] = []
  /** Goes up to render all anew: closed, and with no file chosen. */
  @state() private timesCleared = 0

  /** Blob address of the last file, which the browser may still be reading. Revoked with the next, or by a clearing. */
  #address?: Address

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#dropFile()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    // Or answers that were cleared could still be read from the blob.
    if (!this.record.events.length) this.#dropFile()
  }

  /** What was said names a file of somebody who may have gone. */
  protected override startAfresh(): void {
    this.timesCleared += 1
    this.#tell('')
  }

  protected override renderGuide(_guide: LoadedGuide): unknown {
    return keyed(this.timesCleared, html`<details class="no-print">
      <summary>${this.words.summary}</summary>
      <div class="details-text">
        <p>${this.words.explain}</p>
        ${this.record.events.length
          ? html`<button class="secondary" type="button" @click=${this.#takeAway}>${this.words.takeAway}</button>`
          : html`<p>${this.words.nothingYet}</p>`}
        ${this.#bringBackField()}
        <div aria-live="polite">${this.said ? html`<p>${this.said}</p>` : nothing}</div>
      </div>
    </details>`)
  }

  private get words() { return stringsFor(this, takeAwayStrings) }

  #bringBackField(): TemplateResult {
    const hasFailed = this.problems.length > 0
    return html`<div class="field ${hasFailed ? 'has-error' : ''}">
      <label for="file">${this.words.bringBack}</label>
      <p class="hint" id="hint">${this.words.bringBackHint}</p>
      <div id="error" role="alert">${hasFailed ? html`
        <p class="error-message">${this.words.refused}</p>
        ${this.problems.map(problem => html`<p>${problem}</p>`)}` : nothing}
      </div>
      <input id="file" type="file" accept=".json,application/json" aria-describedby="hint error"
        aria-invalid=${hasFailed ? 'true' : nothing} @change=${this.#bringBack}>
    </div>`
  }

  #takeAway = () => {
    const {record, manifest} = this.guide!
    const file = exportRecord(record, manifest)
    const name = recordFileName(file)
    this.#dropFile()
    this.#address = URL.createObjectURL(new Blob([JSON.stringify(file, undefined, 1)], {type: 'application/json'})) as Address
    const link = this.ownerDocument.createElement('a')
    link.href = this.#address
    link.download = name
    link.click()
    keepingOf(record).take()
    this.#tell(this.words.taken(name, record.visit === 'shared'))
  }

  #bringBack = async ({target}: Event) => {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    const {guide} = this
    if (!file || !guide) return
    const result = await importRecord(guide.record, guide.manifest, file)
    // So that the same file can be chosen again after it was put right.
    input.value = ''
    this.#tellOf(result)
  }

  #tellOf(result: Import): void {
    if ('refused' in result) this.#tell('', result.refused)
    else this.#tell(this.words.brought(result.added, result.known))
  }

  #tell(said: string, problems: string[] = []): void {
    this.said = said
    this.problems = problems
  }

  #dropFile(): void {
    if (this.#address) URL.revokeObjectURL(this.#address)
    this.#address = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-take-away': DsgTakeAway }
}
