import {html, nothing, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {planCsv, ratingsCsv, snapshotsCsv} from '../../../model/canvas/csv.js'
import {canvasFileName, canvasFileText} from '../../../model/canvas/file.js'
import {canvasMarkdown} from '../../../model/canvas/markdown.js'
import {IDLE_LIMIT_MS} from '../../../state/visit/idle-time.js'
import {heading} from '../../shared/document/heading.js'
import {saveFile} from '../../shared/page/save-file.js'
import type {Desk} from '../desk/desk.js'
import {fileField, radios} from '../parts/fields.js'
import {readFiles} from '../parts/read-files.js'
import {CanvasScreen} from './screen.js'

/**
 * The canvas is the team's own: saved on this device only after asking, taken away and brought back as a file, exported, and
 * cleared.
 *
 * @tag dsg-canvas-own
 */
export class DsgCanvasOwn extends CanvasScreen {
  @state() private step: 'rest' | 'asking' | 'confirming' = 'rest'
  @state() private fileProblems: readonly string[] = []

  protected override renderScreen(desk: Desk): unknown {
    const words = this.words.own
    const isEmpty = !desk.file.items.length
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.intro}</p>
      ${this.#saving(desk)}
      <section>
        ${heading(this.headingLevel + 1, words.file, {size: 'm'})}
        <p class="prose">${words.fileHint}</p>
        ${isEmpty ? html`<p>${words.empty}</p>`
          : html`<p><button class="secondary" type="button" @click=${this.#takeAway}>${words.takeAway}</button></p>`}
        <div class="narrow">${fileField({
          id: 'file', label: words.bringBack, hint: words.bringBackHint, problems: this.fileProblems,
          chosen: files => this.#bringBack(files),
        })}</div>
      </section>
      ${isEmpty ? nothing : html`<section>
        ${heading(this.headingLevel + 1, words.exports, {size: 'm'})}
        <p class="prose">${words.exportsHint}</p>
        <ul>${this.#exports().map(({name, press}) => html`<li>${this.linkButton(name, press)}</li>`)}</ul>
      </section>
      ${this.#clearing(desk)}`}`
  }

  #saving({store, isShared}: Desk): TemplateResult {
    const words = this.words.saving
    const {saving, unreadable} = store
    return html`<section>
      ${heading(this.headingLevel + 1, words.title, {id: 'saving', size: 'm', focusable: true})}
      <div aria-live="polite">
        <p class="prose">${isShared ? words.shared(IDLE_LIMIT_MS / 60_000) : words.states[saving]}</p>
        ${unreadable ? html`<p class="prose">${words.unreadable(unreadable)}</p>` : nothing}
      </div>
      ${isShared ? nothing : this.step === 'asking' ? this.#ask()
        : saving === 'off' ? html`<button type="button" @click=${() => this.#go('asking', 'input')}>${words.save}</button>`
        : saving === 'blocked' || saving === 'full' ? html`<button class="secondary" type="button"
          @click=${() => void store.save()}>${words.tryAgain}</button>` : nothing}
    </section>`
  }

  #ask(): TemplateResult {
    const words = this.words.saving
    return html`<form novalidate @submit=${this.#answer}>
      ${radios({...this.field('shared'), label: words.question, hint: words.questionHint}, [
        {value: 'no', label: words.no}, {value: 'yes', label: words.yes},
      ])}
      <div class="button-row">
        <button>${this.say.continue}</button>
        ${this.linkButton(this.words.cancel, () => this.#go('rest', '#saving'))}
      </div>
    </form>`
  }

  #answer = (event: SubmitEvent) => {
    event.preventDefault()
    const answer = new FormData(event.target as HTMLFormElement).get('shared')
    if (!this.isInOrder(answer === null ? [{id: 'shared', message: this.words.saving.error}] : [])) return
    this.#go('rest', '#saving')
    if (answer === 'yes') this.desk.store.shareThisVisit()
    else void this.desk.store.save()
  }

  #clearing({clear, isShared}: Desk): TemplateResult {
    const words = this.words.own
    return html`<section>
      ${heading(this.headingLevel + 1, words.clearTitle, {id: 'clearing', size: 'm', focusable: true})}
      ${this.step === 'confirming' ? html`
        <p class="prose" id="confirm" tabindex="-1">${isShared ? words.confirmShared : words.confirm}</p>
        <div class="button-row">
          <button type="button" @click=${async () => {
            this.#go('rest', '#title')
            await clear()
          }}>${words.clearYes}</button>
          ${this.linkButton(this.words.cancel, () => this.#go('rest', '#clearing'))}
        </div>`
        : html`<p class="prose">${words.clearHint}</p>
          <button class="secondary" type="button" @click=${() => this.#go('confirming', '#confirm')}>${words.clear}</button>`}
    </section>`
  }

  #exports(): {name: string; press: () => void}[] {
    const words = this.words.own
    const {desk} = this
    const save = (part: string, ending: 'csv' | 'md', type: string, text: () => string) => () => {
      const name = canvasFileName(desk.now(), ending).replace('canvas', `canvas-${part}`)
      saveFile(name, type, text())
      desk.took(name)
    }
    return [
      {name: words.ratingsCsv, press: save('ratings', 'csv', 'text/csv', () => ratingsCsv(desk.state))},
      {name: words.snapshotsCsv, press: save('snapshots', 'csv', 'text/csv', () => snapshotsCsv(desk.state))},
      {name: words.planCsv, press: save('plan', 'csv', 'text/csv', () => planCsv(desk.state))},
      {name: words.markdown, press: save('report', 'md', 'text/markdown', () => canvasMarkdown(desk.state))},
    ]
  }

  #go(step: typeof this.step, focus: string): void {
    this.step = step
    this.problems = []
    this.focusNext(focus)
  }

  #takeAway = () => {
    const {file, now, took} = this.desk
    const name = canvasFileName(now())
    saveFile(name, 'application/json', canvasFileText(file))
    took(name, true)
  }

  async #bringBack(files: readonly File[]): Promise<void> {
    const [read] = await readFiles(files.slice(0, 1))
    if (!read) return
    this.fileProblems = 'problems' in read ? read.problems : this.desk.bring(read.file)
  }
}
