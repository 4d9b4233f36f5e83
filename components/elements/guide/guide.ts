import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import type {Address} from '../../model/guide/document.js'
import type {ModuleEntry} from '../../model/pack/files.js'
import {isDone, moduleProgress, progressIndex} from '../../model/record/progress.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {routeOf} from '../shared/page/read-route.js'
import {hashOf, type Route} from '../shared/page/route.js'
import {stringsFor} from '../shared/words/strings.js'
import {fetchSaving} from '../saving/panel.js'
import type {SearchChangedEvent} from '../search/events.js'
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
 * what is shown, so links, bookmarks, Back and Forward work as on any page.
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
    .crumbs { margin: 0 0 1em; padding: 0; display: flex; flex-wrap: wrap; gap: .2em .4em; list-style: none; font-size: .9em }
    .crumbs li { margin: 0 }
    .crumbs li + li::before { content: '/' / ''; margin-inline-end: .4em; color: var(--_dsg-secondary) }
    .search { margin-block-end: 1.6em }
    .after { max-width: 44em; margin-block: 1.6em; padding-block-start: 1em; border-block-start: 1px solid var(--_dsg-border) }
    dsg-saving { margin-block-start: 2em }
    @media print { .navigation, .crumbs, .after, dsg-saving { display: none } }
  `]

  /** Also ask "How sure are you?" beside each answer. */
  @property({type: Boolean, attribute: 'with-confidence'}) withConfidence = false

  /** Also ask "Was this useful?" under each module. Listen for `dsg-judged`, or read the records that people send. */
  @property({type: Boolean, attribute: 'with-feedback'}) withFeedback = false

  @state() private route: Route = {view: 'home'}

  override connectedCallback(): void {
    super.connectedCallback()
    const route = routeOf(location.hash)
    void this.#show(route ?? {view: 'home'})
    fetchSaving()
    // The page was opened with a route in its hash. No element has such an id, so the browser does not scroll to the guide.
    if (route) void this.updateComplete.then(() => this.scrollIntoView({block: 'start'}))
    addEventListener('hashchange', this.#follow)
    for (const sign of SIGNS_OF_INTENT) this.addEventListener(sign, this.#prefetch)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#follow)
    for (const sign of SIGNS_OF_INTENT) this.removeEventListener(sign, this.#prefetch)
  }

  /** On a shared computer the next person may be there: see `saving/next-person.ts`. */
  protected override startAfresh(): void {
    if (this.guide!.record.visit === 'shared') void this.#show({view: 'home'})
  }

  /** Links inside the guide stay on this page, whatever the page is. @internal */
  override href(route: Route): Address {
    return hashOf(route)
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {route} = this
    const isHome = route.view === 'home'
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
        <dsg-search .guide=${guide} guide-href="" heading-level=${this.headingLevel + Number(isHome)} .query=${isHome ? '' : route.query}
          @dsg-search-changed=${this.#searched}></dsg-search>
      </div>` : nothing}
      ${this.#view(guide, route)}
      <dsg-saving .guide=${guide} heading-level=${this.headingLevel + 1}></dsg-saving>`
  }

  private get words() { return stringsFor(this, guideStrings) }

  #view(guide: LoadedGuide, route: Route): TemplateResult | typeof nothing {
    const level = this.headingLevel
    switch (route.view) {
      case 'home': return html`
        ${this.#whereToStart(guide)}
        <dsg-pathways class="view" .guide=${guide} guide-href="" heading-level=${level + 1}></dsg-pathways>`
      case 'pathway': return html`
        ${this.#crumbs(guide)}
        <dsg-pathway class="view" .guide=${guide} guide-href="" heading-level=${level} pathway=${route.pathway}></dsg-pathway>`
      case 'module': return html`
        ${this.#crumbs(guide, route.module)}
        <dsg-module class="view" .guide=${guide} guide-href="" heading-level=${level} .isRouted=${true}
          module=${route.module} .page=${route.page} ?with-confidence=${this.withConfidence}></dsg-module>
        ${this.#after(guide, route.module)}
        ${this.withFeedback ? keyed(route.module, html`<dsg-feedback .guide=${guide} module=${route.module}
          heading-level=${level + 1}></dsg-feedback>`) : nothing}`
      case 'glossary': return html`
        <dsg-glossary class="view" .guide=${guide} guide-href="" heading-level=${level} .term=${route.term}></dsg-glossary>`
      case 'assessment': return html`
        ${this.#crumbs(guide)}
        <dsg-self-assessment class="view" .guide=${guide} guide-href="" heading-level=${level}></dsg-self-assessment>`
      case 'profile': return html`
        ${this.#crumbs(guide)}
        <dsg-profile class="view" .guide=${guide} guide-href="" heading-level=${level}></dsg-profile>`
      case 'record': return html`
        ${this.#crumbs(guide)}
        <dsg-record class="view" .guide=${guide} guide-href="" heading-level=${level}></dsg-record>`
      case 'search': return nothing
    }
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
        <a href=${hashOf({view: 'module', module: open.id})}>${open.title}</a></p></div>`
    }
    if (!manifest.frameworks.length || this.record.events.length) return nothing
    return html`<div class="callout local"><p>${this.words.unsure}
      <a href=${hashOf({view: 'assessment'})}>${this.words.unsureLink}</a></p></div>`
  }

  #link(route: Route, words: string): TemplateResult {
    return html`<a href=${hashOf(route)} aria-current=${this.route.view === route.view ? 'page' : nothing}>${words}</a>`
  }

  #crumbs({manifest}: LoadedGuide, module?: string): TemplateResult {
    const pathway = module && manifest.pathways.find(({modules}) => modules.includes(module))
    return html`<nav aria-label=${this.words.breadcrumb}><ol class="crumbs" role="list">
      <li><a href=${hashOf({view: 'home'})}>${manifest.title}</a></li>
      ${pathway ? html`<li><a href=${hashOf({view: 'pathway', pathway: pathway.id})}>${pathway.title}</a></li>` : nothing}
    </ol></nav>`
  }

  /** What to do when a module is done: the next one of its pathway. */
  #after({manifest}: LoadedGuide, id: string): TemplateResult | typeof nothing {
    const pathway = manifest.pathways.find(({modules}) => modules.includes(id))
    const module = manifest.modules.find(each => each.id === id)
    const index = progressIndex(this.record.events)
    if (!pathway || !module || !isDone(moduleProgress(module, index).status)) return nothing
    const left = (other: ModuleEntry) => !isDone(moduleProgress(other, index).status)
    const inOrder = pathway.modules.flatMap(each => manifest.modules.find(({id}) => id === each) ?? [])
    const at = inOrder.indexOf(module)
    const next = [...inOrder.slice(at + 1), ...inOrder.slice(0, at)].find(left)
    return html`<div class="after">
      ${next
        ? html`<p>${this.words.nextModule}: <a href=${hashOf({view: 'module', module: next.id})}>${next.title}</a></p>`
        : html`<p>${this.words.pathwayDone}</p>`}
      <p><a href=${hashOf({view: 'pathway', pathway: pathway.id})}>${this.words.backTo(pathway.title)}</a></p>
    </div>`
  }

  /** Fetches where a link leads before it is followed, unless the learner's browser was told to save data. */
  #prefetch = (event: Event) => {
    const {connection} = navigator as Navigator & {connection?: {saveData?: boolean}}
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    const route = link && routeOf(link.hash)
    if (!route || connection?.saveData) return
    // A failure is ignored here: the code is fetched again when the link is followed, and then a failure is shown.
    VIEWS[route.view]?.().catch(() => undefined)
    if (route.view === 'module') this.guide?.module(route.module).catch(() => undefined)
  }

  #follow = async () => {
    const route = routeOf(location.hash)
    if (!route && location.hash) return
    await this.#show(route ?? {view: 'home'})
    if (this.route.view === 'home') this.focusHeading()
    else if (this.route.view === 'search') this.renderRoot.querySelector('dsg-search')?.focusBox()
    else this.renderRoot.querySelector<GuideElement>('.view')?.focusHeading()
  }

  /** Resolves when the view is on screen, or the learner was told that its code did not come. */
  async #show(route: Route): Promise<void> {
    this.route = route
    const fetchCode = async () => { await VIEWS[route.view]?.() }
    await Promise.all([this.updateComplete, fetchCode().catch(() => this.source.load(fetchCode))])
  }

  /** The address keeps up with the search box, so that Back from a result finds the results again. */
  #searched = ({query}: SearchChangedEvent) => {
    this.route = query.trim() ? {view: 'search', query} : {view: 'home'}
    history.replaceState(history.state, '', hashOf(this.route))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-guide': DsgGuide }
}
