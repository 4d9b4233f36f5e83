import {wrongPart} from '../../model/canvas/check.js'
import type {CanvasFile, CanvasItem, NewCanvasItem} from '../../model/canvas/items.js'
import {emptyCanvasFile, isSameSeries, mergeItems, stamped} from '../../model/canvas/merge.js'
import {newId} from '../log/ids.js'
import type {StoreSurroundings} from '../record/memory-store.js'
import type {SavingState, Visit} from '../record/record-store.js'

/**
 * As for the record, and `other`: another series of assessments is kept on this device, and stays as it is. The one on
 * the screen is in memory only.
 */
export type CanvasSaving = Exclude<SavingState, 'elsewhere'> | 'other'

/** What a team says on a canvas, wherever it is kept. Nothing throws or rejects because of storage: see `saving`. */
export interface CanvasStore {
  /** All that was said. A new one after each change, never a changed one: compare by identity. */
  readonly file: CanvasFile
  readonly saving: CanvasSaving
  readonly visit: Visit
  /** How many kept items could not be read. They are left where they are. */
  readonly unreadable: number
  /** Settles when what an earlier visit kept is in `file`, or it is clear that there is none to be had. */
  readonly ready: Promise<void>
  /**
   * Adds items, giving each its id and time. They are in `file`, and subscribers have heard, before this returns; the
   * promise resolves when they are kept as well as they can be, to the state then.
   *
   * @throws RangeError, by rejecting and with nothing added, for an item that no file could hold: tidy what is typed
   *   with `asLine` and `asText`
   */
  append(said: readonly NewCanvasItem[]): Promise<CanvasSaving>
  /** Why this file cannot be brought in, in plain words; an empty list when it can. */
  bringProblems(file: CanvasFile): string[]
  /**
   * Takes a file in: the union with one of the same series. A store that says nothing yet takes any file of its canvas,
   * and goes on with its series. Resolves as `append` does.
   *
   * @throws RangeError, by rejecting, when there are `bringProblems`
   */
  bring(file: CanvasFile): Promise<CanvasSaving>
  /** Takes in items with the ids and times they have, such as those of `ratingsFrom`; those here already stay. */
  add(items: readonly CanvasItem[]): Promise<CanvasSaving>
  /** The team agreed to saving: moves all to this device. After `blocked` or `full` it means "try again". */
  save(): Promise<CanvasSaving>
  /**
   * From now on, until the page is closed, this visit is on a computer that others use: nothing of it is kept, and
   * nothing that is kept is shown. Other open tabs that do not save follow.
   */
  shareThisVisit(): void
  /** Forgets what is in memory, in this tab only, and begins a new series. For a shared visit, whose memory is all there is. */
  endVisit(): void
  /**
   * Forgets everything, here, on this device and in other open tabs, stops saving, and begins a new series. To undo it,
   * bring the file back that was here before.
   *
   * @returns true when nothing is left on this device; false when the browser did not confirm that
   */
  clear(): Promise<boolean>
  /** Calls back after each change of `file`, `saving` or `visit`. @returns stops that */
  subscribe(changed: () => void): () => void
  /** Lets go of the database, channel and page events. What is saved stays saved. */
  close(): void
}

/** A canvas that lives as long as the page. It cannot save; `DeviceCanvasStore` can. */
export class MemoryCanvasStore implements CanvasStore {
  readonly ready: Promise<void> = Promise.resolve()
  #file: CanvasFile
  #saving: CanvasSaving = 'off'
  #visit: Visit = 'own'
  readonly #subscribers = new Set<() => void>()
  readonly #now: () => number
  readonly #newId: () => string

  /** @param canvas - id of the canvas whose factors this is about */
  constructor(canvas: string, surroundings: StoreSurroundings = {}) {
    this.#now = surroundings.now ?? Date.now
    this.#newId = surroundings.newId ?? newId
    this.#file = emptyCanvasFile(this.#newId(), canvas)
  }

  get file(): CanvasFile { return this.#file }
  get saving(): CanvasSaving { return this.#saving }
  get visit(): Visit { return this.#visit }
  get unreadable(): number { return 0 }

  async append(said: readonly NewCanvasItem[]): Promise<CanvasSaving> {
    this.say(said)
    return this.saving
  }

  bringProblems(file: CanvasFile): string[] {
    if (file.canvas !== this.#file.canvas) {
      return [`The file is about another canvas ("${file.canvas}"). This one is "${this.#file.canvas}". `
        + 'Choose another file.']
    }
    if (!this.#file.items.length || isSameSeries(file, this.#file)) return []
    return ['The file is of another series of assessments than the one that is open. To open it, take this one away '
      + 'and clear it first.']
  }

  async bring(file: CanvasFile): Promise<CanvasSaving> {
    this.take(file)
    return this.saving
  }

  async add(items: readonly CanvasItem[]): Promise<CanvasSaving> {
    this.merge(items)
    return this.saving
  }

  async save(): Promise<CanvasSaving> { return this.saving }

  shareThisVisit(): void {
    this.share(this.#file.items)
  }

  endVisit(): void {
    this.forget()
  }

  async clear(): Promise<boolean> {
    this.forget()
    return true
  }

  subscribe(changed: () => void): () => void {
    // Wrapped, so that one function subscribed twice is called twice and can be stopped once.
    const subscriber = () => changed()
    this.#subscribers.add(subscriber)
    return () => { this.#subscribers.delete(subscriber) }
  }

  close(): void {
    this.#subscribers.clear()
  }

  /** Completes new items and adds them; `saving` is the state that they bring about, here and below. */
  protected say(said: readonly NewCanvasItem[], saving: CanvasSaving = this.#saving): void {
    const items = stamped(said, this.#file, this.#now(), this.#newId)
    for (const item of items) {
      const part = wrongPart(item)
      // A file with it could never be brought back.
      if (part === undefined) continue
      throw new RangeError(`An item "${item.type}" cannot be kept: its "${part}" is missing, too long or not allowed.`)
    }
    this.merge(items, saving)
  }

  protected take(file: CanvasFile, saving: CanvasSaving = this.#saving): void {
    const problems = this.bringProblems(file)
    if (problems.length) throw new RangeError(problems.join(' '))
    this.#change({...this.#file, id: file.id, items: mergeItems(this.#file.items, file.items)}, saving)
  }

  protected merge(items: readonly CanvasItem[], saving: CanvasSaving = this.#saving): void {
    const known = new Set(this.#file.items.map(({id}) => id))
    const added = items.filter(({id}) => !known.has(id))
    this.#change(added.length ? {...this.#file, items: mergeItems(this.#file.items, added)} : this.#file, saving)
  }

  /** What is here goes on as part of this series. */
  protected join(series: string): void {
    if (series !== this.#file.id) this.#change({...this.#file, id: series}, this.#saving)
  }

  /** Makes this a shared visit, with these items of it so far. */
  protected share(items: readonly CanvasItem[]): void {
    if (this.#visit === 'shared') return
    this.#visit = 'shared'
    this.#change({...this.#file, items: [...items]}, 'off')
  }

  protected forget(): void {
    this.#change(emptyCanvasFile(this.#newId(), this.#file.canvas), 'off')
  }

  protected become(saving: CanvasSaving): void {
    this.#change(this.#file, saving)
  }

  /** Both at once, so that nobody hears "saved" of items that are not. */
  #change(file: CanvasFile, saving: CanvasSaving): void {
    if (file === this.#file && saving === this.#saving) return
    this.#file = file
    this.#saving = saving
    for (const changed of [...this.#subscribers]) {
      try {
        changed()
      } catch (error) {
        // One broken subscriber must not keep a rating from being saved. Reported as any uncaught error is.
        reportError(error)
      }
    }
  }
}
