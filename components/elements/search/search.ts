import {css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import type {Hit, Piece} from '../../search/search.js'
import type {LoadedGuide} from '../../state/guide.js'
import {GuideElement} from '../shared/guide-element.js'
import {stringsFor} from '../shared/strings.js'
import {SearchChangedEvent} from './events.js'
import {searchStrings} from './search.strings.js'

type Search = (query: string) => Hit[]

/** One search a guide, however many search boxes the page has. Held weakly: a guide that goes takes it along. */
const searches = new WeakMap<LoadedGuide, Promise<Search>>()

/**
 * Search the guide as you type. Results are plain links, so every key a person knows from the web works.
 *
 * @tag dsg-search
 * @slot - shown until the search is ready, and when it cannot be loaded
 * @fires dsg-search-changed - {SearchChangedEvent} the learner changed what to search for
 * @csspart form - the box and its button
 * @csspart results - the list of results
 */
export class DsgSearch extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, css`
    form { max-width: 44em }
    label { display: block; margin-block-end: .3em; font-weight: 700 }
    .box { display: flex; gap: 0 }
    .box input { flex: 1; min-width: 0 }
    .box button { margin: 0; border-radius: 0; background: var(--_dsg-brand); box-shadow: none }
    .box button:hover { background: color-mix(in srgb, var(--_dsg-brand), #000 20%) }
    .box button:focus-visible { background: var(--_dsg-focus); color: var(--_dsg-focus-text); outline: 4px solid var(--_dsg-focus-text) }
    .status { margin-block: .6em }
    .status:empty { margin: 0 }
    .results { margin: 0 0 1.5em; padding: 0; list-style: none; max-width: 44em }
    .results > li { margin: 0; padding: .8em 0; border-block-start: 1px solid var(--_dsg-border) }
    .results p { margin: .2em 0 0 }
    mark { background: #fff3a6; color: #212b32; font-weight: 700 }
    @media (forced-colors: active) { mark { background: Mark; color: MarkText } }
  `]

  /** What to look for. Changes as the learner types. */
  @property() query = ''

  @state() private hits?: Hit[]
  /** What `hits` were found for. */
  @state() private asked = ''

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (this.guide && this.query.trim() && (changed.has('query') || changed.has('guide'))) void this.#search(this.guide, this.query)
    if (!this.query.trim()) this.hits = undefined
  }

  protected override renderGuide(): unknown {
    return html`
      <form role="search" part="form" @submit=${(event: Event) => event.preventDefault()}>
        <label for="query">${this.words.label}</label>
        <div class="box">
          <input id="query" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
            maxlength="64" .value=${this.query} @input=${this.#type}>
          <button>${this.words.submit}</button>
        </div>
      </form>
      <p class="status" role="status">${this.#status()}</p>
      ${this.hits?.length ? html`<ol class="results" part="results" aria-label=${this.words.results}>
        ${this.hits.map(hit => this.#hit(hit))}</ol>` : nothing}`
  }

  private get words() { return stringsFor(this, searchStrings) }

  #status(): string | typeof nothing {
    if (!this.query.trim()) return nothing
    return this.hits ? this.words.count(this.hits.length, this.asked) : this.words.searching
  }

  #hit({section, title, heading, excerpt}: Hit): TemplateResult {
    const route = {view: 'module', module: section.module, page: section.page} as const
    const isOpening = section.heading === section.title
    return html`<li>
      <a href=${this.href(route)}>${marked(title)}${isOpening ? nothing : html`: ${marked(heading)}`}</a>
      <p>${marked(excerpt)}</p>
    </li>`
  }

  /** Moves focus to the box, ready to type. */
  focusBox(): void {
    this.focusNext = '#query'
    this.requestUpdate()
  }

  #type = (event: Event) => {
    this.query = (event.target as HTMLInputElement).value
    this.dispatchEvent(new SearchChangedEvent(this.query))
  }

  async #search(guide: LoadedGuide, query: string): Promise<void> {
    await this.load(async () => {
      const search = await searchOf(guide)
      if (query !== this.query) return
      this.hits = search(query)
      this.asked = query.trim()
    })
  }
}

/** The index and the code that reads it are fetched for the first search, not for the box. */
function searchOf(guide: LoadedGuide): Promise<Search> {
  const known = searches.get(guide)
  if (known) return known
  const search = Promise.all([import('../../search/search.js'), guide.sections()])
    .then(([{createSearch}, sections]) => createSearch(sections, guide.manifest.glossary))
  searches.set(guide, search)
  search.catch(() => searches.delete(guide))
  return search
}

function marked(pieces: readonly Piece[]): unknown[] {
  return pieces.map(({text, isHit}) => isHit ? html`<mark>${text}</mark>` : text)
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-search': DsgSearch }
}
