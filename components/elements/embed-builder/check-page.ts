import {css, html, nothing, type LitElement, type TemplateResult} from 'lit'
import {countEmbeds, embedFaults, type EmbedCount} from '../../model/embeds/embed-faults.js'
import {readPage} from '../../model/embeds/read-page.js'
import {isDoubt, type EmbedFault, type HostPage} from '../../model/embeds/written.js'
import {errorSummary} from '../shared/form/error-summary.js'
import {heading} from '../shared/document/heading.js'
import {embedFaultStrings} from '../shared/words/embed-faults.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {checkPageStrings} from './check-page.strings.js'

/** A page of thousands of mistakes has one cause, and a list of thousands helps nobody. */
const MOST_SHOWN = 50

interface CheckedPage { wrong: EmbedFault[]; doubtful: EmbedFault[]; count: EmbedCount }

export const checkPageStyles = css`
  #pasted { min-height: 9em; max-height: 60vh }
  .checked { margin-block-start: 1.5em }
  .faults { max-width: 44em; padding: 0; list-style: none }
  .faults li { margin-block-end: 1.2em; padding-inline-start: .8em; border-inline-start: 4px solid var(--_dsg-error) }
  .faults.doubtful li { border-color: var(--_dsg-warning) }
  .faults p { margin: 0 0 .3em }
  .faults code { display: block; margin-block: .3em; white-space: pre-wrap; overflow-wrap: anywhere }
`

/** Reads the HTML of a page that somebody pastes, and says what keeps the guide from showing there. */
export class PageCheck {
  readonly #host: LitElement
  readonly #focus: (selector: string) => void
  #isEmpty = false
  #checked?: CheckedPage

  /** @param focus - moves the focus to what a selector finds, as soon as it is on screen */
  constructor(host: LitElement, focus: (selector: string) => void) {
    this.#host = host
    this.#focus = focus
  }

  /**
   * The field is written out here: with a fifth user `shared/form/field.ts` would come to every page that shows a guide.
   *
   * @param level - rank of its heading
   * @param toAsk - selector of what to ask an administrator
   */
  render(page: HostPage, level: number, toAsk: string): TemplateResult {
    const {words} = this
    const error = this.#isEmpty ? words.empty : undefined
    return html`
      ${heading(level, words.title, {id: 'check'})}
      <p class="prose">${words.intro}</p>
      <form novalidate @submit=${(event: SubmitEvent) => this.#check(event, page)}>
        ${errorSummary(this.#host, error ? [{id: 'pasted', message: error}] : [], level + 1)}
        <div class="field ${error ? 'has-error' : ''}">
          <label for="pasted">${words.label}</label>
          <p class="hint" id="pasted-hint">${words.hint}</p>
          ${error ? html`<p class="error-message" id="pasted-error">${error}</p>` : nothing}
          <textarea id="pasted" name="pasted" rows="8" spellcheck="false" autocomplete="off" autocapitalize="off" dir="ltr"
            aria-describedby=${error ? 'pasted-hint pasted-error' : 'pasted-hint'}
            aria-invalid=${error ? 'true' : nothing}></textarea>
        </div>
        <button>${words.check}</button>
      </form>
      ${this.#checked && !error ? this.#result(this.#checked, level + 1, toAsk) : nothing}`
  }

  private get words() { return stringsFor(this.#host, checkPageStrings) }

  #check(event: SubmitEvent, page: HostPage): void {
    event.preventDefault()
    const pasted = String(new FormData(event.target as HTMLFormElement).get('pasted'))
    this.#isEmpty = !pasted.trim()
    if (this.#isEmpty) {
      this.#focus('.error-summary')
      return
    }
    const elements = readPage(pasted)
    const faults = embedFaults(elements, page)
    this.#checked = {
      wrong: faults.filter(fault => !isDoubt(fault)), doubtful: faults.filter(isDoubt), count: countEmbeds(elements, page),
    }
    this.#focus('#checked')
  }

  #result({wrong, doubtful, count: {parts, links}}: CheckedPage, level: number, toAsk: string): TemplateResult {
    const {words} = this
    const found = parts ? words.parts(parts) : links ? words.links(links) : undefined
    const isWell = !wrong.length && !doubtful.length
    const title = wrong.length ? words.wrong(wrong.length)
      : doubtful.length ? words.doubtful(doubtful.length)
        : found === undefined ? words.nothing : words.right(found)
    return html`<div class="checked" part="checked">
      ${heading(level, title, {id: 'checked', focusable: true})}
      ${isWell ? found === undefined ? html`<p class="prose">${words.nothingHelp}</p>` : nothing
        : found === undefined ? nothing : html`<p>${words.found(found)}</p>`}
      ${this.#list(wrong.length ? wrong : doubtful, !wrong.length)}
      ${wrong.length && doubtful.length ? html`
        ${heading(level, words.doubtful(doubtful.length))}
        ${this.#list(doubtful, true)}` : nothing}
      ${heading(level, words.unseenTitle)}
      <ul>${words.unseen.map(line => html`<li>${line}</li>`)}</ul>
      <p><button class="link-button" type="button" @click=${() => this.#focus(toAsk)}>${words.toAsk}</button></p>
    </div>`
  }

  /** Each element once, with all that is wrong with it. */
  #list(faults: readonly EmbedFault[], areDoubts: boolean): TemplateResult | typeof nothing {
    if (!faults.length) return nothing
    const say = stringsFor(this.#host, embedFaultStrings)
    const elements = [...new Set(faults.map(({element}) => element))].slice(0, MOST_SHOWN)
    return html`<ul class="faults ${areDoubts ? 'doubtful' : ''}">${elements.map(element => html`<li part="fault">
      <p><strong>${this.words.line(element.line!)}</strong></p>
      <code dir="ltr">${element.source}</code>
      ${faults.filter(fault => fault.element === element).map(fault => html`<p>${say[fault.code](fault)}</p>`)}
    </li>`)}</ul>`
  }
}
