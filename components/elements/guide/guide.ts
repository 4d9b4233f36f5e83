import {css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import type {Address} from '../../model/guide/document.js'
import {shortModule} from '../../model/guide/short-module.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {pageClock, type Clock} from '../../state/visit/clock.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {hashOf, type Route} from '../shared/page/route.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {fetchSaving} from '../saving/panel.js'
import type {SearchChangedEvent} from '../search/events.js'
import type {DsgSearch} from '../search/search.js'
import {GuidePlace, HOME} from './guide-place.js'
import {guideStrings} from './guide.strings.js'
import type * as HomeCode from './home.later.js'
import type {GuideScreen} from './screen.later.js'

/** The code of what is not on the first page, fetched when it is first shown. */
const VIEWS: Partial<Record<Route['view'], () => Promise<unknown>>> = {
  pathway: () => import('../pathway/define.js'),
  module: () => Promise.all([import('../module/define.js'), import('../feedback/define.js')]),
  glossary: () => import('../glossary/define.js'),
  assessment: () => import('../self-assessment/define.js'),
  profile: () => import('../profile/define.js'),
  record: () => import('../record/define.js'),
  unknown: async () => undefined,
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
 * @csspart next - the next thing to do, for somebody who was here before
 */
export class DsgGuide extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, css`
    .navigation { display: flex; flex-wrap: wrap; gap: 0 .7em; margin-block-end: 1em; font-size: .9em; border-block-end: 4px solid var(--_dsg-brand) }
    .navigation a { padding-block: .4em }
    .navigation a[aria-current]:not(:focus-visible) { color: inherit; font-weight: 700; text-decoration: none }
    @container (min-width: 26em) { .navigation { gap: 0 1.4em; font-size: 1em } }
    .search { margin-block-end: 1.2em }
    .doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr)); gap: .5em; padding: 0; list-style: none }
    .doors li { position: relative; margin: 0; padding: .5em .8em; border-inline-start: 8px solid var(--_dsg-brand); background: var(--_dsg-surface); line-height: 1.3 }
    .doors a { font-weight: 700 }
    .doors a::after { content: ''; position: absolute; inset: 0 }
    .doors span { display: block; color: var(--_dsg-secondary); font-size: .9em }
    /* What is drawn from the record, and all that stands below, waits for the record: but nobody waits longer than a second. */
    .waits { min-height: 13em }
    .waits + * { animation: waits 1s !important }
    @keyframes waits { from, to { opacity: 0 } }
    .coming { min-height: 100vh }
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

  /** Leave the title of the page as it is. Default: it names the screen that is shown, with the host's own title behind it. */
  @property({type: Boolean, attribute: 'without-title'}) withoutTitle = false

  @state() private route: Route = HOME
  @state() private views?: typeof import('./views.later.js')
  /** The view is whole on screen. */
  @state() private arrived = false
  /** What home says to somebody who was here before, once its code has come. */
  @state() private next?: HomeCode.Next
  private home?: typeof HomeCode

  /** Tells what day it is. @internal */
  clock: Clock = pageClock

  /** Home shows what it has for somebody new. */
  #isNew = false
  /** What `next` was derived from. */
  #known?: LoadedGuide['record']['events']

  /** Comes when something is on screen. */
  #screen?: GuideScreen

  readonly #place = new GuidePlace(this, {
    route: () => this.route,
    go: (route, isBack) => this.#go(route, isBack),
    leave: link => this.#screen?.leave(link),
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

  protected override fetchAhead(): void {
    super.fetchAhead()
    import('./screen.later.js').then(({GuideScreen}) => {
      this.#screen ??= new GuideScreen(this, () => this.route)
      this.requestUpdate()
    }, () => undefined)
  }

  /** On a shared computer the next person may be there: see `saving/next-person.ts`. */
  protected override startAfresh(): void {
    if (this.guide!.record.visit === 'shared') void this.#show(HOME)
  }

  /** Links inside the guide stay on this page, whatever the page is. @internal */
  override href(route: Route): Address {
    return this.#place.start + hashOf(route) as Address
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const {guide, route, route: {view}} = this
    if (!guide) return
    if (changed.has('guide')) void this.#show(route)
    if (view !== 'home') return
    const {events, saving} = guide.record
    // On its way while the record is read.
    if (saving === 'opening') void import('./home.later.js').catch(() => undefined)
    if (!events.length || events === this.#known) return
    this.#known = events
    void this.#decide(guide)
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {route, headingLevel: level} = this
    const {manifest: {title, frameworks, glossary}} = guide
    const isHome = route.view === 'home'
    const isSearched = isHome || route.view === 'search'
    return html`
      <nav class="navigation" part="navigation" aria-label=${this.words.navigation}>
        ${this.#link({view: 'home'}, this.words.home)}
        ${this.#link({view: 'search', query: ''}, this.words.search)}
        ${frameworks.length ? this.#link({view: 'assessment'}, this.words.assessment) : nothing}
        ${this.#link({view: 'record'}, this.words.record)}
        ${glossary.length ? this.#link({view: 'glossary'}, this.words.glossary) : nothing}
      </nav>
      ${isHome ? heading(level, title, {id: 'title', size: 'xl', focusable: true}) : nothing}
      ${isSearched ? html`<div class="search">
        <dsg-search .guide=${guide} guide-href=${this.#place.start} heading-level=${level + Number(isHome)}
          .query=${isHome ? '' : route.query} .narrowed=${isHome ? '' : route.page ?? ''} @dsg-search-changed=${this.#searched}></dsg-search>
      </div>` : nothing}
      ${isHome ? this.#home(guide) : this.#view(guide, route)}
      ${isSearched || this.arrived ? html`<dsg-saving .guide=${guide} heading-level=${level + 1}></dsg-saving>
        ${this.#screen?.foot(guide)}`
        // What stands below the view comes into sight when the view is there, and so does not move. What comes last stands last.
        : html`<div class="coming"></div>`}`
  }

  private get words() { return stringsFor(this, guideStrings) }

  #view(guide: LoadedGuide, route: Route): unknown {
    const {headingLevel: level, withConfidence, withFeedback} = this
    return this.views?.guideView({
      guide, route, level, withConfidence, withFeedback, host: this, start: this.#place.start,
    }) ?? html`<p>${this.say.loading}</p>`
  }

  #home(guide: LoadedGuide): TemplateResult {
    const {record: {events, saving}} = guide
    const level = this.headingLevel + 1
    const {home, next} = this
    // What somebody sees stays until what takes its place is there.
    this.#isNew = !events.length ? saving !== 'opening' : next ? next.action.kind === 'newcomer' : this.#isNew
    return html`
      ${this.#isNew ? this.#doors(guide)
        : events.length && next ? home?.nextView({guide, next, level, host: this}) : html`<div class="waits"></div>`}
      <dsg-pathways class="view" .guide=${guide} guide-href=${this.#place.start} heading-level=${level}></dsg-pathways>`
  }

  /** Three ways in, for somebody new. */
  #doors({manifest: {modules, frameworks}}: LoadedGuide): TemplateResult {
    const {words} = this
    const short = shortModule(modules)
    const door = (route: Route, title: string, hint: string) => html`<li><a href=${this.href(route)}>${title}</a><span>${hint}</span></li>`
    return html`<ul class="doors" role="list" aria-label=${words.doors}>
      ${door({view: 'search', query: ''}, words.question, words.questionHint)}
      ${short ? door({view: 'module', module: short.id}, words.tenMinutes,
        `${short.title}, ${catalogueWords(this).minutes(short.minutes)}`) : nothing}
      ${frameworks.length ? door({view: 'assessment'}, words.whereIStand, words.whereIStandHint) : nothing}
    </ul>`
  }

  /** Finds out what is next. Where the code does not come, home is as it is for somebody new. */
  async #decide(guide: LoadedGuide): Promise<void> {
    const {events} = guide.record
    this.source.loading += 1
    try {
      const home = await import('./home.later.js')
      if (!this.home) this.addStyles(home.homeStyles)
      this.home = home
      const next = await home.nextOf(guide, this.clock.now())
      if (events === this.#known) this.next = next
    } catch {
      this.#known = undefined
      this.next = {action: {kind: 'newcomer'}, soFar: {done: 0, of: 0}}
    }
    this.source.loading -= 1
    this.requestUpdate()
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

  async #go(route: Route, isBack = false): Promise<void> {
    await this.#show(route)
    if (isBack && await this.#screen?.back() || this.route !== route) return
    if (route.view === 'search') this.renderRoot.querySelector('dsg-search')?.focusBox()
    else if (route.view === 'home') this.focusHeading()
    else (this.renderRoot.querySelector<GuideElement>('.view') ?? this).focusHeading()
  }

  /** Resolves when the view is on screen, or the learner was told that its code did not come. */
  async #show(route: Route): Promise<void> {
    this.arrived &&= this.views!.isOneScreen(this.route, route)
    this.route = route
    if (route.view !== 'home') this.#isNew = false
    this.source.loading += 1
    await this.#fetch(route).catch(() => this.source.load(() => this.#fetch(route)))
    this.source.loading -= 1
    this.requestUpdate()
    await this.updateComplete
    if (!this.arrived) this.views?.whenDrawn(this, () => this.route === route, () => { this.arrived = true })
  }

  async #fetch({view}: Route): Promise<void> {
    const code = VIEWS[view]?.()
    if (!code) return
    const [views] = await Promise.all([import('./views.later.js'), code])
    if (!this.views) this.addStyles([views.viewsStyles])
    this.views = views
  }

  /** The address keeps up with the search box, so that Back from a result finds the results again. */
  #searched = ({query, target}: SearchChangedEvent) => {
    const route: Route = query.trim() ? {view: 'search', query, page: (target as DsgSearch).narrowed || undefined} : HOME
    this.#place.note(route)
    this.route = route
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-guide': DsgGuide }
}
