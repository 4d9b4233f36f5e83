import {html, nothing, type CSSResultGroup, type PropertyValues} from 'lit'
import {property, state} from 'lit/decorators.js'
import {pageClock, type Clock} from '../../state/visit/clock.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {stringsFor} from '../shared/words/strings.js'
import {SearchChangedEvent, SearchMissedEvent} from './events.js'
import type {SearchFilter} from './filters.js'
import type {FoundResults} from './found.later.js'
import {searchStrings} from './search.strings.js'
import {searchStyles} from './search.styles.js'

/** All that a search needs beyond its box: how to find, and how to show what was found. */
type FoundCode = typeof import('./found.later.js')

/** How many results are shown at first, and more at a time. */
const PAGE = 20
/** Results are announced after this long without a key: announced at each key, they would talk over the typing. */
const PAUSE_MS = 800
const AGAIN_MS = 100
/** From this width on the filters are open at first: there is room for them beside the results. */
const WIDE_PX = 640
/** The query and the address of the result that was chosen last: the element itself goes with its page. */
let chosen: unknown[] = []
/** Properties that a search depends on. */
const ASKED = ['query', 'guide', 'narrowed', 'limit']

/**
 * Search the guide as you type. Results are plain links, so every key a person knows from the web works.
 *
 * @tag dsg-search
 * @slot - shown until the search is ready, and when it cannot be loaded
 * @fires dsg-search-changed - {SearchChangedEvent} the learner changed what to search for
 * @fires dsg-search-missed - {SearchMissedEvent} the learner searched for something that the guide has nothing about
 * @csspart form - the box and its button
 * @csspart filters - what to narrow the results by
 * @csspart results - the list of results
 */
export class DsgSearch extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, searchStyles]

  /** What to look for. Changes as the learner types. */
  @property() query = ''

  /** What the results are narrowed by, as it stands in an address: see `filters.ts`. @internal */
  @property({attribute: false}) narrowed = ''

  @state() private finding?: FoundCode
  @state() private found?: FoundResults
  @state() private limit = PAGE
  /** What a screen reader is told: the outcome, once typing has stopped. */
  @state() private told = ''

  /** Tells when typing has stopped. @internal */
  clock: Clock = pageClock

  #isWide?: boolean
  #stopWaiting?: () => void
  /** The query the learner typed last. A script may have set `query` to another one since. */
  #typed = ''
  #missed = ''
  /** The learner pressed Enter while a search was under way: its results are announced as soon as they come. */
  #isDue = false

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopWaiting?.()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('query')) this.limit = PAGE
    // The type of `changed` has public properties only; `limit` is private.
    const names: ReadonlyMap<PropertyKey, unknown> = changed
    if (!this.query.trim()) this.#rest()
    else if (this.guide && ASKED.some(name => names.has(name))) void this.#search(this.guide)
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const isEmpty = !this.query.trim()
    return html`
      <form role="search" part="form" @submit=${this.#submit}>
        ${heading(this.headingLevel, html`<label for="query">${this.words.label}</label>`, {id: 'title', size: 's', focusable: true})}
        <div class="box">
          <input id="query" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
            maxlength="128" .value=${this.query} @input=${this.#type} @focus=${this.#prepare}>
          <button>${this.words.submit}</button>
        </div>
      </form>
      ${isEmpty ? this.#recent(guide) : this.#filters(guide)}
      ${isEmpty ? nothing : this.found ? this.finding!.status(this.found, this.#foundWords, this.headingLevel + 1)
        : html`<p class="status" aria-hidden="true">${this.words.searching}</p>`}
      <p class="visually-hidden" aria-live="polite">${this.told}</p>
      ${this.#results(guide)}`
  }

  /** Moves focus to the box, ready to type; and after Back, to the result that was chosen. */
  focusBox(): void {
    this.focusNext(chosen[0] === this.query ? `a[href="${chosen[1]}"]` : '#query')
    this.requestUpdate()
  }

  protected override startAfresh(): void {
    this.query = ''
    this.narrowed = ''
  }

  private get words() { return stringsFor(this, searchStrings) }

  /** Once their code is there. */
  get #foundWords() { return stringsFor(this, this.finding!.foundStrings) }

  #recent(guide: LoadedGuide): unknown {
    return this.finding?.recentView(guide, this.#foundWords, query => this.#ask(query), () => this.focusBox())
  }

  #filters({manifest}: LoadedGuide): unknown {
    const {finding, found} = this
    if (!finding || !found) return nothing
    const filter = finding.filterOf(this.narrowed)
    if (!found.total && !finding.filtersSet(filter)) return nothing
    this.#isWide ??= this.offsetWidth >= WIDE_PX
    return finding.filters({
      manifest, filter, isOpen: this.#isWide, words: this.#foundWords, say: catalogueWords(this),
      events: this.record.events,
      change: filter => this.#narrow(filter),
    })
  }

  #results(guide: LoadedGuide): unknown {
    const {manifest} = guide
    const {finding, found} = this
    if (!finding || !found) return nothing
    return finding.foundView({
      found, guide, host: this, level: this.headingLevel + 2, manifest, words: this.#foundWords, href: route => this.href(route),
      ask: query => this.#ask(query), clearFilters: () => this.#narrow({}),
      showMore: this.#showMore, remember: this.#remember,
    })
  }

  #type = (event: Event) => {
    this.#change((event.target as HTMLInputElement).value)
  }

  /** Searches for something that the learner chose. */
  #ask(query: string): void {
    this.#change(query)
    this.focusBox()
  }

  #change(query: string): void {
    this.query = this.#typed = query
    this.#isDue = false
    chosen = []
    this.dispatchEvent(new SearchChangedEvent(query))
  }

  #narrow(filter: SearchFilter): void {
    this.narrowed = this.finding!.narrowedBy(filter)
    this.dispatchEvent(new SearchChangedEvent(this.query))
  }

  #submit = (event: Event) => {
    event.preventDefault()
    this.#typed = this.query
    this.#isDue = true
    this.#remember()
    if (this.found?.query !== this.query.trim()) return
    if (!this.told) return this.#rest()
    // Who asks again is told again: the first time can be lost among the sounds of typing. The same words are no news to a
    // screen reader, unless the region was empty in between.
    this.told = ''
    this.#stopWaiting?.()
    this.#stopWaiting = this.clock.after(AGAIN_MS, () => this.#rest())
  }

  #remember = (event?: Event) => {
    if (event) chosen = [this.query, (event.target as Element).closest('a')?.getAttribute('href')]
    if (this.guide && this.found?.total) this.finding?.rememberSearch(this.query, this.guide.manifest.id, this.guide.record)
  }

  #showMore = () => {
    // With the last results the button is removed, and would take the focus with it: the first new result gets it.
    this.focusNext(`.results > :nth-child(${new Set(this.found?.hits.map(({section}) => section.module)).size + 1}) a`)
    this.limit += PAGE
  }

  /** Focus in the box: fetch what a search needs before the first key. If that fails, the search itself says so. */
  #prepare = () => {
    if (this.guide) void this.#fetch().then(({searchOf}) => searchOf(this.guide!)).catch(() => undefined)
  }

  async #fetch(): Promise<FoundCode> {
    const finding = await import('./found.later.js')
    if (!this.finding) this.addStyles(finding.foundStyles)
    return this.finding = finding
  }

  async #search(guide: LoadedGuide): Promise<void> {
    const {query, narrowed, limit} = this
    await this.source.load(async () => {
      const {filterOf, resultsOf, partOfAnswer} = await this.#fetch()
      const found = await resultsOf(guide, query, filterOf(narrowed), limit)
      if (query !== this.query || narrowed !== this.narrowed || limit !== this.limit) return
      this.found = found
      void partOfAnswer(guide, found).catch(() => ({blocks: []})).then(part => {
        if (this.found === found) this.found = {...found, ...part}
      })
      this.#stopWaiting?.()
      if (this.#isDue) this.#rest()
      else this.#stopWaiting = this.clock.after(PAUSE_MS, () => this.#rest())
    })
  }

  /** Typing has stopped: announces the outcome, and fires `dsg-search-missed` when there is none. */
  #rest(): void {
    this.#stopWaiting?.()
    this.#isDue = false
    const {query} = this
    if (!query.trim()) this.found = undefined
    const {found} = this
    this.told = found ? this.finding!.told(found, this.#foundWords) : ''
    if (!found || found.total || found.elsewhere || query !== this.#typed || query === this.#missed) return
    this.#missed = query
    this.dispatchEvent(new SearchMissedEvent(query.trim()))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-search': DsgSearch }
}
