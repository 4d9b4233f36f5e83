import {html, LitElement, nothing, type CSSResult, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {LoadError, type LoadedGuide, type LoadFault} from '../../../state/guide/loaded-guide.js'
import {keepRecords} from '../../../state/record/record.js'
import type {LearnerEvent, NewEvent} from '../../../model/record/record.js'
import {form} from '../styles/form.styles.js'
import {RecordedEvent} from './record-events.js'
import type {RenderContext} from '../document/render-inline.js'
import {hashOf, type Route} from '../page/route.js'
import {stringsFor} from '../words/strings.js'
import {sharedStrings} from '../words/shared.strings.js'
import {text} from '../styles/text.styles.js'
import {tokens} from '../styles/tokens.styles.js'

/**
 * What every element that shows a guide has in common: it takes a guide by address or as data, shows its own children
 * until that is there, says plainly when it cannot be had, and renders again when the learner's record grows.
 */
export abstract class DsgElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, text, form]

  /** Address of a pack's `guide.json`, or of one markdown file. */
  @property() src?: string

  /** A guide that is already loaded; wins over `src`. */
  @property({attribute: false}) guide?: LoadedGuide

  /** Rank of this element's first heading, 1 to 6, so that the host page's outline stays in order. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2

  /**
   * Address of the page that shows the whole guide, for links that lead out of this element. Default: this page when it
   * has a `dsg-guide`, else the page that was built with the pack.
   */
  @property({attribute: 'guide-href'}) guideHref?: string

  /**
   * Other people use this computer, wherever this page is opened: nothing is kept on the device and the learner is not
   * asked, and what they did is cleared when they leave it alone for 10 minutes.
   */
  @property({type: Boolean, attribute: 'shared-computer'}) sharedComputer = false

  @state() private failure?: {kind: LoadFault; retry: () => void}

  /** Selector of what to focus as soon as it is on screen. */
  protected focusNext?: string

  #forget?: () => void
  /** How many loads are under way. */
  #loading = 0
  #isSettled = false
  /** The newest question for a guide. */
  #asked?: symbol

  override connectedCallback(): void {
    super.connectedCallback()
    this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#forget?.()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.reload()
    if (changed.has('guide')) this.#follow()
    if (this.sharedComputer) this.guide?.record.shareThisVisit()
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (this.guide && !this.#loading && !this.#isSettled) {
      this.#isSettled = true
      // A frame is drawn first: nothing of this may hold up what the learner came for.
      requestAnimationFrame(() => setTimeout(() => this.fetchAhead()))
    }
    const target = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext)
    if (!target) return
    this.focusNext = undefined
    target.focus({preventScroll: true})
    target.scrollIntoView?.({block: 'nearest'})
  }

  /** Moves focus to this element's own heading, once it is there: that tells everyone that the view has changed. */
  focusHeading(): void {
    this.focusNext = '#title'
    this.requestUpdate()
  }

  override render(): TemplateResult {
    const {guide, failure} = this
    const shown = guide && !failure ? this.renderGuide(guide) : undefined
    // Busy only with something on screen: what stands there before is to be read.
    const busy = shown && this.#loading ? 'true' : nothing
    return html`<div class="room"><div class="dsg" lang=${guide?.manifest.lang ?? nothing} aria-busy=${busy}>
      <slot ?hidden=${shown !== undefined}>${failure ? nothing : this.#waiting()}</slot>
      ${failure ? this.#failed(failure) : nothing}
      ${shown}
    </div></div>`
  }

  /** Loads the guide at `src`, or as much of it as this element shows. */
  protected abstract loadFrom(src: string): Promise<LoadedGuide>

  /** The element's own content, once there is a guide; undefined while it waits for a part of it. */
  protected abstract renderGuide(guide: LoadedGuide): unknown

  protected get say() { return stringsFor(this, sharedStrings) }

  protected get events(): readonly LearnerEvent[] { return this.guide?.record.events ?? [] }

  /** Puts facts in the learner's record and tells the page. */
  protected record(...facts: NewEvent[]): void {
    const known = new Set(this.events)
    void this.guide?.record.append(facts)
    for (const event of this.events) if (!known.has(event)) this.dispatchEvent(new RecordedEvent(event))
  }

  /** Where a link to `route` leads from here. */
  protected href(route: Route): string {
    return this.#guidePage() + hashOf(route)
  }

  /** Asks whether to save, for an element that stands alone on a page; inside another, the outermost asks. */
  protected savingPanel(): unknown {
    if (this.src === undefined) return nothing
    this.loadSaving()
    return html`<dsg-saving .guide=${this.guide} heading-level=${this.headingLevel + 1}></dsg-saving>`
  }

  /** Fetches the code of the panel that asks whether to save, for an element that is about to show it. */
  protected loadSaving(): void {
    import('../../saving/define.js').catch(error => console.error(`<dsg-saving> could not be loaded: ${error}`))
  }

  /** What a document tree needs to know of this place. */
  protected renderContext(guide: LoadedGuide, level: number): RenderContext {
    return {
      level,
      settings: guide.manifest.settings,
      base: guide.base,
      idPrefix: 'dsg-',
      callouts: this.say.callouts,
      href: route => this.href(route),
      term: (id, words) => this.#term(guide, id, words),
    }
  }

  #term(guide: LoadedGuide, id: string, words: unknown): unknown {
    const term = guide.manifest.glossary.find(each => each.id === id)
    if (!term) return words
    import('../../term/define.js').catch(error => console.error(`<dsg-term> could not be loaded: ${error}`))
    return html`<dsg-term .term=${term} href=${this.href({view: 'glossary', term: id})}>${words}</dsg-term>`
  }

  #guidePage(): string {
    if (this.guideHref !== undefined) return this.guideHref
    if (!this.guide?.base || this.ownerDocument.querySelector('dsg-guide')) return ''
    return new URL('./', this.guide.base).href
  }

  /** Fetches what may be needed soon, once there is something on screen: a click then waits for nothing. */
  protected fetchAhead(): void {
    keepRecords()
  }

  /** Adds the styles of what was fetched later. */
  protected addStyles(styles: readonly CSSResult[]): void {
    const root = this.renderRoot as ShadowRoot
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.map(({styleSheet}) => styleSheet!)]
  }

  /** Runs a load. When it fails the learner sees why, and can try the same again. @internal */
  async load(run: () => Promise<void>): Promise<void> {
    this.failure = undefined
    this.#loading += 1
    this.requestUpdate()
    try {
      await run()
    } catch (error) {
      this.failure = {kind: error instanceof LoadError ? error.kind : 'failed', retry: () => void this.load(run)}
      console.error(`<${this.localName}> ${(error as Error).message}`)
    }
    this.#loading -= 1
    this.requestUpdate()
  }

  /** Loads what is at `src` now. What was asked for before and comes later is not shown. */
  protected reload(): void {
    const {src} = this
    const asked = this.#asked = Symbol()
    if (!src) return
    void this.load(async () => {
      try {
        const guide = await this.loadFrom(src)
        if (asked === this.#asked) this.guide = guide
      } catch (fault) {
        if (asked === this.#asked) throw fault
      }
    })
  }

  /** The learner cleared their answers: forget what is typed and chosen as well. The next person may be at the screen. */
  protected startAfresh(): void {}

  #follow(): void {
    this.#forget?.()
    const record = this.isConnected ? this.guide?.record : undefined
    let known = record?.events
    this.#forget = record?.subscribe(() => {
      const isCleared = record.events !== known && !record.events.length
      known = record.events
      if (isCleared) this.startAfresh()
      this.requestUpdate()
    })
  }

  #waiting(): TemplateResult {
    return html`<p>${this.src || this.guide ? this.say.loading : this.say.noSource(this.localName)}</p>`
  }

  #failed({kind, retry}: {kind: LoadFault; retry: () => void}): TemplateResult {
    return html`<div class="callout warning" role="alert">
      <strong class="callout-label">${this.say.failedTitle}</strong>
      <p>${this.say.failed[kind]}</p>
      <button class="secondary" type="button" @click=${retry}>${this.say.tryAgain}</button>
    </div>`
  }
}
