import type {ReactiveController, ReactiveControllerHost} from 'lit'
import type {Address} from '../../model/guide/document.js'
import {entries} from '../../state/visit/entries.js'
import {here} from '../shared/page/route.js'

interface Host extends ReactiveControllerHost, HTMLElement {
  page?: string
  readonly isRouted: boolean
  readonly renderRoot: HTMLElement | DocumentFragment
}

/** What there is to lead to. A place is the id of a page or of a heading; '' is the module's beginning. */
interface Places {
  has(place: string): boolean
  /** How an address begins that leads to a place: one of this element, and one that a quiz in it makes. */
  starts(): readonly Address[]
  /** Shows a place and moves the focus there. */
  go(place: string): void
}

/** In the address of a page, and in the ids of a built one: `#page-how-to-do-it`. */
export const PLACE = '#page-'

/**
 * Follows links to places in a module, without leaving its element. Where `dsg-guide` shows the module, or the page was built
 * with the guide, the address names the place. Any other page may have another use for its hash, so there the address stays as
 * it is. In all of them, Back leads to where the learner was.
 */
export class PlaceLinks implements ReactiveController {
  readonly #host: Host
  readonly #places: Places

  constructor(host: Host, places: Places) {
    this.#host = host
    this.#places = places
    host.addController(this)
  }

  /** The place that this page's address names, or the entry of the browser's history, where the page was loaded again. */
  get named(): string | undefined {
    const place = this.#placeOf(here() + location.hash) ?? this.#placeIn(entries.atFirst)
    return typeof place === 'string' && place && this.#places.has(place) ? place : undefined
  }

  hostConnected(): void {
    // Not at the host: a screen reader would call all that is in it clickable.
    this.#host.renderRoot.addEventListener('click', this.#follow as (event: Event) => void)
    addEventListener('hashchange', this.#readAddress)
    addEventListener('popstate', this.#back)
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#readAddress)
    removeEventListener('popstate', this.#back)
  }

  /** The text of a built page is in its element's slot, with an id for each place. */
  get #isBuilt(): boolean {
    return this.#host.querySelector('[id^="page-"]') !== null
  }

  #placeOf(address: string): string | undefined {
    const start = this.#places.starts().find(start => address.startsWith(start))
    return start && address.slice(start.length)
  }

  #follow = (event: MouseEvent): void => {
    // A question in the module is in a shadow root of its own. A link around the element is the host's.
    const path = event.composedPath()
    const link = path.slice(0, path.indexOf(this.#host)).find(node => node instanceof HTMLAnchorElement)
    const place = this.#placeOf(link?.getAttribute('href') ?? '')
    if (place === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    // The guide around it follows the link.
    if (this.#host.isRouted) return
    event.preventDefault()
    if (this.#isBuilt || this.named) location.hash = PLACE + place
    else this.#remember(place)
    this.#places.go(place)
  }

  #remember(place: string): void {
    const from = this.#host.page ?? ''
    // What a host keeps there may be something that nothing can be added to, such as a text.
    if (Object.getPrototypeOf(history.state ?? {}) !== Object.prototype) return
    const state = (at: string): object => ({...history.state as object, [this.#name]: at})
    try {
      // The current entry needs its place too, or Back would lead to an entry without one.
      if (this.#placeIn(history.state) !== from) history.replaceState(state(from), '')
      history.pushState(state(place), '')
    } catch {
      // Safari refuses more than 100 entries in 10 seconds. Only Back misses it: people still get to where they are going.
    }
  }

  #readAddress = (): void => {
    const place = this.#isBuilt && !location.hash ? '' : this.named
    if (place !== undefined && !this.#host.isRouted) this.#places.go(place)
  }

  #back = (): void => {
    entries.check()
    const place = this.#placeIn(history.state)
    if (typeof place === 'string' && !this.#host.isRouted) this.#places.go(place)
  }

  /** What an entry of the browser's history says of this module. Other scripts keep their own things there. */
  #placeIn(state: unknown): unknown {
    return (state as Record<string, unknown> | null)?.[this.#name]
  }

  /** No other module on the page has this address. */
  get #name(): string {
    return this.#places.starts()[1] ?? ''
  }
}
