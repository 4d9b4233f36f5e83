import {html, LitElement, nothing, type CSSResult, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property} from 'lit/decorators.js'
import {isSafeImage, type Address} from '../../../model/guide/document.js'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import {keepRecords} from '../../../state/record/record.js'
import {hashOf, here, type Route} from '../page/route.js'
import {form} from '../styles/form.styles.js'
import {text} from '../styles/text.styles.js'
import {tokens} from '../styles/tokens.styles.js'
import {sharedStrings} from '../words/shared.strings.js'
import {stringsFor} from '../words/strings.js'
import {firstGround} from './first-ground.js'
import {focusController} from './focus-controller.js'
import {RecordController} from './record-controller.js'
import {SourceController} from './source-controller.js'

/** How to load the page again with all that is in memory. It is fetched while the page is read: later it may be gone too. */
let ahead: typeof import('./ahead.later.js') | undefined

/**
 * What every element that shows a guide has in common: it takes a guide by address or as data, shows its own children
 * until that is there, says plainly when it cannot be had, and renders again when the learner's record grows.
 *
 * @attr allow-images - other sites that images may come from, as `https://images.example.nhs.uk`, with spaces between them. Each
 *   of them then sees who reads the page. Without it, images come from where the guide is, and from the page's own site. It is
 *   read when an image is drawn: see `shared/document/image.ts`
 */
export abstract class DsgElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, text, form]

  /** Address of a guide's folder or its `guide.json`, or of one markdown file. */
  @property() src?: string

  /** A guide that is already loaded; wins over `src`. */
  @property({attribute: false}) guide?: LoadedGuide

  /** Rank of this element's first heading, 1 to 6, so that the host page's outline stays in order. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2

  /**
   * Address of the page that shows the whole guide, for links that lead out of this element. Default: this page when it
   * has a `dsg-guide`, else the page that was built with the pack. That is also where links lead instead of an address that is
   * not https, http or relative.
   */
  @property({attribute: 'guide-href'})
  get guideHref(): string | undefined { return this.#guideHref }
  set guideHref(written: unknown) {
    const address = written === null || written === undefined ? undefined : String(written)
    this.#guideHref = address !== undefined && isSafeImage(address) ? address : undefined
    if (address !== this.#guideHref) {
      console.error(`<${this.localName}> needs a web address in "guide-href", not "${address}".`)
    }
  }
  #guideHref?: Address

  /**
   * Other people use this computer, wherever this page is opened: nothing is kept on the device and the learner is not
   * asked, and what they did is cleared when they leave it alone for 10 minutes.
   */
  @property({type: Boolean, attribute: 'shared-computer'}) sharedComputer = false

  /** @internal */
  readonly source = new SourceController(this, src => this.loadFrom(src), () => this.fetchAhead())

  protected readonly record = new RecordController(this, () => this.startAfresh())

  /** Moves the focus to what a selector finds, as soon as it is on screen. */
  protected readonly focusNext = focusController(this)

  override willUpdate(_changed: PropertyValues<this>): void {
    if (this.sharedComputer) this.guide?.record.shareThisVisit()
  }

  protected override firstUpdated(): void {
    firstGround(this)
  }

  /** Moves focus to this element's own heading, once it is there: that tells everyone that the view has changed. */
  focusHeading(): void {
    this.focusNext('#title')
  }

  override render(): TemplateResult {
    const {guide, source: {failure, loading}} = this
    const isOld = failure && /newer|outdated/.test(failure.kind)
    // What is there stays where only loading the page again helps: it may have half an answer in it.
    const shown = guide && (!failure || isOld) ? this.renderGuide(guide) : undefined
    // Not while the slotted content shows: a screen reader may skip what is busy, and that content is to be read.
    const busy = shown && loading ? 'true' : nothing
    return html`<div class="room"><div class="dsg" lang=${guide?.manifest.lang ?? nothing} aria-busy=${busy}>
      <slot ?hidden=${shown !== undefined}>${failure ? nothing : html`
        <p>${this.src || guide ? this.say.loading : this.say.failed['not-set-up']}</p>`}</slot>
      ${failure ? html`<div class="callout warning" role="alert">
        <strong class="callout-label">${this.say.failedTitle}</strong>
        <p>${this.say.failed[failure.kind]}</p>
        ${isOld && ahead?.loadAgain(this) || html`<button class="secondary" type="button"
          @click=${isOld ? () => location.reload() : failure.retry}>${isOld ? this.say.reload : this.say.tryAgain}</button>`}
      </div>` : nothing}
      ${shown}
    </div></div>`
  }

  /** Without this, an element that cannot draw itself would be empty: not even the host's own words would show. */
  protected override update(changed: PropertyValues<this>): void {
    try {
      super.update(changed)
    } catch (fault) {
      this.source.fail('refused', fault)
      super.update(changed)
    }
  }

  /** Loads the guide at `src`, or as much of it as this element shows. */
  protected abstract loadFrom(src: string): Promise<LoadedGuide>

  /** The element's own content, once there is a guide; undefined while it waits for a part of it. */
  protected abstract renderGuide(guide: LoadedGuide): unknown

  /** Fetches what may be needed soon, once there is something on screen or nothing to come: a click then waits for nothing. */
  protected fetchAhead(): void {
    keepRecords()
    import('./ahead.later.js').then(code => {
      ahead = code
      this.requestUpdate()
      return code.lookOver(this)
    }).catch(() => undefined)
  }

  /** The learner cleared their answers: forget what is typed and chosen as well. The next person may be at the screen. */
  protected startAfresh(): void {}

  protected get say() { return stringsFor(this, sharedStrings) }

  /** Where a link to `route` leads from here. @internal */
  href(route: Route): Address {
    const {guide, ownerDocument} = this
    const isHere = !guide?.base || ownerDocument.querySelector('dsg-guide')
    return `${this.#guideHref ?? (isHere ? here() : new URL('./', guide.base).href)}${hashOf(route)}` as Address
  }

  /** Adds the styles of what was fetched later. @internal */
  addStyles(styles: readonly CSSResult[]): void {
    const root = this.renderRoot as ShadowRoot
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.map(({styleSheet}) => styleSheet!)]
  }
}
