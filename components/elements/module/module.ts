import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import type {Address} from '../../model/guide/document.js'
import {hasOwnTitle, type Module, type Page} from '../../model/guide/module.js'
import {pageWith} from '../../model/guide/places.js'
import {attemptsAt, isDone, moduleProgress, progressIndex, type ModuleProgress} from '../../model/record/progress.js'
import {nextInPathway} from '../../model/record/next-in-pathway.js'
import type {NewEvent} from '../../model/record/record.js'
import {isScored} from '../../model/guide/question.js'
import {reviewState} from '../../model/guide/review.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {longDate} from '../shared/words/dates.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {heading} from '../shared/document/heading.js'
import {ModuleElement} from '../shared/base/module-element.js'
import {renderBlocks, type RenderContext} from '../shared/document/render-document.js'
import {sourceLink} from '../shared/document/source-link.js'
import {here, type Route} from '../shared/page/route.js'
import {stringsFor} from '../shared/words/strings.js'
import {savingPanel} from '../saving/panel.js'
import type {NextPlace} from '../quiz/quiz-view.js'
import {DsgQuiz} from '../quiz/quiz.js'
import {backToMissed} from '../quiz/back-to-missed.js'
import {withLocalFacts} from '../local-fact/local-context.js'
import {renderContext} from '../term/render-context.js'
import {moduleStrings} from './module.strings.js'
import {openingStyles} from './opening.styles.js'
import {reviewWords} from './review-words.js'
import {PLACE, PlaceLinks} from './place-links.js'
import {styles} from './module.styles.js'

/** A question, as a place: what the address that a guide has for one ends in. */
const QUESTION = /^question\/(.*)/

/**
 * One module: its pages one at a time with a list of them beside the text, its tasks and questions where they stand in the
 * text, its sources and review dates in a line that opens. Every page is there in print.
 *
 * @tag dsg-module
 * @slot - shown until the module is ready, and when it cannot be loaded
 * @fires dsg-read - {RecordedEvent} a page was opened
 * @fires dsg-elsewhere - {RecordedEvent} the learner said that they did the module elsewhere, or took that back
 * @fires dsg-completed - {RecordedEvent} a module without questions or tasks was marked as read
 * @csspart contents - the list of pages
 * @csspart page - the text of a page
 * @csspart about - sources and review dates
 */
export class DsgModule extends ModuleElement {
  static override styles: CSSResultGroup = [ModuleElement.styles, documentStyles, openingStyles, styles]

  /** Id of the page to show, or of a heading in it. Default, and for an id that the module does not have: its first page. */
  @property() page?: string

  /** Id of a question to show by itself, on the page where it stands; '' for where the questions stand. Wins over `page`. */
  @property() question?: string

  /** All pages under one another. */
  @property({type: Boolean, attribute: 'one-page'}) onePage = false

  /** Also ask "How sure are you?" beside each answer. */
  @property({type: Boolean, attribute: 'with-confidence'}) withConfidence = false

  /** Says what day it is, for the review dates: milliseconds since 1970. */
  @property({attribute: false}) now: () => number = Date.now

  /** Set by `dsg-guide`, where the address says which page is shown and links do the moving. */
  @property({attribute: false}) isRouted = false

  /** The code of "I did this elsewhere", which comes once somebody opens the details that it is in. */
  @state() private elsewhere?: typeof import('./elsewhere.later.js')

  /** The page whose reading was noted last. */
  #noted?: Page

  /** The page that somebody turned to last. */
  #turned?: Page

  /** Focus is to move to a heading of a module that has not come yet. */
  #isAwaited = false

  readonly #links = new PlaceLinks(this, {
    has: place => QUESTION.test(place) || pageWith(place, this.content?.pages ?? []) !== undefined,
    starts: () => this.#starts(),
    go: place => {
      this.#turnTo(place)
      this.focusHeading()
    },
  })

  /** Goes up to draw all anew: what somebody opened on a page is closed again. */
  @state() private timesCleared = 0

  /** On a shared computer the next person may be there. In a guide, that goes back to its first page. */
  protected override startAfresh(): void {
    if (this.isRouted || this.guide?.record.visit !== 'shared') return
    this.page = this.getAttribute('page') ?? undefined
    this.timesCleared += 1
    // Nobody has read it yet.
    this.#noted = this.#current()
  }

  /** The heading that `page` names; the module's own where it names none. */
  override focusHeading(): void {
    void this.#focusPlace()
  }

  /** A link to a place in this module leads there, whatever the page around is. @internal */
  override href(route: Route): Address {
    const {content} = this
    return !this.isRouted && content && route.view === 'module' && route.module === content.id && route.question === undefined
      ? here() + PLACE + (route.page ?? '') as Address : super.href(route)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const current = this.#current()
    if (this.#noted && this.#noted !== current) this.#turned = current
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    // After this update, because adding to the record asks for another one.
    queueMicrotask(() => this.#noteRead())
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {content} = this
    if (this.isMissing) return html`<p>${this.module ? this.words.notFound(this.module) : this.say.failed['not-set-up']}</p>`
    if (!content) return undefined
    return keyed(`${content.id} ${this.timesCleared}`, html`
      ${heading(this.headingLevel, content.title, {id: 'title', size: 'xl', focusable: true})}
      ${this.#about(guide, content)}
      <div class="reading">
        ${content.pages.length > 1 && !this.onePage ? this.#contents(content) : nothing}
        <div class=${this.onePage ? 'all' : nothing}>
          ${content.pages.map(page => this.#page(guide, content, page))}
          ${this.onePage || this.#isLast(content) ? this.#end(guide, content) : nothing}
          ${this.#progress(content).pagesRead.length > 2 ? html`<dsg-keep .guide=${guide}></dsg-keep>` : nothing}
          ${this.#pagination(guide, content)}
        </div>
      </div>
      ${savingPanel(this)}`)
  }

  private get words() { return stringsFor(this, moduleStrings) }

  #current(): Page | undefined {
    const pages = this.content?.pages ?? []
    return this.#asking(pages, this.question) ?? pageWith(this.page, pages) ?? pages[0]
  }

  /** The page on which a question stands. One that the module does not have is told of where its others stand. */
  #asking(pages: readonly Page[], question: string | undefined): Page | undefined {
    const {content} = this
    if (!content || question === undefined) return undefined
    const scored = content.questions.filter(isScored).map(({id}) => id)
    const ids = scored.includes(question) ? [question] : scored.length ? scored : content.questions.map(({id}) => id)
    return pages.find(({children}) => children.some(block => block.type === 'activity' && block.questions.some(id => ids.includes(id))))
  }

  #isLast({pages}: Module): boolean {
    return this.#current() === pages.at(-1)
  }

  /** The list of pages. Where there is no room for it beside the text, a line that says the place opens it. */
  #contents(content: Module): TemplateResult {
    const {pages} = content
    const current = this.#current()!
    const {pagesRead} = this.#progress(content)
    const asked = content.questions.filter(isScored).map(({id}) => id)
    const asks = (page: Page) => page.children.some(block =>
      block.type === 'activity' && block.questions.some(id => asked.includes(id)))
    return html`<nav class="contents" part="contents" aria-label=${this.words.pages}>
      <details @click=${this.#chosen}>
        <summary>${this.words.place(pages.indexOf(current) + 1, pages.length)}</summary>
        <ol>${pages.map(page => {
          const isRead = page !== current && pagesRead.includes(page.id)
          return html`<li class=${isRead ? 'read' : nothing}>
            ${page === current
              ? html`<span aria-current="page">${page.title}</span>`
              : html`<a href=${this.#pageHref(content, page)}>${page.title}</a>`}
            ${isRead ? html`<span class="visually-hidden">${this.words.read}</span>` : nothing}
            ${asks(page) ? html`<span class="note">${this.words.questions(content.show)}</span>` : nothing}
          </li>`
        })}</ol>
      </details>
    </nav>`
  }

  /** A list that lies over the page has done its work once a page is chosen. */
  #chosen = (event: Event) => {
    if ((event.target as Element).closest('a')) (event.currentTarget as HTMLDetailsElement).open = false
  }

  #progress(content: Module): ModuleProgress {
    return moduleProgress(content, progressIndex(this.record.events))
  }

  #page(guide: LoadedGuide, content: Module, page: Page): TemplateResult {
    const context: RenderContext = {
      ...withLocalFacts(renderContext(this, guide, this.headingLevel + 1, content.id), guide.manifest),
      idPrefix: 'page-',
      where: `page "${page.id}" of module "${content.id}"`,
      activity: ids => this.#activity(guide, content, page, ids),
    }
    // A page that is not shown stays in the document for print, and for the questions inside it.
    const isCurrent = page === this.#current()
    // The first page that is shown stands still, and so does all of it while it is drawn again.
    const isTurned = isCurrent && this.#turned === page
    return html`<section class="page ${isCurrent ? 'current' : ''} ${isTurned ? 'turned' : ''}" part="page">
      ${hasOwnTitle(page, content)
        ? heading(this.headingLevel + 1, page.title, {id: `page-${page.id}`, size: 'l', focusable: true}) : nothing}
      ${renderBlocks(page.children, context)}
      ${backToMissed(this, content, page, this.record.events)}
    </section>`
  }

  #activity(guide: LoadedGuide, content: Module, page: Page, ids: readonly string[]): TemplateResult {
    const level = this.headingLevel + 2
    return content.questions.some(question => ids.includes(question.id) && isScored(question))
      ? html`<dsg-quiz .guide=${guide} module=${content.id} heading-level=${level} guide-href=${this.guideHref ?? nothing}
          .next=${this.#next(guide, content, page)} question=${this.question || nothing} ?with-confidence=${this.withConfidence}></dsg-quiz>`
      : html`<dsg-tasks .guide=${guide} .content=${content} .questions=${ids} heading-level=${level}
          guide-href=${this.guideHref ?? nothing}></dsg-tasks>`
  }

  /** One way back and one way on: after the last page, to what comes after the module. */
  #pagination(guide: LoadedGuide, content: Module): TemplateResult | typeof nothing {
    const {pages} = content
    const at = this.onePage ? pages.length - 1 : pages.indexOf(this.#current()!)
    const isAsking = this.#isAsking(content)
    const label = (words: string, title: string) => html`<span class="way">${words}</span> <span class="name">${title}</span>`
    const previous = this.onePage ? undefined : pages[at - 1]
    const next = this.#next(guide, content, pages[at]!)
    if (!previous && !next) return nothing
    return html`<nav class="pagination ${isAsking ? 'aside' : ''}" aria-label=${this.words.contents}>
      ${previous ? html`<a class="previous" href=${this.#pageHref(content, previous)}>
        ${label(this.words.previous, previous.title)}</a>` : nothing}
      ${next ? html`<a class="next" href=${this.href(next.route)}>${label(isAsking ? this.words.skip : next.words, next.title)}</a>` : nothing}
    </nav>`
  }

  /** What comes after a page: the one after it, else what comes after the module. */
  #next(guide: LoadedGuide, content: Module, page: Page): NextPlace | undefined {
    const next = this.onePage ? undefined : content.pages[content.pages.indexOf(page) + 1]
    return next ? {route: {view: 'module', module: content.id, page: next.id}, words: this.words.next, title: next.title}
      : this.#after(guide, content)
  }

  /** A question is open on the page that is shown, and is what to do there: the way on stands back. */
  #isAsking(content: Module): boolean {
    const isOver = attemptsAt(content.id, progressIndex(this.record.events)).at(-1)?.completed
    return !this.onePage && !isOver && this.#current()!.children.some(block => block.type === 'activity'
      && content.questions.some(question => isScored(question) && block.questions.includes(question.id)))
  }

  /** What comes after the module: the next of its pathway that is not done. A page that shows it alone knows no pathway. */
  #after({manifest: {pathways, modules, title}}: LoadedGuide, {id}: Module): NextPlace | undefined {
    const after = nextInPathway(id, {pathways, modules}, progressIndex(this.record.events))
    if (!after) return this.guideHref ? {route: {view: 'home'}, words: this.words.guide, title} : undefined
    const titleOf = (list: readonly {id: string; title: string}[], wanted: string) => list.find(each => each.id === wanted)!.title
    return after.module
      ? {route: {view: 'module', module: after.module}, words: this.words.nextModule, title: titleOf(modules, after.module)}
      : {route: {view: 'pathway', pathway: after.pathway}, words: this.words.pathway, title: titleOf(pathways, after.pathway)}
  }

  /** What was learned, once the module is done. Before, the button that completes one which has no questions and no tasks. */
  #end({manifest: {pathways}}: LoadedGuide, content: Module): TemplateResult | typeof nothing {
    const isRead = !content.show && !content.tasks.length
    const {status} = this.#progress(content)
    if (!isDone(status) || status === 'elsewhere') {
      return isRead ? html`<button type="button" @click=${() =>
        this.record.add({type: 'completed', about: content.id, hash: '', outcome: 'completed'})}>${this.words.finish}</button>` : nothing
    }
    return html`<div class="callout example end">
      <p aria-live=${isRead ? 'polite' : nothing}><strong>${isRead ? this.words.finished : this.words.done}</strong></p>
      ${content.outcomes.length ? html`<p>${this.words.learned}</p>
        <ul>${content.outcomes.map(outcome => html`<li>${outcome}</li>`)}</ul>` : nothing}
      ${pathways.length || this.guideHref ? html`<p><a href=${this.href({view: 'record'})}>${this.words.certificate}</a></p>` : nothing}
    </div>${isRead ? html`<dsg-keep .guide=${this.guide}></dsg-keep>` : nothing}`
  }

  /** How long, how far, how sure: in one line, which opens to all that is known about the module. */
  #about(guide: LoadedGuide, content: Module): TemplateResult {
    const {lang} = guide.manifest
    const {status} = this.#progress(content)
    const {minutes, stages, status: statusWords} = catalogueWords(this)
    const state = reviewState(content, new Date(this.now()).toISOString().slice(0, 10))
    const review = reviewWords(content, state, lang, this.words)
    const row = (term: string, detail: unknown) => detail ? html`<dt>${term}</dt><dd>${detail}</dd>` : nothing
    return html`<details class="about" part="about" @toggle=${() => this.#fetchElsewhere()}>
      <summary>
        <span>${minutes(content.minutes)}</span>
        <span class=${review.isWarning ? 'warned' : nothing}>${review.short}</span>
        ${isDone(status) ? html`<span class="tag done">${statusWords[status]}</span>` : nothing}
        <span>${this.words.about}</span>
      </summary>
      <div class="details-text">
        ${review.more ? html`<p class=${review.isWarning ? 'warned' : nothing}>${review.more}</p>` : nothing}
        ${content.outcomes.length ? html`<p>${this.words.outcomes}</p>
          <ul>${content.outcomes.map(outcome => html`<li>${outcome}</li>`)}</ul>` : nothing}
        <dl>
        ${row(this.words.stage, stages[content.stage])}
        ${row(this.words.sources, content.sources.length && html`<ul>${content.sources.map(source => html`<li>
          ${sourceLink(source)}${source.year && !source.title.includes(String(source.year)) ? `, ${source.year}` : nothing}</li>`)}</ul>`)}
        ${row(this.words.author, content.author)}
        ${row(this.words.publisher, content.publisher)}
        ${row(this.words.reviewers, content.reviewers.length && html`<ul>${content.reviewers.map(({role, date}) => html`<li>
          ${date ? this.words.reviewedBy(role, longDate(date, lang)) : this.words.awaited(role)}</li>`)}</ul>`)}
        ${row(content.reviewed ? this.words.lastReviewed : this.words.lastChecked, content.lastReviewed && longDate(content.lastReviewed, lang))}
        ${row(this.words.nextReview, content.nextReview && longDate(content.nextReview, lang))}
        </dl>
        ${this.elsewhere?.elsewhere({
          element: this, module: content, events: this.record.events, now: this.now(), lang,
          add: event => this.record.add(event), focus: this.focusNext,
        })}
      </div>
    </details>`
  }

  #fetchElsewhere(): void {
    import('./elsewhere.later.js').then(code => { this.elsewhere = code }, () => undefined)
  }

  #pageHref(content: Module, page: Page): Address {
    return this.href({view: 'module', module: content.id, page: page.id})
  }

  /** How addresses of places in this module begin, here and in the elements that this one shows. */
  #starts(): Address[] {
    const {content} = this
    if (!content) return []
    const route = {view: 'module', module: content.id, page: ''} as const
    return [this.href(route), super.href(route)]
  }

  /** The address may name a place, as links between the sections of a static page do (`#page-…`). */
  protected override opened({pages}: Module): void {
    const named = this.isRouted ? this.page : this.page ? undefined : this.#links.named
    if (named && !this.isRouted) this.#turnTo(named)
    // A page is read from its beginning. To begin at a heading in it, a screen reader needs the focus there.
    const isHeading = pageWith(named, pages) && !pages.some(({id}) => id === named)
    if (this.#isAwaited || isHeading || this.question && named) this.focusHeading()
    else if (named && !this.isRouted) void this.updateComplete.then(() => this.scrollIntoView({block: 'start'}))
  }

  #turnTo(place: string): void {
    this.question = QUESTION.exec(place)?.[1]
    this.page = place || undefined
  }

  async #focusPlace(): Promise<void> {
    this.requestUpdate()
    await this.updateComplete
    const {content, question} = this
    const page = question === '' ? this.#current()?.id : this.page
    this.#isAwaited = !content
    const quiz = question !== undefined && this.renderRoot.querySelector('.current dsg-quiz')
    if (quiz instanceof DsgQuiz) {
      quiz.focusHeading()
      return
    }
    const place = page && this.renderRoot.querySelector<HTMLElement>(`[id="page-${CSS.escape(page)}"]`)
    if (!place) {
      if (content) this.focusNext('#title')
      return
    }
    place.tabIndex = -1
    place.focus({preventScroll: true})
    // The heading of a page that is seen whole stays where it is, so that nothing jumps.
    const isPage = content?.pages.some(({id}) => id === page)
    const isHighUp = place.getBoundingClientRect().top < innerHeight / 3
    place.scrollIntoView({block: isPage && isHighUp ? 'nearest' : 'start', behavior: 'instant'})
  }

  /** Notes each page when it comes on screen. A record that was cleared stays empty until somebody goes to another page. */
  #noteRead(): void {
    const {content} = this
    const page = this.#current()
    if (!content || !page || !this.guide || this.onePage || page === this.#noted) return
    const {pagesRead} = moduleProgress(content, progressIndex(this.record.events))
    const seen = content.pages.filter(each => each === page || each === this.#noted)
    this.#noted = page
    const facts = seen.filter(({id}) => !pagesRead.includes(id))
      .map(({id}): NewEvent => ({type: 'read', about: content.id, hash: '', page: id}))
    if (facts.length) this.record.add(...facts)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-module': DsgModule }
}
