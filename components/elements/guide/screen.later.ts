import {css, html, type CSSResult, type ReactiveController, type ReactiveElement, type TemplateResult} from 'lit'
import type {Address} from '../../model/guide/document.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {copyText} from '../shared/page/copy-text.js'
import {hashOf, type Route} from '../shared/page/route.js'
import {fields} from '../shared/styles/fields.styles.js'
import {stringsFor} from '../shared/words/strings.js'
import {giveTitleBack, writeTitle} from './page-title.js'
import {screenStrings} from './screen.strings.js'
import {slashOpensSearch} from './slash.js'
import {titlesOf} from './titles.js'
import {focused, goToSpot, spotOf, type Spot} from './way-back.js'

/** What shows the screens. */
interface ScreenHost extends ReactiveElement {
  guide?: LoadedGuide
  withoutTitle: boolean
  href(route: Route): Address
  addStyles(styles: readonly CSSResult[]): void
}

/** For what stands at the foot of each screen. */
const styles = [fields, css`
  .foot { margin-block-start: 2em; font-size: .9em }
  .foot label { display: block; max-width: 44em }
  @media print { .foot { display: none } }
`]

/** Not the page that the host's own address leads to, nor what is drawn from the record on this device, which nobody else has. */
function isForOthers(route: Route): boolean {
  return route.view === 'search' ? route.query.trim() !== '' : ['module', 'pathway', 'glossary', 'assessment'].includes(route.view)
}

/**
 * Makes a page of each screen of a guide: the page's title names it, its address can be copied, Back leads to where somebody
 * was, and "/" to the search. It comes once the guide is on screen.
 */
export class GuideScreen implements ReactiveController {
  readonly #guide: ScreenHost
  readonly #route: () => Route
  /** By the hash of a screen: where somebody was when they left it last. */
  readonly #spots = new Map<string, Spot>()
  /** The hash of the screen whose title was written. */
  #titled?: string
  /** What became of copying, on the screen where somebody asked for it. */
  #copied?: {hash: string; isDone: boolean}

  constructor(guide: ScreenHost, route: () => Route) {
    this.#guide = guide
    this.#route = route
    guide.addController(this)
    guide.addStyles(styles)
    slashOpensSearch(guide)
  }

  hostUpdated(): void {
    const {guide, withoutTitle, isConnected} = this.#guide
    const hash = hashOf(this.#route()) as string
    if (!guide || withoutTitle || !isConnected || this.#titled === hash) return
    // The page that a guide opens with keeps the title that the host gave it.
    const isFirst = this.#titled === undefined && this.#route().view === 'home'
    this.#titled = hash
    if (!isFirst) writeTitle(this, titlesOf(this.#route(), guide.manifest, this.#words))
  }

  hostDisconnected(): void {
    this.#titled = undefined
    giveTitleBack(this)
  }

  /** Notes where somebody is, who is about to leave the screen. */
  leave(link?: Element): void {
    const place = link ?? focused()
    if (place) this.#spots.set(hashOf(this.#route()), spotOf(this.#guide.renderRoot, place))
  }

  /** Goes to where somebody was on the screen that is shown. False when it is not known, or is not there any more. */
  async back(): Promise<boolean> {
    const hash = hashOf(this.#route())
    const spot = this.#spots.get(hash)
    // Nothing slides in where somebody was before: it has to stand where it stood.
    for (const slide of this.#guide.renderRoot.querySelector('.view')?.getAnimations() ?? []) slide.finish()
    return spot !== undefined && goToSpot(this.#guide.renderRoot, spot, () => hashOf(this.#route()) !== hash)
  }

  /** A button that copies the address of the screen, where somebody else would see the same at that address. */
  foot(guide: LoadedGuide): TemplateResult {
    const words = this.#words
    const route = this.#route()
    if (!isForOthers(route)) return html`<div class="foot"></div>`
    const copied = this.#copied?.hash === hashOf(route) ? this.#copied : undefined
    const address = new URL(this.#guide.href(route), document.baseURI === 'about:srcdoc' ? guide.base : document.baseURI).href
    return html`<div class="foot">
      <button class="link-button" type="button" @click=${() => this.#copy(address)}>${words.copyLink}</button>
      <span aria-live="polite">${copied?.isDone ? words.copied : ''}</span>
      ${copied && !copied.isDone ? html`<label>${words.copyByHand}
        <input class="address" type="text" readonly .value=${address} @focus=${(event: Event) => (event.target as HTMLInputElement).select()}></label>` : ''}
    </div>`
  }

  get #words() { return stringsFor(this.#guide, screenStrings) }

  async #copy(address: string): Promise<void> {
    const hash = hashOf(this.#route())
    this.#copied = {hash, isDone: await copyText(address)}
    this.#guide.requestUpdate()
    await this.#guide.updateComplete
    this.#guide.renderRoot.querySelector<HTMLElement>('.address')?.focus()
  }
}
