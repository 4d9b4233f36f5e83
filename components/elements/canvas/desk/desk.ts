import type {Canvas} from '../../../model/guide/canvas.js'
import type {Address} from '../../../model/guide/document.js'
import type {AssessmentItem, CanvasFile, NewCanvasItem} from '../../../model/canvas/items.js'
import {withFactorWords} from '../../../model/canvas/factors.js'
import {canvasState, type CanvasState} from '../../../model/canvas/state.js'
import {currentAssessment, undoingAll, undoingBrought} from '../../../model/canvas/view.js'
import type {CanvasStore} from '../../../state/canvas/canvas.js'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import type {Route} from '../../shared/page/route.js'
import type {CanvasStrings} from '../words/canvas.strings.js'
import {CanvasChangedEvent, CanvasTakenEvent} from './events.js'
import type {CanvasPlace} from './place.js'

/** What was just done, and how to take it back. */
export interface Notice { words: string; undo?: () => unknown }

/** What a screen says of what was just done. */
export interface Said {
  words: string
  /** Offers to take it back: for every step that takes something away. */
  canUndo?: boolean
}

/** What the desk needs of the element that it stands in. */
export interface DeskHost {
  /** Milliseconds since 1970. */
  now(): number
  /** In the language of the page. */
  words(): CanvasStrings
  /** Where a link into the guide leads. */
  href(route: Route): Address
  go(place: CanvasPlace): void
  /** There is another notice. @param isNext - it is what to read next: the button that was pressed is gone */
  told(isNext: boolean): void
  fire(event: Event): void
}

/** What all screens of a canvas work on. What it says is always as of now: read it again after a change. */
export class Desk {
  readonly guide: LoadedGuide
  readonly canvas: Canvas
  readonly store: CanvasStore
  /** Told above every screen. */
  notice?: Notice

  readonly #host: DeskHost
  /** What a file that was taken away holds: leaving the page loses nothing of it. */
  #taken?: CanvasFile
  #derived?: {file: CanvasFile; state: CanvasState}

  constructor(guide: LoadedGuide, canvas: Canvas, store: CanvasStore, host: DeskHost) {
    this.guide = guide
    this.canvas = canvas
    this.store = store
    this.#host = host
  }

  get file(): CanvasFile { return this.store.file }

  get state(): CanvasState {
    const {file, canvas} = this
    if (this.#derived?.file !== file) this.#derived = {file, state: canvasState(canvas, file)}
    return this.#derived.state
  }

  /** The one that is worked on; undefined before the set-up. */
  get assessment(): AssessmentItem | undefined { return currentAssessment(this.state) }

  /** Other people use this device: nothing is kept on it, and what is in memory is cleared when nobody is there. */
  get isShared(): boolean { return this.store.visit === 'shared' }

  /** Leaving the page would lose what is kept nowhere. */
  get wouldLose(): boolean {
    const {file, saving} = this.store
    return file.items.length > 0 && saving !== 'saved' && file !== this.#taken
  }

  /** The day it is where the person is, such as `2026-11-23`. */
  get today(): string {
    const date = new Date(this.now())
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0')).join('-')
  }

  /** Calls back after each change. `isEmptied`: all that was there is gone. @returns stops that */
  subscribe(changed: (isEmptied: boolean) => void): () => void {
    let known = this.file
    return this.store.subscribe(() => {
      const isEmptied = known.items.length > 0 && !this.file.items.length
      known = this.file
      changed(isEmptied)
    })
  }

  // What screens do, as functions that can be handed on.

  /** Milliseconds since 1970. */
  now = (): number => this.#host.now()

  /** Where a link into the guide leads. */
  href = (route: Route): Address => this.#host.href(route)

  go = (place: CanvasPlace): void => this.#host.go(place)

  /** Writes down what a person said, and tells them and the page. */
  say = (items: readonly NewCanvasItem[], said?: Said): void => {
    const undoing = said?.canUndo ? undoingAll(items, this.file) : []
    this.#append(items)
    this.#tell(said && {words: said.words, undo: said.canUndo ? () => this.#undo(undoing) : undefined}, said?.canUndo)
  }

  /** Tells of something that wrote nothing down; what was done before can still be taken back. */
  tell = (words: string): void => this.#tell({...this.notice, words})

  /** A file has gone out. @param name - of the file @param isWhole - it has everything, so that leaving the page loses nothing */
  took = (name: string, isWhole = false): void => {
    if (isWhole) this.#taken = this.file
    this.#tell({words: this.#host.words().taken(name)})
    this.#host.fire(new CanvasTakenEvent(name))
  }

  /** Brings a file in, all of it or nothing. @returns why not, in plain words; an empty list when it is in */
  bring = (file: CanvasFile): string[] => {
    const {store} = this
    const problems = store.bringProblems(file)
    if (problems.length) return problems
    const known = new Set(store.file.items.map(({id}) => id))
    void store.bring(file)
    const added = store.file.items.filter(({id}) => !known.has(id))
    if (added.length) this.#host.fire(new CanvasChangedEvent('dsg-canvas-brought', added))
    const undoing = known.size ? undoingBrought(added, store.file) : []
    this.#tell({
      words: this.#host.words().brought(added.length, file.items.length - added.length),
      undo: !added.length ? undefined : known.size ? () => this.#undo(undoing) : () => this.#takeOff(),
    })
    return []
  }

  clear = async (): Promise<void> => {
    const {store} = this
    const words = this.#host.words()
    const {file, saving, visit} = store
    if (visit === 'shared') {
      // What an earlier visit kept here is somebody's own, and nothing of this one is on the device.
      store.endVisit()
      this.#tell({words: words.cleared}, true)
      return
    }
    const isGone = await store.clear()
    const undo = async () => {
      await store.bring(file)
      // It was saved with their agreement, and they take back that it is not any more.
      if (saving === 'saved' || saving === 'saving') await store.save()
      this.#host.fire(new CanvasChangedEvent('dsg-canvas-undone', file.items))
      this.#tell({words: words.undone})
    }
    this.#tell({words: isGone ? words.cleared : words.notCleared, undo}, true)
  }

  #tell(notice: Notice | undefined, isNext = false): void {
    this.notice = notice
    this.#host.told(isNext)
  }

  #append(items: readonly NewCanvasItem[], name?: 'dsg-canvas-undone'): void {
    const known = new Set(this.file.items)
    const {factors} = this.state
    void this.store.append(items.map(item => withFactorWords(item, factors)))
    const added = this.file.items.filter(item => !known.has(item))
    for (const event of name ? [new CanvasChangedEvent(name, added)] : CanvasChangedEvent.of(added)) this.#host.fire(event)
  }

  #undo(items: readonly NewCanvasItem[]): void {
    this.#append(items, 'dsg-canvas-undone')
    this.#tell({words: this.#host.words().undone}, true)
  }

  /** Takes a file off a canvas that had nothing on it: its snapshots too, which can only be corrected and not taken back. */
  async #takeOff(): Promise<void> {
    const {saving, file} = this.store
    await this.store.clear()
    if (saving === 'saved' || saving === 'saving') await this.store.save()
    this.#host.fire(new CanvasChangedEvent('dsg-canvas-undone', file.items))
    this.#tell({words: this.#host.words().undone}, true)
  }
}
