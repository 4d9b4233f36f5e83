import {isCanvasItem, isUuid} from '../model/canvas-check.js'
import type {CanvasFile, CanvasItem, NewCanvasItem} from '../model/canvas-items.js'
import {CanvasDatabase} from './canvas-database.js'
import {MemoryCanvasStore} from './canvas-store.js'
import type {CanvasSaving} from './canvas-store.js'
import {before, channelTo, faultOf} from './device-store.js'
import type {DeviceStoreSurroundings} from './device-store.js'

/** What tabs tell each other. `added` are on the device already. */
type Message = {type: 'added'; series: unknown; items: unknown[]} | {type: 'cleared'}

/**
 * A canvas that starts in memory and, once the team agrees, is kept in IndexedDB. Until then it leaves nothing on the
 * device; that a database is there is how the next visit knows that they agreed. Tabs with the same canvas tell each
 * other what they saved, and look for themselves when they come into view.
 */
export class DeviceCanvasStore extends MemoryCanvasStore {
  override readonly ready: Promise<void>
  readonly #name: string
  readonly #answerWithinMs: number
  readonly #unreadable = new Set<string>()
  /** Ids of the items that are on the device. */
  readonly #kept = new Set<string>()
  readonly #channel: BroadcastChannel | undefined
  #database: CanvasDatabase | undefined
  /** True while there is a database of a team that agreed, even when the connection to it is lost for now. */
  #hasAgreed = false
  /** The series came from a file: what is on the device must not be mixed with it unless it is of the same. */
  #isBrought = false
  #isShared = false
  /** Counts clearings: work that began before one must not bring anything back after it. */
  #era = 0
  /** One thing at a time, in the order it was asked for. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(guideId: string, canvas: string, surroundings: DeviceStoreSurroundings = {}) {
    super(canvas, surroundings)
    this.#name = canvasDatabaseName(guideId, canvas)
    this.#answerWithinMs = surroundings.answerWithinMs ?? 4000
    this.#channel = channelTo(this.#name)
    this.#channel?.addEventListener('message', this.#hear)
    document.addEventListener('visibilitychange', this.#look)
    this.become('opening')
    this.ready = this.#next(async () => {
      await this.#openKept()
      await this.#writeUnsaved()
    })
  }

  override get unreadable(): number { return this.#unreadable.size }

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
    if (this.#isShared) return this.saving
    await this.#next(async () => {
      if (!this.#database) {
        this.become('opening')
        const consent = {at: new Date().toISOString(), series: this.file.id}
        await this.#open(() => CanvasDatabase.create(this.#name, this.#watcher(), consent))
      }
      await this.#writeUnsaved()
    })
    return this.saving
  }

  override shareThisVisit(): void {
    if (this.#isShared) return
    this.#isShared = true
    this.#era++
    if (this.#database) this.#drop(this.#database)
    const ofThisVisit = this.file.items.filter(({id}) => !this.#kept.has(id))
    this.#forgetDevice()
    this.keepOnly(ofThisVisit)
  }

  override async clear(): Promise<boolean> {
    const database = this.#database
    this.#database = undefined
    this.#forgetAll()
    // Told before the work, so that a message never overtakes what is answered after it.
    this.#tell({type: 'cleared'})
    const deleted = this.#delete(database)
    // A write that never ends must not hold up whatever comes after the clearing.
    this.#queue = deleted
    return deleted
  }

  override close(): void {
    super.close()
    this.#era++
    this.#channel?.close()
    document.removeEventListener('visibilitychange', this.#look)
    this.#database?.close()
    this.#database = undefined
  }

  get #savingSoon(): CanvasSaving {
    return this.#database ? 'saving' : this.saving
  }

  async #written(): Promise<CanvasSaving> {
    await this.#next(() => this.#writeUnsaved())
    return this.saving
  }

  #next(work: () => Promise<void>): Promise<void> {
    const era = this.#era
    const done = this.#queue.then(() => era === this.#era ? work() : undefined)
    this.#queue = done
    return done
  }

  #openKept(): Promise<void> {
    return this.#open(() => CanvasDatabase.open(this.#name, this.#watcher()))
  }

  /** Waits for a database for as long as the browser may take, then goes on without; one that comes late is taken. */
  async #open(open: () => Promise<CanvasDatabase | undefined>): Promise<void> {
    const era = this.#era
    let isPending = true
    const opened = open()
      .then(async database => {
        if (era !== this.#era || this.#database) database?.close()
        else if (database) await this.#adopt(database)
        else this.#notKept()
      })
      .catch((error: unknown) => {
        if (era !== this.#era) return
        if (this.#database) this.#drop(this.#database)
        this.become(faultOf(error))
      })
      .finally(() => { isPending = false })
    await before(this.#answerWithinMs, opened)
    if (isPending && era === this.#era) this.become('blocked')
  }

  async #adopt(database: CanvasDatabase): Promise<void> {
    this.#hasAgreed = true
    this.#database = database
    await this.#readNew()
    void this.#next(() => this.#writeUnsaved())
  }

  /** Takes in what an earlier visit or another tab saved. */
  async #readNew(): Promise<void> {
    const era = this.#era
    const found = await this.#database?.read(new Set([...this.#kept, ...this.#unreadable]))
    if (era !== this.#era || !this.#database) return
    if (!found) return this.#forgetAll()
    const {series, items, unreadable} = found
    const hasKept = items.length + this.#kept.size + unreadable.length + this.#unreadable.size > 0
    if (series !== this.file.id && hasKept) {
      if (this.#isBrought) return this.#otherKept()
      this.join(series)
    }
    for (const key of unreadable) this.#unreadable.add(key)
    for (const {id} of items) this.#kept.add(id)
    this.merge(items)
  }

  async #writeUnsaved(): Promise<void> {
    // Two goes: Safari drops the connection of a page that was in the background, and says so only at the next use.
    for (const isLastGo of [false, true]) {
      if (!this.#hasAgreed) return
      if (!this.#database) await this.#openKept()
      const era = this.#era
      const database = this.#database
      if (!database) return
      const {id: series, items} = this.file
      const unsaved = items.filter(({id}) => !this.#kept.has(id))
      if (unsaved.length === 0) return this.become('saved')
      this.become('saving')
      let isOurs: boolean
      try {
        isOurs = await database.write(unsaved, series)
      } catch (error) {
        if (era !== this.#era) return
        const fault = faultOf(error)
        if (fault !== 'full') this.#drop(database)
        if (fault === 'full' || isLastGo) return this.become(fault)
        continue
      }
      if (era !== this.#era) return
      if (!isOurs) return this.#readNew().then(() => this.#hasAgreed ? this.#writeUnsaved() : undefined)
      for (const {id} of unsaved) {
        this.#kept.add(id)
        this.#unreadable.delete(id) // A file brought back a good copy of a damaged item.
      }
      this.#tell({type: 'added', series, items: unsaved})
      if (this.file.items.every(({id}) => this.#kept.has(id))) this.become('saved')
      return
    }
  }

  async #delete(database: CanvasDatabase | undefined): Promise<boolean> {
    const gone = (async () => {
      // A tab that is frozen does not let go of the database, so deleting may have to wait. Emptying does not.
      await database?.empty().catch(() => undefined)
      database?.close()
      return CanvasDatabase.delete(this.#name)
    })()
    return await before(this.#answerWithinMs, gone) ?? false
  }

  /** Saving has stopped, or never began; what is in memory stays for this visit. */
  #notKept(): void {
    this.#forgetDevice()
    this.become('off')
  }

  /** What is on the device and what is on the screen are two things, and neither may take the other's place. */
  #otherKept(): void {
    if (this.#database) this.#drop(this.#database)
    this.#forgetDevice()
    this.become('other')
  }

  #forgetAll(): void {
    this.#era++
    if (this.#database) this.#drop(this.#database)
    this.#forgetDevice()
    this.#isBrought = false
    this.forget()
  }

  #forgetDevice(): void {
    this.#hasAgreed = false
    this.#kept.clear()
    this.#unreadable.clear()
  }

  #drop(database: CanvasDatabase): void {
    database.close()
    if (this.#database === database) this.#database = undefined
  }

  #watcher() {
    const era = this.#era
    const ifCurrent = (then: () => void) => () => {
      if (era !== this.#era) return
      this.#database = undefined
      then()
    }
    return {
      cleared: ifCurrent(() => this.#forgetAll()),
      upgraded: ifCurrent(() => this.become('newer')),
      lost: ifCurrent(() => { void this.#next(() => this.#writeUnsaved()) }),
    }
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message)
  }

  /** Any script of this site may speak on the channel, so what comes is checked as a file would be. */
  #hear = ({data}: MessageEvent<Partial<Message> | null>): void => {
    if (data?.type === 'cleared') {
      // What another series said is not what was cleared.
      if (this.saving !== 'other') this.#forgetAll()
      else this.become('off')
    }
    if (data?.type !== 'added' || !Array.isArray(data.items) || !isUuid(data.series) || this.#isShared) return
    if (!this.#database || data.series !== this.file.id) return this.#look()
    const items = data.items.filter(isCanvasItem)
    for (const {id} of items) this.#kept.add(id)
    this.merge(items)
  }

  /** Looks at the device again: another tab may have begun to save, saved more, or cleared it without our hearing. */
  #look = (): void => {
    if (document.visibilityState !== 'visible' || this.#isShared) return
    void this.#next(async () => {
      if (!this.#database) return this.#openKept()
      const database = this.#database
      await this.#readNew().catch(() => this.#drop(database))
      await this.#writeUnsaved()
    })
  }
}

/** Begins with `dsg-canvas-` and the id of the guide; canvases of one guide are kept apart. */
export function canvasDatabaseName(guideId: string, canvas: string): string {
  return `dsg-canvas-${guideId}/${canvas}`
}
