import {css, html, nothing, type CSSResultGroup, type PropertyValues} from 'lit'
import {property, state} from 'lit/decorators.js'
import type {Canvas} from '../../model/guide/canvas.js'
import {type CanvasStore, canvasOf} from '../../state/canvas/canvas.js'
import {isHandedOver} from '../../state/device/hand-over.js'
import {pageClock, type Clock} from '../../state/visit/clock.js'
import {entries} from '../../state/visit/entries.js'
import {IDLE_LIMIT_MS} from '../../state/visit/idle-time.js'
import {idleVisitOf} from '../../state/visit/idle-visit.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {beginAnew, followEntries} from '../saving/next-person.js'
import {stringsFor} from '../shared/words/strings.js'
import {Desk, type DeskHost, type Notice} from './desk/desk.js'
import {placeIn, type CanvasPlace, type Screen} from './desk/place.js'
import type {CanvasScreen} from './screens/screen.js'
import {canvasStrings} from './words/canvas.strings.js'

/**
 * The canvas: set up, rate with evidence, see where raters differ, agree, act, take dated snapshots, compare, report. All that
 * a team says is its own: in memory until it agrees to more, and in files that it takes away.
 *
 * @tag dsg-canvas
 * @slot - shown until the canvas is ready, and when it cannot be loaded
 * @fires dsg-canvas-set-up - {CanvasChangedEvent} the team changed the assessment, its partners or its factors
 * @fires dsg-canvas-rated - {CanvasChangedEvent} someone began to rate, or rated a factor
 * @fires dsg-canvas-agreed - {CanvasChangedEvent} the team agreed a level
 * @fires dsg-canvas-planned - {CanvasChangedEvent} an action was added or changed
 * @fires dsg-canvas-snapshot-taken - {CanvasChangedEvent} a snapshot was taken
 * @fires dsg-canvas-removed - {CanvasChangedEvent} something was removed
 * @fires dsg-canvas-undone - {CanvasChangedEvent} a step was taken back
 * @fires dsg-canvas-brought - {CanvasChangedEvent} a file was brought in
 * @fires dsg-canvas-taken - {CanvasTakenEvent} a file was taken away
 */
export class DsgCanvas extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, css`
    .said:not(:empty) {
      display: flex;
      flex-wrap: wrap;
      gap: .3em 1em;
      align-items: baseline;
      max-width: 44em;
      margin-block-end: 1.2em;
      padding: .6em 1em;
      border: 1px solid var(--_dsg-border);
      border-inline-start: 8px solid var(--_dsg-success);
      background: var(--_dsg-surface);
    }
    .said p, .said button { margin: 0 }
    .said p:focus-visible { outline: 4px solid transparent; background: var(--_dsg-focus); color: var(--_dsg-focus-text) }
  `]

  /** Id of the canvas; the guide's first when there is none. */
  @property() canvas?: string

  /** Where what the team says is kept. Default: this device, once the team agrees. */
  @property({attribute: false}) store?: CanvasStore

  /** What is on screen: the list of tasks, unless a page begins elsewhere. Changes as people go about. */
  @property({attribute: false}) place: CanvasPlace = {screen: 'home'}

  /** Says what day it is. */
  @property({attribute: false}) clock: Clock = pageClock

  @state() private isMissing = false
  @state() private desk?: Desk

  readonly #host: DeskHost = {
    now: () => this.clock.now(),
    words: () => this.words,
    href: route => this.href(route),
    go: place => this.#go(place),
    told: isNext => isNext ? this.focusNext('#said') : this.requestUpdate(),
    fire: event => this.dispatchEvent(event),
  }

  #screen?: CanvasScreen
  #isNewScreen = false
  /** The notice that was on screen last. */
  #shown?: Notice
  #forget?: () => void
  #leaveEntries?: () => void

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#warn)
    addEventListener('popstate', this.#back)
    this.place = placeIn(entries.atFirst) ?? this.place
    this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#warn)
    removeEventListener('popstate', this.#back)
    this.#forget?.()
    this.#leaveEntries?.()
    this.#leaveEntries = undefined
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('guide') || changed.has('canvas') || changed.has('store')) void this.#open()
    if (changed.has('place')) this.#screen = undefined
    if (this.#isShared) this.desk?.store.shareThisVisit()
    if (this.desk?.isShared && this.isConnected) this.#leaveEntries ??= followEntries()
  }

  protected override renderGuide(): unknown {
    const desk = this.isMissing && this.desk?.canvas.id !== this.canvas ? undefined : this.desk
    if (this.isMissing && !desk) return html`<p>${this.canvas ? this.words.notFound(this.canvas) : this.words.noCanvas}</p>`
    if (!desk) return undefined
    const {notice} = desk
    return html`
      ${this.isMissing ? html`<div class="callout warning no-print" role="note">
        <strong class="callout-label">${this.say.callouts.warning}</strong><p>${this.words.goneCanvas(desk.canvas.id)}</p></div>` : nothing}
      <div class="said no-print" aria-live="polite">${notice ? html`<p id="said" tabindex="-1">${notice.words}</p>` : nothing}${notice?.undo
        ? html`<button class="secondary" type="button" @click=${notice.undo}>${this.words.undo}</button>` : nothing}</div>
      ${this.#screenFor(desk)}
      ${desk.isShared ? html`<dsg-idle-warning .visit=${idleVisitOf(desk.store, this.clock)} .words=${this.words.idle}
        @clear-now=${desk.clear}></dsg-idle-warning>` : nothing}`
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    this.#shown = this.desk?.notice
    if (!this.#isNewScreen) return
    this.#isNewScreen = false
    this.#screen?.focusHeading()
  }

  private get words() { return stringsFor(this, canvasStrings) }

  /** The page said so, or the learner did for their record, perhaps before the canvas had loaded. */
  get #isShared(): boolean { return this.sharedComputer || this.guide?.record.visit === 'shared' }

  async #open(): Promise<void> {
    const {guide} = this
    const id = this.canvas ?? guide?.manifest.canvases[0]?.id
    this.isMissing = Boolean(guide) && !guide!.manifest.canvases.some(canvas => canvas.id === id)
    if (!guide || !id) return
    await this.source.load(async () => {
      const store = this.store ?? canvasOf(guide.manifest, id)
      if (this.#isShared) store.shareThisVisit()
      const {isMissing} = this
      const [content] = await Promise.all([isMissing ? goneCanvas(id, guide.manifest.lang) : guide.canvas(id), store.ready])
      // What a team said about a canvas that has left the guide is still theirs. Of any other name there is nothing to show.
      const isNothing = isMissing && (store.file.canvas !== id || !store.file.items.length)
      if (guide !== this.guide || id !== (this.canvas ?? id) || isNothing) return
      this.#screen = undefined
      this.desk = new Desk(guide, content, store, this.#host)
      this.#follow()
    })
  }

  #follow(): void {
    this.#forget?.()
    this.#forget = this.isConnected ? this.desk?.subscribe(isEmptied => {
      if (this.desk!.store.saving === 'outdated' && !this.source.failure) {
        this.source.fail('outdated', new Error('The code that saves a canvas could not be loaded.'))
      }
      if (isEmptied && this.desk!.isShared) this.#startAgain(this.desk!)
      this.requestUpdate()
    }) : undefined
  }

  /** The next person may be at the screen: what is typed goes too, and the way back to it. */
  #startAgain(desk: Desk): void {
    this.place = {screen: 'home'}
    desk.notice = {words: this.words.ended(IDLE_LIMIT_MS / 60_000)}
    void beginAnew({
      around: this, waits: [this.renderRoot.querySelector('dsg-idle-warning')],
      wasIdle: idleVisitOf(desk.store, this.clock).wasEnded, focus: () => this.#screen?.focusHeading(),
    })
  }

  /** A new one for each place that is gone to, so that nothing half-typed shows up elsewhere. */
  #screenFor(desk: Desk): CanvasScreen {
    // Back may lead to a place of a canvas that was cleared since.
    const screen = desk.assessment || NEED_NO_ASSESSMENT.has(this.place.screen) ? this.place.screen : 'home'
    this.#screen ??= this.ownerDocument.createElement(`dsg-canvas-${screen}`) as CanvasScreen
    return Object.assign(this.#screen, {desk, about: this.place.about, headingLevel: this.headingLevel})
  }

  #go(place: CanvasPlace): void {
    // What a host keeps there may be something that nothing can be added to, such as a text.
    if (Object.getPrototypeOf(history.state ?? {}) === Object.prototype) this.#note(place)
    this.#show(place)
  }

  #note(place: CanvasPlace): void {
    try {
      // The current history entry needs its place too, or Back would lead to an entry without one.
      const known = placeIn(history.state)
      if (known?.screen !== this.place.screen || known.about !== this.place.about) {
        history.replaceState({...history.state, dsgCanvas: this.place}, '')
      }
      history.pushState({...history.state, dsgCanvas: place}, '')
    } catch (error) {
      // Safari refuses more than 100 entries in 10 seconds. Only Back misses it: people still get to where they are going.
      console.warn(`<dsg-canvas> Back will not lead to "${this.place.screen}": ${(error as Error).message}`)
    }
  }

  #show(place: CanvasPlace): void {
    this.place = {...place}
    this.#isNewScreen = true
    this.focusNext(undefined)
    const {desk} = this
    if (desk?.notice && desk.notice === this.#shown && !desk.notice.undo) desk.notice = undefined
  }

  #back = () => {
    entries.check()
    const place = placeIn(history.state)
    if (place) this.#show(place)
  }

  /** The browser asks before it closes a page with something on it that is kept nowhere. */
  #warn = (event: BeforeUnloadEvent) => {
    if (this.desk?.wouldLose && !isHandedOver()) event.preventDefault()
  }
}

/** A canvas of which nothing is known but its id: all that was said is about factors that are no longer in the guide. */
function goneCanvas(id: string, lang: string): Canvas {
  return {id, title: id, lang, sources: [], factors: []}
}

const NEED_NO_ASSESSMENT: ReadonlySet<Screen> = new Set(['set-up', 'profile', 'compare', 'history', 'report', 'own', 'places'])

declare global {
  interface HTMLElementTagNameMap { 'dsg-canvas': DsgCanvas }
}
