import type {LearnerEvent, NewEvent} from '../model/record.js'
import {MemoryStore} from './memory-store.js'
import type {StoreSurroundings} from './memory-store.js'
import type {RecordDatabase} from './record-database.js'
import type {SavingState} from './record-store.js'
import {guarded, isKnownAbsent, StorageFault} from './storage-fault.js'
import {isLearnerEvent} from './stored-event.js'

/** What tabs tell each other. `added` are on the device already. */
type Message = {type: 'added'; events: unknown[]} | {type: 'cleared'} | {type: 'shared'}

export interface DeviceStoreSurroundings extends StoreSurroundings {
  /** How long the browser may take to open the database before we say that it does not answer; default 4,000. */
  answerWithinMs?: number
}

/**
 * A record that starts in memory and, once the learner agrees, is kept in IndexedDB. Until then it leaves nothing on
 * the device; that a database is there is how the next visit knows that they agreed. Tabs with the same guide tell each
 * other what they saved, and look for themselves when they come into view.
 */
export class DeviceStore extends MemoryStore {
  override readonly ready: Promise<void>
  readonly #name: string
  readonly #answerWithinMs: number
  readonly #unreadable = new Set<string>()
  /** Ids of the events that are on the device. */
  readonly #kept = new Set<string>()
  #channel: BroadcastChannel | undefined
  #database: RecordDatabase | undefined
  /** True while there is a database of a learner who agreed, even when the connection to it is lost for now. */
  #hasAgreed = false
  /** Counts clearings: work that began before one must not bring anything back after it. */
  #era = 0
  /** One thing at a time, in the order it was asked for. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(guideId: string, edition: string, surroundings: DeviceStoreSurroundings = {}) {
    super(edition, surroundings)
    this.#name = `dsg-record-${guideId}`
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

  override async append(newEvents: readonly NewEvent[]): Promise<SavingState> {
    this.add(newEvents, this.#database ? 'saving' : this.saving)
    await this.#next(() => this.#writeUnsaved())
    return this.saving
  }

  override async bring(events: readonly LearnerEvent[]): Promise<SavingState> {
    this.merge(events, this.#database ? 'saving' : this.saving)
    await this.#next(() => this.#writeUnsaved())
    return this.saving
  }

  override async save(): Promise<SavingState> {
    if (this.visit === 'shared') return this.saving
    await this.#next(async () => {
      if (!this.#database) {
        this.become('opening')
        const agreedAt = new Date().toISOString()
        await this.#open(async () => (await databases()).create(this.#name, this.#watcher(), agreedAt))
      }
      await this.#writeUnsaved()
    })
    return this.saving
  }

  override shareThisVisit(): void {
    if (this.visit === 'shared') return
    this.#letGo()
    this.#tell({type: 'shared'})
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
    this.#channel = undefined
    document.removeEventListener('visibilitychange', this.#look)
    this.#database?.close()
    this.#database = undefined
  }

  #next(work: () => Promise<void>): Promise<void> {
    const era = this.#era
    const done = this.#queue.then(() => era === this.#era ? work() : undefined)
    this.#queue = done
    return done
  }

  #openKept(): Promise<void> {
    return this.#open(async () => {
      if (await guarded(() => isKnownAbsent(this.#name))) return undefined
      return (await databases()).open(this.#name, this.#watcher())
    })
  }

  /**
   * Waits for a database for as long as the browser may take, then goes on without; one that comes late, from a slow
   * disk, is still taken.
   */
  async #open(open: () => Promise<RecordDatabase | undefined>): Promise<void> {
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

  async #adopt(database: RecordDatabase): Promise<void> {
    this.#hasAgreed = true
    this.#database = database
    await this.#readNew()
    void this.#next(() => this.#writeUnsaved())
  }

  /** Takes in what other tabs saved. */
  async #readNew(): Promise<void> {
    const era = this.#era
    const found = await this.#database?.read(new Set([...this.#kept, ...this.#unreadable]))
    if (era !== this.#era || !this.#database) return
    if (!found) return this.#forgetAll()
    for (const key of found.unreadable) this.#unreadable.add(key)
    for (const {id} of found.events) this.#kept.add(id)
    this.merge(found.events)
  }

  async #writeUnsaved(): Promise<void> {
    // Two goes: Safari drops the connection of a page that was in the background, and says so only at the next use.
    for (const isLastGo of [false, true]) {
      if (!this.#hasAgreed) return
      if (!this.#database) await this.#openKept()
      const era = this.#era
      const database = this.#database
      if (!database) return
      const unsaved = this.events.filter(({id}) => !this.#kept.has(id))
      if (unsaved.length === 0) return this.become('saved')
      this.become('saving')
      try {
        await database.write(unsaved)
      } catch (error) {
        if (era !== this.#era) return
        const fault = faultOf(error)
        if (fault !== 'full') this.#drop(database)
        if (fault === 'full' || isLastGo) return this.become(fault)
        continue
      }
      if (era !== this.#era) return
      for (const {id} of unsaved) {
        this.#kept.add(id)
        this.#unreadable.delete(id) // A file brought back a good copy of a damaged record.
      }
      this.#tell({type: 'added', events: unsaved})
      if (this.events.every(({id}) => this.#kept.has(id))) this.become('saved')
      return
    }
  }

  async #delete(database: RecordDatabase | undefined): Promise<boolean> {
    const gone = (async () => {
      // A tab that is frozen does not let go of the database, so deleting may have to wait. Emptying does not.
      await database?.empty().catch(() => undefined)
      database?.close()
      return (await databases()).delete(this.#name)
    })()
    return await before(this.#answerWithinMs, gone) ?? false
  }

  /** Saving has stopped, or never began; what is in memory stays for this visit. */
  #notKept(): void {
    this.#forgetDevice()
    this.become('off')
  }

  /** From now on this tab neither reads nor writes the device. */
  #letGo(): void {
    this.#era++
    if (this.#database) this.#drop(this.#database)
    const ofThisVisit = this.events.filter(({id}) => !this.#kept.has(id))
    this.#forgetDevice()
    this.share(ofThisVisit)
  }

  #forgetAll(): void {
    this.#era++
    if (this.#database) this.#drop(this.#database)
    this.#forgetDevice()
    this.forget()
  }

  #forgetDevice(): void {
    this.#hasAgreed = false
    this.#kept.clear()
    this.#unreadable.clear()
  }

  #drop(database: RecordDatabase): void {
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
    if (data?.type === 'cleared') this.#forgetAll()
    if (data?.type === 'shared' && this.saving === 'off') this.#letGo()
    if (data?.type !== 'added' || !Array.isArray(data.events) || this.visit === 'shared') return
    if (!this.#database) return this.#look()
    const events = data.events.filter(isLearnerEvent)
    for (const {id} of events) this.#kept.add(id)
    this.merge(events)
  }

  /** Looks at the device again: another tab may have begun to save, saved more, or cleared it without our hearing. */
  #look = (): void => {
    if (document.visibilityState !== 'visible' || this.visit === 'shared') return
    void this.#next(async () => {
      if (!this.#database) return this.#openKept()
      const database = this.#database
      await this.#readNew().catch(() => this.#drop(database))
      await this.#writeUnsaved()
    })
  }
}

/** Loaded only for a learner who agrees to saving, or did on an earlier visit: most who see a page never do. */
async function databases() {
  return (await import('./record-database.js')).RecordDatabase
}

/** Firefox forbids even this where it forbids storage. */
export function channelTo(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/** @returns what `work` came to, or undefined after `limitMs`; `work` goes on */
export async function before<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<undefined>(resolve => { timer = setTimeout(resolve, limitMs, undefined) })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

export function faultOf(error: unknown): StorageFault['kind'] {
  // Only StorageFault comes from the database; anything else is a fault of ours, and not kept is what it comes to.
  return error instanceof StorageFault ? error.kind : 'blocked'
}
