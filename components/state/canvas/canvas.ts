import {wrongPart} from '../../model/canvas/check.js'
import type {CanvasFile, CanvasItem, NewCanvasItem} from '../../model/canvas/items.js'
import {emptyCanvasFile, isSameSeries} from '../../model/canvas/merge.js'
import type {GuideManifest} from '../../model/pack/files.js'
import {aheadProblems} from '../../model/log/too-far-ahead.js'
import type {Entry} from '../../model/log/entries.js'
import {Log, type DeviceState, type LogSurroundings, type Visit} from '../log/log.js'

/**
 * Where a canvas is kept: see `DeviceState`. `other` means that another series of assessments is kept on this device, and
 * stays as it is; the series on the screen is in memory only.
 */
export type CanvasSaving = DeviceState | 'other'

/** What a team says on a canvas, wherever it is kept. Nothing throws or rejects because of storage: see `saving`. */
export interface CanvasStore {
  /** All that was said. Each change makes a new object, and none is ever changed: compare by identity. */
  readonly file: CanvasFile
  readonly saving: CanvasSaving
  readonly visit: Visit
  /** How many kept items could not be read. They are left where they are. */
  readonly unreadable: number
  /** Settles when `file` has what an earlier visit kept, or when it is clear that nothing can be read from this device. */
  readonly ready: Promise<void>
  /**
   * For methods without a comment, here and below, see `Log`.
   *
   * @throws RangeError, by rejecting and with nothing added, for an item that no file could hold: pass what people type
   *   through `asLine` and `asText` first
   */
  append(said: readonly NewCanvasItem[]): Promise<CanvasSaving>
  /** Why this file cannot be brought in, in plain words; an empty list when it can. */
  bringProblems(file: CanvasFile): string[]
  /**
   * Brings a file in: merges it when it is of the same series. A store without items takes any file of its canvas, and goes on
   * with the series of that file. Resolves as `append` does.
   *
   * @throws RangeError, by rejecting, when there are `bringProblems`
   */
  bring(file: CanvasFile): Promise<CanvasSaving>
  /** As `Log.take`: for items such as those of `ratingsFrom`. */
  add(items: readonly CanvasItem[]): Promise<CanvasSaving>
  save(): Promise<CanvasSaving>
  shareThisVisit(): void
  /** Begins a new series. */
  endVisit(): void
  /** Begins a new series. To undo it, bring the file back that was here before. */
  clear(): Promise<boolean>
  subscribe(changed: () => void): () => void
  close(): void
}

/** What a team says on one canvas. */
export class CanvasLog extends Log<CanvasItem, NewCanvasItem, 'other'> implements CanvasStore {
  #file: CanvasFile
  /** True when the series came from a file: then nothing of another series on the device must be mixed with it. */
  #isBrought = false

  /** Time of the newest item that was forgotten. To undo that, items up to then may be brought in, whatever the clock says. */
  #forgottenUpTo = ''

  /** @param canvas - id of the canvas whose factors this is about */
  constructor(canvas: string, surroundings?: LogSurroundings) {
    super(surroundings)
    this.#file = emptyCanvasFile(this.newId(), canvas)
  }

  get file(): CanvasFile {
    if (this.#file.items !== this.entries) this.#file = {...this.#file, items: this.entries as CanvasItem[]}
    return this.#file
  }

  override get series(): string { return this.#file.id }

  bringProblems(file: CanvasFile): string[] {
    if (file.canvas !== this.#file.canvas) {
      return [`The file is about another canvas ("${file.canvas}"). This one is "${this.#file.canvas}". `
        + 'Choose another file.']
    }
    const here = new Set(this.entries.map(({id}) => id))
    const isNew = ({id, at}: CanvasItem) => !here.has(id) && at > this.#forgottenUpTo
    const ahead = aheadProblems(file.items.filter(isNew), this.now(), 'canvas')
    if (ahead.length || !this.entries.length || isSameSeries(file, this.#file)) return ahead
    return ['The file is of another series of assessments than the one that is open. To open it, take this one away '
      + 'and clear it first.']
  }

  async bring(file: CanvasFile): Promise<CanvasSaving> {
    const problems = this.bringProblems(file)
    if (problems.length) throw new RangeError(problems.join(' '))
    this.#isBrought = true
    // The series and its items change together, so that no subscriber sees the one without the others.
    this.#file = {...this.#file, id: file.id}
    const taken = this.take(file.items)
    this.notify()
    return taken
  }

  add(items: readonly CanvasItem[]): Promise<CanvasSaving> {
    return this.take(items)
  }

  /** Goes on with a series that an earlier loading of the page had: as with one from a file, no other is mixed with it. */
  goOn(series: string): void {
    this.#isBrought = true
    this.#goOnAs(series)
  }

  override join(series: string): boolean {
    if (this.#isBrought) this.become('other')
    else this.#goOnAs(series)
    return !this.#isBrought
  }

  override forget(): void {
    this.#isBrought = false
    this.#forgottenUpTo = this.entries.at(-1)?.at ?? ''
    this.#file = emptyCanvasFile(this.newId(), this.#file.canvas)
    super.forget()
  }

  protected override complete(said: NewCanvasItem & Entry): CanvasItem {
    const part = wrongPart(said)
    // An item with a wrong part is refused, because a file with it could never be brought in again.
    if (part !== undefined) {
      throw new RangeError(`An item "${said.type}" cannot be kept: its "${part}" is missing, too long or not allowed.`)
    }
    return said
  }

  #goOnAs(series: string): void {
    if (series === this.#file.id) return
    this.#file = {...this.#file, id: series}
    this.notify()
  }
}

const canvases = new Map<string, CanvasStore>()

/** The store of a canvas of a guide. All elements on a page share it. @param canvas - id of the canvas */
export function canvasOf({id}: Pick<GuideManifest, 'id'>, canvas: string): CanvasStore {
  const key = `${id}/${canvas}`
  let store = canvases.get(key)
  if (!store) {
    const made = new CanvasLog(canvas)
    store = made.attach(async () => (await import('./keep-canvas.later.js')).keepCanvas(made, id, canvas))
    canvases.set(key, store)
  }
  return store
}
