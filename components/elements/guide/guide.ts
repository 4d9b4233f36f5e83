import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import type {Address} from '../../model/guide/document.js'
import {moduleProgress, progressIndex} from '../../model/record/progress.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {hashOf, type Route} from '../shared/page/route.js'
import {stringsFor} from '../shared/words/strings.js'
import {fetchSaving} from '../saving/panel.js'
import type {SearchChangedEvent} from '../search/events.js'
import {GuidePlace, HOME} from './guide-place.js'
import {guideStrings} from './guide.strings.js'

/** The code of what is not on the first page, fetched when it is first shown. */
const VIEWS: Partial<Record<Route['view'], () => Promise<unknown>>> = {
  pathway: () => import('../pathway/define.js'),
  module: () => Promise.all([import('../module/define.js'), import('../feedback/define.js')]),
  glossary: () => import('../glossary/define.js'),
  assessment: () => import('../self-assessment/define.js'),
  profile: () => import('../profile/define.js'),
  record: () => import('../record/define.js'),
}

/** Events that come before a click on a link: the pointer over it, or the focus on it. */
const SIGNS_OF_INTENT = ['pointerover', 'focusin']

/**
 * The whole guide: catalogue, pathways, modules, search, glossary, and the learner's progress. The address's hash says
 * what is shown, so links, bookmarks, Back and Forward work as on any page. On a page that has another use for its hash, the
 * address stays as it is, and Back and Forward work all the same.
 *
 * @tag dsg-guide
 * @slot - shown until the guide is ready, and when it cannot be loaded: a sentence and a link at least
 * @csspart navigation - the guide's own links
 */
export class DsgGuide extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, css`
    .navigation { display: flex; flex-wrap: wrap; gap: .2em 1.4em; margin-block-end: 1.4em; padding-block: .5em; border-block-end: 4px solid var(--_dsg-brand) }
    .navigation a { padding-block: .2em }
    .navigation a[aria-current]:not(:focus-visible) { color: inherit; font-weight: 700; text-decoration: none }
    .search { margin-block-end: 1.6em }
    dsg-saving { margin-block-start: 2em }
    @media print { .navigation, dsg-saving { display: none } }
  `]

  /** Also ask "How sure are you?" beside each answer. */
  @property({type: Boolean, attribute: 'with-confidence'}) withConfidence = false

  /** Also ask "Was this useful?" under each module. Listen for `dsg-judged`, or read the records that people send. */
  @property({type: Boolean, attribute: 'with-feedback'}) withFeedback = false

  /**
   * Whether the page's address says what the guide shows: `hash` or `none`. Default: its hash does, unless the host has another
   * hash there, such as the route of a router of its own. `none` is for a page with a router that has no hash on its first page.
   */
  @property() address?: string

  @state() private route: Route = HOME
  @state() private views?: typeof import('./views.later.js')

  readonly #place = new GuidePlace(this, {
    route: () => this.route,
    go: route => this.#go(route),
  })

  override connectedCallback(): void {
    super.connectedCallback()
    // A host may take the guide out and put it back: then it goes on where it was.
    void this.#show(this.#place.named ?? this.route)
    fetchSaving()
    // The page was opened with a route in its hash. No element has such an id, so the browser does not scroll to the guide.
    if (this.#place.inAddress && !this.hasUpdated) void this.updateComplete.then(() => this.scrollIntoView({block: 'start'}))
    for (const sign of SIGNS_OF_INTENT) this.addEventListener(sign, this.#prefetch)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const sign of SIGNS_OF_INTENT) this.removeEventListener(sign, this.#prefetch)
  }

  /** On a shared computer the next person may be there: see `saving/next-person.ts`. */
  protected override startAfresh(): void {
    if (this.guide!.record.visit === 'shared') void this.#show(HOME)
  }

  /** Links inside the guide stay on this page, whatever the page is. @internal */
  override href(route: Route): Address {
    return this.#place.start + hashOf(route) as Address
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {route} = this
    const isHome = route.view === 'home'
    const start = this.#place.start
    return html`
      <nav class="navigation" part="navigation" aria-label=${this.words.navigation}>
        ${this.#link({view: 'home'}, guide.manifest.pathways.length > 1 ? this.words.home : this.words.start)}
        ${this.#link({view: 'search', query: ''}, this.words.search)}
        ${guide.manifest.frameworks.length ? this.#link({view: 'assessment'}, this.words.assessment) : nothing}
        ${this.#link({view: 'record'}, this.words.record)}
        ${guide.manifest.glossary.length ? this.#link({view: 'glossary'}, this.words.glossary) : nothing}
      </nav>
      ${isHome ? heading(this.headingLevel, guide.manifest.title, {id: 'title', size: 'xl', focusable: true}) : nothing}
      ${isHome || route.view === 'search' ? html`<div class="search">
        <dsg-search .guide=${guide} guide-href=${start} heading-level=${this.headingLevel + Number(isHome)} .query=${isHome ? '' : route.query}
          @dsg-search-changed=${this.#searched}></dsg-search>
      </div>` : nothing}
      ${this.#view(guide, route)}
      <dsg-saving .guide=${guide} heading-level=${this.headingLevel + 1}></dsg-saving>`
  }

  private get words() { return stringsFor(this, guideStrings) }

  #view(guide: LoadedGuide, route: Route): unknown {
    const {headingLevel: level, withConfidence, withFeedback} = this
    return route.view === 'home'
      ? html`
        ${this.#whereToStart(guide)}
        <dsg-pathways class="view" .guide=${guide} guide-href=${this.#place.start} heading-level=${level + 1}></dsg-pathways>`
      : this.views?.guideView({
        guide, route, level, withConfidence, withFeedback, host: this, start: this.#place.start,
      })
  }

  /** The module they were in the middle of; for someone new, a way to find out where to begin. */
  #whereToStart({manifest}: LoadedGuide): TemplateResult | typeof nothing {
    const index = progressIndex(this.record.events)
    const open = manifest.modules
      .map(module => ({module, progress: moduleProgress(module, index)}))
      .filter(({progress: {status}}) => status === 'started' || status === 'not-passed')
      .sort((a, b) => (a.progress.last ?? '') < (b.progress.last ?? '') ? 1 : -1)[0]?.module
    if (open) {
      return html`<div class="callout local"><p>${this.words.carryOn}
        <a href=${this.href({view: 'module', module: open.id})}>${open.title}</a></p></div>`
    }
    if (!manifest.frameworks.length || this.record.events.length) return nothing
    return html`<div class="callout local"><p>${this.words.unsure}
      <a href=${this.href({view: 'assessment'})}>${this.words.unsureLink}</a></p></div>`
  }

  #link(route: Route, words: string): TemplateResult {
    return html`<a href=${this.href(route)} aria-current=${this.route.view === route.view ? 'page' : nothing}>${words}</a>`
  }

  /** Fetches where a link leads before it is followed, unless the learner's browser was told to save data. */
  #prefetch = (event: Event) => {
    const {connection} = navigator as Navigator & {connection?: {saveData?: boolean}}
    const route = this.#place.routeAt(event)
    if (!route || connection?.saveData) return
    // A failure is ignored here: the code is fetched again when the link is followed, and then a failure is shown.
    this.#fetch(route).catch(() => undefined)
    if (route.view === 'module') this.guide?.module(route.module).catch(() => undefined)
  }

  async #go(route: Route): Promise<void> {
    await this.#show(route)
    if (this.route.view === 'home') this.focusHeading()
    else if (this.route.view === 'search') this.renderRoot.querySelector('dsg-search')?.focusBox()
    else this.renderRoot.querySelector<GuideElement>('.view')?.focusHeading()
  }

  /** Resolves when the view is on screen, or the learner was told that its code did not come. */
  async #show(route: Route): Promise<void> {
    this.route = route
    this.source.loading += 1
    await this.#fetch(route).catch(() => this.source.load(() => this.#fetch(route)))
    this.source.loading -= 1
    this.requestUpdate()
    await this.updateComplete
  }

  async #fetch({view}: Route): Promise<void> {
    const code = VIEWS[view]?.()
    if (!code) return
    const [views] = await Promise.all([import('./views.later.js'), code])
    if (!this.views) this.addStyles([views.viewsStyles])
    this.views = views
  }

  /** The address keeps up with the search box, so that Back from a result finds the results again. */
  #searched = ({query}: SearchChangedEvent) => {
    const route: Route = query.trim() ? {view: 'search', query} : HOME
    this.#place.note(route)
    this.route = route
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-guide': DsgGuide }
}
