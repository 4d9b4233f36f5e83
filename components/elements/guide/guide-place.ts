import type {ReactiveController, ReactiveControllerHost} from 'lit'
import type {Address} from '../../model/guide/document.js'
import {entries} from '../../state/visit/entries.js'
import {routeOf} from '../shared/page/read-route.js'
import {hashOf, here, PREFIX, type Route} from '../shared/page/route.js'

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly src?: string
  readonly guide?: {readonly base?: string}
  readonly guideHref?: string
  readonly address?: string
  readonly renderRoot: HTMLElement | DocumentFragment
}

/** What the guide shows, and what it does when that is to be something else. */
interface Shown {
  route(): Route
  /** @param isBack - they were there before: it is Back or Forward that leads there */
  go(route: Route, isBack?: boolean): unknown
  /** They are about to go somewhere else, by this link if by one. */
  leave(link?: Element): void
}

/** Where every guide begins. */
export const HOME: Route = {view: 'home'}

/** Events after which the page's address, or what its entry in the history says, may be another. */
const MOVES = ['hashchange', 'popstate']

/**
 * The guide's place in the browser's history: in the page's address, when its hash is ours to write, or else beside the address.
 * Both belong to the host. Its hash is never written over, what it keeps with an entry stays there and goes along to the next,
 * and what an entry says of no guide is left alone.
 */
export class GuidePlace implements ReactiveController {
  readonly #host: Host
  readonly #shown: Shown
  /** How links into the guide begin, or have begun: a router may have changed the page's address since they were drawn. */
  readonly #starts = new Set([''])

  constructor(host: Host, shown: Shown) {
    this.#host = host
    this.#shown = shown
    host.addController(this)
  }

  hostConnected(): void {
    for (const move of MOVES) addEventListener(move, this.#follow)
    // In the element as well: a router that takes every click on a link listens at the document too, and may have come first.
    for (const place of [this.#host.renderRoot, document]) place.addEventListener('click', this.#take)
  }

  hostDisconnected(): void {
    for (const move of MOVES) removeEventListener(move, this.#follow)
    for (const place of [this.#host.renderRoot, document]) place.removeEventListener('click', this.#take)
  }

  /**
   * How links into the guide begin, up to their hash: they lead to this page, whatever it is. Where its address does not say what
   * is shown, they name the page that does, for whoever opens one in a new tab.
   */
  get start(): Address {
    const {guide, guideHref, address} = this.#host
    const start = address !== 'none' ? here() : (guideHref ?? (guide?.base ? new URL('./', guide.base).href : '')) as Address
    this.#starts.add(start)
    return start
  }

  /** What the page's address says is shown. */
  get inAddress(): Route | undefined {
    return this.#host.address === 'none' ? undefined : routeOf(location.hash)
  }

  /** What the current entry of the history says is shown, in its address or beside it. */
  get named(): Route | undefined {
    return this.inAddress ?? routeOf((history.state as Record<string, string> | null)?.[this.#key] ?? '')
  }

  /** Where the link leads that an event is about, if it leads into the guide on this page. */
  routeAt(event: Event): Route | undefined {
    const [start = '', place] = (linkIn(event)?.getAttribute('href') ?? '').split(PREFIX)
    return place !== undefined && this.#starts.has(start) ? routeOf(PREFIX + place) : undefined
  }

  /** Notes where the learner is going, in this entry of the history or in a new one. */
  note(route: Route, isNew = false): void {
    const {hash} = location
    const {address} = this.#host
    const isOurs = !hash || hash.startsWith(PREFIX)
    const isInAddress = address === 'hash' || address !== 'none' && isOurs
    // Where the address says it all and the host keeps nothing, nothing is kept: some hosts take what there is for theirs.
    // A host may keep something there that nothing can be added to, such as a text. An entry that says nothing of the place,
    // neither in its address nor beside it, would only be in the way of Back.
    const isOpen = Object.getPrototypeOf(history.state ?? {}) === Object.prototype
    if (!isOpen && !isInAddress) return
    const isKept = isOpen && (history.state || !isOurs || !isInAddress)
    const said = (route: Route): unknown => isKept ? {...history.state as object, [this.#key]: hashOf(route)} : history.state
    const to = isInAddress ? location.href.split('#')[0] + hashOf(route) as Address : undefined
    try {
      if (isNew) {
        // The entry that is left needs its place too, or Back would lead to an entry without one.
        if (!this.named && isKept) history.replaceState(said(this.#shown.route()), '')
        // Not with `location.hash`, because a router of the host's would hear of it.
        history.pushState(said(route), '', to)
      } else history.replaceState(said(route), '', to)
    } catch {
      // Safari refuses more than 100 changes in 10 seconds. Only Back misses it: people still get to where they are going.
    }
  }

  /** Under this name an entry says it. Another guide on the page has another address. */
  get #key(): string {
    return `dsg-guide ${this.#host.src}`
  }

  #follow = (event: Event): void => {
    entries.check()
    const {oldURL} = event as Partial<HashChangeEvent>
    // A new hash comes with both events. The second tells of one thing more: that a hash of ours is gone, as at the beginning.
    const isBeginning = !location.hash && oldURL?.includes(PREFIX) && !this.named
    const route = oldURL === undefined ? this.named : isBeginning ? HOME : undefined
    if (!route) return
    this.#shown.leave()
    this.#shown.go(route, true)
  }

  /** Follows a link into the guide, wherever on the page it is. With a key held down, it is left to the browser. */
  #take = (event: Event): void => {
    const {button, ctrlKey, metaKey, shiftKey, defaultPrevented} = event as MouseEvent
    const route = this.routeAt(event)
    if (!route || defaultPrevented || button || ctrlKey || metaKey || shiftKey) return
    event.preventDefault()
    this.#shown.leave(linkIn(event))
    if (hashOf(route) !== hashOf(this.#shown.route())) this.note(route, true)
    this.#shown.go(route)
  }
}

function linkIn(event: Event): HTMLAnchorElement | undefined {
  return event.composedPath().find(node => node instanceof HTMLAnchorElement)
}
