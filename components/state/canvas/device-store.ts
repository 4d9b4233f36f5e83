import {isCanvasItem} from '../../model/canvas/check.js'
import type {CanvasFile, CanvasItem, NewCanvasItem} from '../../model/canvas/items.js'
import {MemoryCanvasStore} from './canvas-store.js'
import type {CanvasSaving} from './canvas-store.js'
import {DeviceKeeper} from '../device/device-keeper.js'
import type {DeviceStoreSurroundings} from '../record/device-store.js'

/** A canvas that starts in memory and, once the team agrees, is kept on the device: see `DeviceKeeper`. */
export class DeviceCanvasStore extends MemoryCanvasStore {
  override readonly ready: Promise<void>
  readonly #keeper: DeviceKeeper<CanvasItem>
  /** The series came from a file: what is on the device must not be mixed with it unless it is of the same. */
  #isBrought = false

  constructor(guideId: string, canvas: string, surroundings: DeviceStoreSurroundings = {}) {
    super(canvas, surroundings)
    this.#keeper = new DeviceKeeper(canvasDatabaseName(guideId, canvas), {list: 'items', isEntry: isCanvasItem}, {
      entries: () => this.file.items,
      series: () => this.file.id,
      saving: () => this.saving,
      visit: () => this.visit,
      become: saving => this.become(saving),
      merge: items => this.merge(items),
      share: items => this.share(items),
      forget: () => this.forget(),
      join: series => this.#joins(series),
    }, surroundings.answerWithinMs)
    this.ready = this.#keeper.ready
  }

  override get unreadable(): number { return this.#keeper.unreadable }

  override async append(said: readonly NewCanvasItem[]): Promise<CanvasSaving> {
    this.say(said, this.#savingSoon)
    return this.#written()
  }

  override async bring(file: CanvasFile): Promise<CanvasSaving> {
    this.take(file, this.#savingSoon)
    this.#isBrought = true
    return this.#written()
  }

  override async add(items: readonly CanvasItem[]): Promise<CanvasSaving> {
    this.merge(items, this.#savingSoon)
    return this.#written()
  }

  override async save(): Promise<CanvasSaving> {
    await this.#keeper.save()
    return this.saving
  }

  override shareThisVisit(): void {
    this.#keeper.shareThisVisit()
  }

  override clear(): Promise<boolean> {
    return this.#keeper.clear()
  }

  override close(): void {
    super.close()
    this.#keeper.close()
  }

  protected override forget(): void {
    this.#isBrought = false
    super.forget()
  }

  get #savingSoon(): CanvasSaving {
    return this.#keeper.isOpen ? 'saving' : this.saving
  }

  async #written(): Promise<CanvasSaving> {
    await this.#keeper.written()
    return this.saving
  }

  #joins(series: string): boolean {
    if (this.#isBrought) this.become('other')
    else this.join(series)
    return !this.#isBrought
  }
}

/** Begins with `dsg-canvas-` and the id of the guide; canvases of one guide are kept apart. */
export function canvasDatabaseName(guideId: string, canvas: string): string {
  return `dsg-canvas-${guideId}/${canvas}`
}
