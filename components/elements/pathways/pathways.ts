import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {catalogueChoices, matchingPathways, type CatalogueFilter} from '../../model/guide/catalogue.js'
import type {GuideManifest, ModuleEntry} from '../../model/pack/files.js'
import type {Pathway} from '../../model/guide/pathway.js'
import {pathwayProgress, progressIndex, type ProgressIndex} from '../../model/record/progress.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {progressBar, progressBarStyles} from '../shared/styles/progress-bar.js'
import {stringsFor} from '../shared/words/strings.js'
import {pathwaysStrings} from './pathways.strings.js'

/**
 * The catalogue: every pathway as a card with what is done of it, and filters to find the right one.
 *
 * @tag dsg-pathways
 * @slot - shown until the catalogue is ready, and when it cannot be loaded
 * @csspart filters - the filters
 * @csspart card - one pathway
 */
export class DsgPathways extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, progressBarStyles, css`
    .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr)); gap: 0 1em; align-items: end }
    .filters .field { margin-block-end: 1em }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr)); gap: 1em; margin: 0 0 1.5em; padding: 0; list-style: none }
    .card { display: flex; flex-direction: column; position: relative; margin: 0; padding: 1.2em; border: 1px solid var(--_dsg-border); border-radius: var(--_dsg-radius); background: var(--_dsg-surface) }
    .card:hover { border-color: var(--_dsg-secondary) }
    .card a::after { content: ''; position: absolute; inset: 0 }
    .card p { margin-block-end: .8em }
    .card .facts { margin-block: auto 0; color: var(--_dsg-secondary); font-size: .9em }
    .card .facts p { margin: 0 }
  `]

  @state() private filter: CatalogueFilter = {}

  protected override startAfresh(): void {
    this.filter = {}
  }

  protected override renderGuide({manifest}: LoadedGuide): unknown {
    const {pathways} = manifest
    const modules = new Map(manifest.modules.map(module => [module.id, module]))
    const shown = matchingPathways(pathways, modules, this.filter)
    const index = progressIndex(this.record.events)
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'l', focusable: true})}
      ${pathways.length ? html`
        ${this.#filters(manifest)}
        <p role="status">${shown.length ? this.words.count(shown.length, pathways.length) : this.words.none}</p>
        <ul class="cards" role="list">${shown.map(pathway => this.#card(pathway, modules, index))}</ul>`
        : html`<p>${this.words.empty}</p>`}`
  }

  private get words() { return stringsFor(this, pathwaysStrings) }

  #filters({modules, frameworks}: GuideManifest): TemplateResult {
    const {audiences, stages, domains} = catalogueChoices(modules)
    const names = new Map(frameworks.flatMap(framework => framework.domains.map(({id, short}) => [id, short])))
    const isFiltered = Object.values(this.filter).some(Boolean)
    return html`<details part="filters">
      <summary>${this.words.filter}</summary>
      <form class="details-text" @submit=${(event: Event) => event.preventDefault()}>
        <div class="filters">
          <div class="field">
            <label for="text">${this.words.text}</label>
            <input id="text" type="text" autocomplete="off" .value=${this.filter.text ?? ''}
              @input=${(event: Event) => this.#narrow({text: (event.target as HTMLInputElement).value})}>
          </div>
          ${this.#choice('audience', this.words.audience, audiences.map(id => [id, catalogueWords(this).audiences[id] ?? id]))}
          ${this.#choice('stage', this.words.stage, stages.map(stage => [String(stage), catalogueWords(this).stages[stage] ?? String(stage)]))}
          ${names.size ? this.#choice('domain', this.words.domain, domains.map(id => [id, names.get(id) ?? id])) : nothing}
        </div>
        ${isFiltered ? html`<button class="link-button" type="button" @click=${this.startAfresh}>${this.words.clear}</button>` : nothing}
      </form>
    </details>`
  }

  #choice(key: 'audience' | 'stage' | 'domain', label: string, options: [value: string, words: string][]): TemplateResult {
    const chosen = String(this.filter[key] ?? '')
    const choose = ({target}: Event) => {
      const {value} = target as HTMLSelectElement
      this.#narrow({[key]: key === 'stage' ? Number(value) : value})
    }
    return html`<div class="field">
      <label for=${key}>${label}</label>
      <select id=${key} @change=${choose}>
        <option value="" .selected=${!chosen}>${this.words.any}</option>
        ${options.map(([value, words]) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`)}
      </select>
    </div>`
  }

  #narrow(by: CatalogueFilter): void {
    this.filter = {...this.filter, ...by}
  }

  #card(pathway: Pathway, modules: ReadonlyMap<string, ModuleEntry>, index: ProgressIndex): TemplateResult {
    const {done, of} = pathwayProgress(pathway, modules, index)
    const minutes = pathway.modules.reduce((sum, id) => sum + (modules.get(id)?.minutes ?? 0), 0)
    return html`<li class="card" part="card">
      ${heading(this.headingLevel + 1, html`<a href=${this.href({view: 'pathway', pathway: pathway.id})}>${pathway.title}</a>`)}
      <p>${pathway.summary}</p>
      <div class="facts">
        <p>${this.words.modules(of)}, ${catalogueWords(this).minutes(minutes)}</p>
        ${done ? html`<p>${this.words.progress(done, of)}</p>${progressBar(done, of)}` : nothing}
      </div>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-pathways': DsgPathways }
}
