import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import type {CatalogueFilter} from '../../model/guide/catalogue.js'
import type {ModuleEntry} from '../../model/pack/files.js'
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

/** The filters as nobody has touched them: then nobody is told how many pathways there are. */
const UNTOUCHED: CatalogueFilter = {}

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
    .top { position: relative }
    .top > details { margin: 0 }
    /* Beside the heading, so that the first pathway stands a line higher. */
    .top > details > summary { margin-block-end: .8em }
    @container (min-width: 18em) { .top > details > summary { position: absolute; inset-block-start: .3em; inset-inline-end: 0; margin: 0 } }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr)); gap: 1em; margin: 0 0 1.5em; padding: 0; list-style: none }
    .card { display: flex; flex-direction: column; position: relative; margin: 0; padding: 1.2em; border: 1px solid var(--_dsg-border); border-radius: var(--_dsg-radius); background: var(--_dsg-surface) }
    .card:hover { border-color: var(--_dsg-secondary) }
    .card a::after { content: ''; position: absolute; inset: 0 }
    .card p { margin-block-end: .8em }
    .card .facts { margin-block: auto 0; color: var(--_dsg-secondary); font-size: .9em }
    .card .facts p { margin: 0 }
  `]

  @state() private filter = UNTOUCHED
  /** The code of the filters, which comes once there is something on screen. */
  @state() private filtering?: typeof import('./filters.later.js')

  protected override startAfresh(): void {
    this.filter = UNTOUCHED
  }

  protected override fetchAhead(): void {
    super.fetchAhead()
    // A failure is ignored here: whoever opens the filters is told.
    this.#fetch().catch(() => undefined)
  }

  protected override renderGuide({manifest}: LoadedGuide): unknown {
    const {filter, filtering} = this
    const {pathways} = manifest
    const modules = new Map(manifest.modules.map(module => [module.id, module]))
    const shown = filtering?.matchingPathways(pathways, modules, filter) ?? pathways
    const isFiltered = Object.values(filter).some(Boolean)
    const index = progressIndex(this.record.events)
    return html`<div class="top">
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'l', focusable: true})}
      ${pathways.length ? html`
        <details part="filters" @toggle=${this.#opened}>
          <summary>${this.words.filter}</summary>
          ${filtering?.filtersView({host: this, manifest, filter, narrow: this.#narrow, clear: this.#clear})}
        </details>
        <p class=${isFiltered ? '' : 'visually-hidden'} aria-live="polite">${
          filter === UNTOUCHED ? nothing : filtering?.filteredWords(this, shown.length, pathways.length)}</p>
        <ul class="cards" role="list">${shown.map(pathway => this.#card(pathway, modules, index))}</ul>`
        : html`<p>${this.words.empty}</p>`}
    </div>`
  }

  private get words() { return stringsFor(this, pathwaysStrings) }

  #narrow = (by: CatalogueFilter) => { this.filter = {...this.filter, ...by} }

  #clear = () => { this.filter = {} }

  #opened = () => {
    if (!this.filtering) void this.source.load(() => this.#fetch())
  }

  async #fetch(): Promise<void> {
    const filtering = await import('./filters.later.js')
    if (!this.filtering) this.addStyles([filtering.filtersStyles])
    this.filtering = filtering
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
