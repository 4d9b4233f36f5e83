import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {isSafeImage} from '../../model/guide/document.js'
import {
  frameAddress, frameCode, frameScript, pageAddress, scriptCode, THEMES, type Embed,
} from '../../model/guide/embed-code.js'
import type {GuideManifest} from '../../model/pack/files.js'
import type {Offered} from '../../model/guide/parts.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {copyText} from '../shared/page/copy-text.js'
import {stringsFor} from '../shared/words/strings.js'
import {checkPageStyles, PageCheck} from './check-page.js'
import {embedBuilderStrings} from './embed-builder.strings.js'

const FORMS = ['script', 'frame', 'link'] as const

interface EmbedChoice {
  show: Offered
  /** What is chosen in each list, so that going to another and back loses nothing. */
  pathway?: string
  module?: string
  form: typeof FORMS[number]
  theme?: Embed['theme']
  isShared: boolean
}

/**
 * Makes the code that puts a part of the guide on a page: what to show, how it looks, and what the page takes. Says what
 * is wrong with a page where the guide does not show. For somebody who looks after an intranet and is no developer.
 *
 * @tag dsg-embed-builder
 * @slot - shown until the guide is ready, and when it cannot be loaded
 * @csspart code - the code to paste
 * @csspart checked - what was found on a page that somebody pasted
 * @csspart fault - one element that something is wrong with there
 */
export class DsgEmbedBuilder extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, css`
    form, .code, ul { max-width: 44em }
    .choice .hint { margin: 0; padding-inline-start: .2em; font-size: .9em }
    textarea {
      min-height: 3em;
      font-family: menlo, consolas, monospace;
      font-size: .85em;
      field-sizing: content;
      resize: vertical;
      overflow-wrap: anywhere;
    }
    .code { margin-block-end: 1.6em }
  `, checkPageStyles]

  @state() private choice: EmbedChoice = {show: 'guide', form: 'script', isShared: false}

  /** What became of the last copying. */
  @state() private said?: {field: string; words: string}

  readonly #check = new PageCheck(this, this.focusNext)

  protected override renderGuide({manifest, base}: LoadedGuide): unknown {
    const {form} = this.choice
    const embed = this.#embed(manifest)
    const code = {script: scriptCode, frame: frameCode, link: pageAddress}[form](embed, base)
    const look = form === 'link' ? code : frameAddress(embed, base)
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'xl', focusable: true})}
      <p class="lede">${this.words.intro}</p>
      <form @submit=${(event: Event) => event.preventDefault()}>
        ${this.#shows(manifest)}
        ${this.#radios('form', this.words.form,
          FORMS.map(value => [value, this.words.forms[value], this.words.formHints[value]]))}
        ${form === 'link' ? nothing : this.#look()}
      </form>
      ${heading(this.headingLevel + 1, form === 'link' ? this.words.address : this.words.code, {id: 'result'})}
      ${this.#code('code', 'result', code)}
      ${isSafeImage(look) ? html`<p><a href=${look} target="_blank">${this.words.look}</a></p>` : nothing}
      ${form === 'frame' ? html`
        ${heading(this.headingLevel + 1, this.words.heightTitle, {id: 'more'})}
        <p>${this.words.height}</p>
        ${this.#code('line', 'more', frameScript(base))}` : nothing}
      ${heading(this.headingLevel + 1, this.words.askTitle, {id: 'ask', focusable: true})}
      <ul>${this.words.ask[form](new URL(base).origin).map(line => html`<li>${line}</li>`)}</ul>
      ${form === 'script' ? html`
        ${heading(this.headingLevel + 1, this.words.checkTitle)}
        <p class="prose">${this.words.check}</p>` : nothing}
      ${this.#check.render({site: base, guide: manifest}, this.headingLevel + 1, '#ask')}`
  }

  private get words() { return stringsFor(this, embedBuilderStrings) }

  #embed(manifest: GuideManifest): Embed {
    const {show, theme, isShared, form} = this.choice
    const parts = this.#parts(manifest)
    const part = parts.find(({id}) => id === this.#chosen(parts)) ?? parts[0]
    const title = part?.title ?? (show === 'search' ? this.words.shows.search : manifest.title)
    return {show, id: part?.id, title, ...form === 'link' ? {} : {theme, isShared}}
  }

  /** What there is to choose from: the framework and the canvas are the first there is. */
  #parts({pathways, modules, frameworks, canvases}: GuideManifest): readonly {id: string; title: string}[] {
    switch (this.choice.show) {
      case 'pathway': return pathways
      case 'module': case 'quiz': return modules.filter(({show}) => show || this.choice.show === 'module')
      case 'self-assessment': return frameworks.slice(0, 1).map(({id}) => ({id, title: this.words.shows['self-assessment']}))
      case 'canvas': return canvases.slice(0, 1)
      case 'guide': case 'search': return []
    }
  }

  #chosen(parts: readonly {id: string}[]): string | undefined {
    const id = this.choice.show === 'pathway' ? this.choice.pathway : this.choice.module
    return parts.some(part => part.id === id) ? id : parts[0]?.id
  }

  #shows(manifest: GuideManifest): TemplateResult {
    const {show} = this.choice
    const has: Record<Offered, unknown> = {
      'guide': true, 'search': true, 'pathway': manifest.pathways.length, 'module': manifest.modules.length,
      'quiz': manifest.modules.some(each => each.show), 'self-assessment': manifest.frameworks.length,
      'canvas': manifest.canvases.length,
    }
    const shows = (Object.keys(this.words.shows) as Offered[]).filter(each => has[each])
    const list = show === 'pathway' ? show : 'module'
    const parts = this.#parts(manifest)
    const select = ({target}: Event) => this.#choose({[list]: (target as HTMLSelectElement).value})
    return html`
      ${this.#radios('show', this.words.show, shows.map(value => [value, this.words.shows[value]]))}
      ${show === 'pathway' || show === 'module' || show === 'quiz' ? html`<div class="field">
        <label for="which">${this.words.which[list]}</label>
        <select id="which" @change=${select}>${parts.map(({id, title}) => html`
          <option value=${id} .selected=${id === this.#chosen(parts)}>${title}</option>`)}</select>
      </div>` : nothing}`
  }

  #look(): TemplateResult {
    const themes = ['none', ...THEMES] as const
    return html`
      ${this.#radios('theme', this.words.theme, themes.map(value => [value, this.words.themes[value]]))}
      <div class="choice field">
        <input type="checkbox" id="shared" .checked=${this.choice.isShared} aria-describedby="shared-hint"
          @change=${({target}: Event) => this.#choose({isShared: (target as HTMLInputElement).checked})}>
        <label for="shared">${this.words.shared}</label>
        <p class="hint below" id="shared-hint">${this.words.sharedHint}</p>
      </div>`
  }

  #radios(
    name: 'show' | 'form' | 'theme', legend: string, options: [value: string, words: string, hint?: string][],
  ): TemplateResult {
    const chosen = this.choice[name] ?? 'none'
    const choose = (value: string) => this.#choose({[name]: value === 'none' ? undefined : value})
    return html`<fieldset>
      <legend>${heading(this.headingLevel + 1, legend)}</legend>
      ${options.map(([value, words, hint]) => html`<div class="choice">
        <input type="radio" name=${name} id="${name}-${value}" .checked=${value === chosen}
          @change=${() => choose(value)} aria-describedby=${hint ? `${name}-${value}-hint` : nothing}>
        <label for="${name}-${value}">${words}</label>
        ${hint ? html`<p class="hint below" id="${name}-${value}-hint">${hint}</p>` : nothing}
      </div>`)}
    </fieldset>`
  }

  #choose(change: Partial<EmbedChoice>): void {
    this.choice = {...this.choice, ...change}
    this.said = undefined
  }

  /** A field, which can be selected with keys where copying for people is not allowed. */
  #code(id: string, titleId: string, code: string): TemplateResult {
    const rows = code.split('\n').length + 2
    return html`<div class="code" part="code">
      <textarea id=${id} readonly spellcheck="false" rows=${rows} aria-labelledby=${titleId}
        .value=${code}></textarea>
      <div class="button-row">
        <button type="button" aria-describedby=${titleId}
          @click=${() => this.#copy(id, code)}>${this.words.copy}</button>
        <span aria-live="polite">${this.said?.field === id ? this.said.words : nothing}</span>
      </div>
    </div>`
  }

  async #copy(id: string, code: string): Promise<void> {
    const isCopied = await copyText(code)
    if (!isCopied) this.renderRoot.querySelector<HTMLTextAreaElement>(`#${id}`)?.select()
    this.said = {field: id, words: isCopied ? this.words.copied : this.words.notCopied}
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-embed-builder': DsgEmbedBuilder }
}
