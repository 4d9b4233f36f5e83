import {css, html, nothing, type CSSResultGroup, type PropertyValues} from 'lit'
import {property, state} from 'lit/decorators.js'
import type {Canvas} from '../../model/guide/canvas.js'
import type {CanvasFile, NewCanvasItem} from '../../model/canvas/items.js'
import {canvasState, type CanvasState} from '../../model/canvas/state.js'
import {currentAssessment, undoingAll, undoingBrought} from '../../model/canvas/view.js'
import type {CanvasStore} from '../../state/canvas/canvas.js'
import {pageClock, type Clock} from '../../state/visit/clock.js'
import {canvasOf} from '../../state/canvas/canvas.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {IDLE_LIMIT_MS} from '../../state/visit/idle-time.js'
import {idleVisitOf} from '../../state/visit/idle-visit.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {stringsFor} from '../shared/words/strings.js'
import {canvasStrings} from './words/canvas.strings.js'
import {SCREENS, type Desk, type Place, type Said, type Screen} from './desk.js'
import {CanvasChangedEvent, CanvasTakenEvent} from './events.js'
import type {CanvasScreen} from './screen.js'

/** What was just done, and how to take it back. */
interface Done { words: string; undo?: () => Promise<unknown>; hasShown?: boolean }

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
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, css`
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
  @property({attribute: false}) place: Place = {screen: 'home'}

  /** Says what day it is. */
  @property({attribute: false}) clock: Clock = pageClock

  @state() private content?: Canvas
  @state() private isMissing = false
  @state() private done?: Done

  #desk?: Desk
  #screen?: CanvasScreen
  #isNewScreen = false
  #derived?: {file: CanvasFile; state: CanvasState}
  #forget?: () => void
  /** What a file that was taken away holds: leaving the page loses nothing of it. */
  #taken?: CanvasFile

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#warn)
    addEventListener('popstate', this.#back)
    this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#warn)
    removeEventListener('popstate', this.#back)
    this.#forget?.()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('guide') || changed.has('canvas') || changed.has('store')) void this.#open()
    if (changed.has('place')) this.#screen = undefined
    if (this.#isShared) this.#desk?.store.shareThisVisit()
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    if (this.isMissing) return html`<p>${this.canvas ? this.words.notFound(this.canvas) : this.words.noCanvas}</p>`
    if (!this.content || !this.#desk) return undefined
    const {done} = this
    return html`
      <div class="said no-print" role="status">${done ? html`<p id="said" tabindex="-1">${done.words}</p>` : nothing}${done?.undo
        ? html`<button class="secondary" type="button" @click=${done.undo}>${this.words.undo}</button>` : nothing}</div>
      ${this.#screenFor(guide, this.#desk)}
      ${this.#desk.isShared ? html`<dsg-idle-warning .visit=${idleVisitOf(this.#desk.store, this.clock)} .words=${this.words.idle}
        @clear-now=${this.#desk.clear}></dsg-idle-warning>` : nothing}`
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    if (this.done) this.done.hasShown = true
    if (!this.#isNewScreen) return
    this.#isNewScreen = false
    this.#screen?.focusHeading()
  }

  private get words() { return stringsFor(this, canvasStrings) }

  /** Somebody said so on this page before there was a canvas to tell it to. */
  get #isShared(): boolean { return this.sharedComputer || this.guide?.record.visit === 'shared' }

  async #open(): Promise<void> {
    const {guide} = this
    const id = this.canvas ?? guide?.manifest.canvases[0]?.id
    this.isMissing = Boolean(guide) && !guide!.manifest.canvases.some(canvas => canvas.id === id)
    if (!guide || !id || this.isMissing) return
    await this.source.load(async () => {
      const store = this.store ?? canvasOf(guide.manifest, id)
      if (this.#isShared) store.shareThisVisit()
      const [content] = await Promise.all([guide.canvas(id), store.ready])
      if (guide !== this.guide) return
      this.content = content
      this.#derived = undefined
      this.#screen = undefined
      this.#desk = this.#deskOf(content, store)
      this.#follow()
      this.requestUpdate()
    })
  }

  #follow(): void {
    this.#forget?.()
    this.#forget = this.isConnected ? this.#desk?.store.subscribe(this.#changed) : undefined
  }

  #changed = (): void => {
    const {isShared, store} = this.#desk!
    const wasEmpty = !this.#derived?.file.items.length
    if (isShared && !wasEmpty && !store.file.items.length) this.#startAgain(this.words.ended(IDLE_LIMIT_MS / 60_000))
    this.requestUpdate()
  }

  /** The next person may be at the screen: what is typed goes too, and the way back to it. */
  #startAgain(words: string): void {
    this.#derived = undefined
    this.#taken = undefined
    this.place = {screen: 'home'}
    this.done = {words}
  }

  /** A new one for each place that is gone to, so that nothing half-typed shows up elsewhere. */
  #screenFor(guide: LoadedGuide, desk: Desk): CanvasScreen {
    // Back may lead to a place of a canvas that was cleared since.
    const screen = desk.assessment || NEED_NO_ASSESSMENT.has(this.place.screen) ? this.place.screen : 'home'
    this.#screen ??= this.ownerDocument.createElement(`dsg-canvas-${screen}`) as CanvasScreen
    return Object.assign(this.#screen, {
      guide, desk, about: this.place.about, headingLevel: this.headingLevel, guideHref: this.guideHref,
    })
  }

  #deskOf(canvas: Canvas, store: CanvasStore): Desk {
    const element = this
    return {
      canvas,
      store,
      get file() { return store.file },
      get state() { return element.#stateOf(canvas, store.file) },
      get assessment() { return currentAssessment(this.state) },
      get isShared() { return store.visit === 'shared' },
      get today() { return dayOf(element.clock.now()) },
      now: () => this.clock.now(),
      say: (items, said) => this.#say(store, items, said),
      go: place => this.#go(place),
      took: (name, isWhole) => this.#took(store, name, isWhole),
      tell: words => { this.done = {...this.done, words, hasShown: false} },
      bring: file => this.#bring(store, file),
      clear: () => this.#clear(store),
    }
  }

  #stateOf(canvas: Canvas, file: CanvasFile): CanvasState {
    if (this.#derived?.file !== file) this.#derived = {file, state: canvasState(canvas, file)}
    return this.#derived.state
  }

  #say(store: CanvasStore, items: readonly NewCanvasItem[], said?: Said): void {
    const undoing = said?.canUndo ? undoingAll(items, store.file) : []
    this.#append(store, items)
    this.done = said && {words: said.words, undo: said.canUndo ? async () => this.#undo(store, undoing) : undefined}
    if (said?.canUndo) this.focusNext('#said')
  }

  #append(store: CanvasStore, items: readonly NewCanvasItem[], name?: 'dsg-canvas-undone'): void {
    const known = new Set(store.file.items)
    void store.append(items)
    const added = store.file.items.filter(item => !known.has(item))
    for (const event of name ? [new CanvasChangedEvent(name, added)] : CanvasChangedEvent.of(added)) this.dispatchEvent(event)
  }

  #undo(store: CanvasStore, items: readonly NewCanvasItem[]): void {
    this.#append(store, items, 'dsg-canvas-undone')
    this.done = {words: this.words.undone}
    this.focusNext('#said')
  }

  #bring(store: CanvasStore, file: CanvasFile): string[] {
    const problems = store.bringProblems(file)
    if (problems.length) return problems
    const known = new Set(store.file.items.map(({id}) => id))
    void store.bring(file)
    const added = store.file.items.filter(({id}) => !known.has(id))
    if (added.length) this.dispatchEvent(new CanvasChangedEvent('dsg-canvas-brought', added))
    const undoing = known.size ? undoingBrought(added, store.file) : []
    this.done = {
      words: this.words.brought(added.length, file.items.length - added.length),
      undo: !added.length ? undefined : known.size ? async () => this.#undo(store, undoing) : () => this.#close(store),
    }
    return []
  }

  #took(store: CanvasStore, name: string, isWhole = false): void {
    if (isWhole) this.#taken = store.file
    this.done = {words: this.words.taken(name)}
    this.dispatchEvent(new CanvasTakenEvent(name))
  }

  /** Takes a file off a canvas that had nothing on it: its snapshots too, which can only be corrected and not taken back. */
  async #close(store: CanvasStore): Promise<void> {
    const {saving, file} = store
    await store.clear()
    if (saving === 'saved' || saving === 'saving') await store.save()
    this.dispatchEvent(new CanvasChangedEvent('dsg-canvas-undone', file.items))
    this.done = {words: this.words.undone}
    this.focusNext('#said')
  }

  async #clear(store: CanvasStore): Promise<void> {
    const {file, saving, visit} = store
    if (visit === 'shared') {
      // What an earlier visit kept here is somebody's own, and nothing of this one is on the device.
      store.endVisit()
      this.done = {words: this.words.cleared}
      this.focusNext('#said')
      return
    }
    const isGone = await store.clear()
    this.done = {
      words: isGone ? this.words.cleared : this.words.notCleared,
      undo: async () => {
        await store.bring(file)
        // It was saved with their agreement, and they take back that it is not any more.
        if (saving === 'saved' || saving === 'saving') await store.save()
        this.dispatchEvent(new CanvasChangedEvent('dsg-canvas-undone', file.items))
        this.done = {words: this.words.undone}
      },
    }
    this.focusNext('#said')
  }

  #go(place: Place): void {
    try {
      // The entry that Back leads to has to say where it was, too.
      const known = placeIn(history.state)
      if (known?.screen !== this.place.screen || known.about !== this.place.about) {
        history.replaceState({...history.state, dsgCanvas: this.place}, '')
      }
      history.pushState({...history.state, dsgCanvas: place}, '')
    } catch (error) {
      // Safari refuses more than 100 entries in 10 seconds. Only Back misses it: people still get to where they are going.
      console.warn(`<dsg-canvas> Back will not lead to "${this.place.screen}": ${(error as Error).message}`)
    }
    this.#show(place)
  }

  #show(place: Place): void {
    this.place = {...place}
    this.#isNewScreen = true
    this.focusNext(undefined)
    if (this.done?.hasShown && !this.done.undo) this.done = undefined
  }

  #back = ({state}: PopStateEvent) => {
    const place = placeIn(state)
    if (place) this.#show(place)
  }

  /** The browser asks before it closes a page with something on it that is kept nowhere. */
  #warn = (event: BeforeUnloadEvent) => {
    const store = this.#desk?.store
    if (store?.file.items.length && store.saving !== 'saved' && store.file !== this.#taken) event.preventDefault()
  }
}

const NEED_NO_ASSESSMENT: ReadonlySet<Screen> = new Set(['set-up', 'profile', 'compare', 'history', 'report', 'own', 'places'])

/** The place that an entry of the browser's history says; other scripts keep their own things there. */
function placeIn(state: unknown): Place | undefined {
  const place = (state as {dsgCanvas?: Partial<Place>} | null)?.dsgCanvas
  const screen = SCREENS.find(each => each === place?.screen)
  return screen && {screen, about: typeof place?.about === 'string' ? place.about : undefined}
}

/** The day it is where the person is, such as `2026-11-23`. */
function dayOf(now: number): string {
  const date = new Date(now)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-canvas': DsgCanvas }
}
