import type {DeviceDatabase} from './device-database.js'
import type {DatabaseWatcher, Entry, EntryKind} from './entry-database.js'
import type {SavingState, Visit} from '../record/record-store.js'
import {faultOf, guarded, isKnownAbsent} from './storage-fault.js'
import {before} from './time-limit.js'

/** What a store has in memory. What it says of itself, such as `saving`, is here so that all have one truth. */
export interface StoreMemory<E extends Entry> {
  entries(): readonly E[]
  /** Entries of two series are never mixed; '' where there is only one. */
  series(): string
  saving(): SavingState | 'other'
  visit(): Visit
  become(saving: Exclude<SavingState, 'elsewhere'>): void
  merge(entries: readonly E[]): void
  /** Becomes a shared visit that has these entries. */
  share(entries: readonly E[]): void
  forget(): void
  /**
   * Another series is kept on this device. What is in memory goes on as part of it, or must not be mixed with it.
   *
   * @returns false for the latter: `saving` is `other` then
   */
  join(series: string): boolean
}

/** What tabs tell each other; `added`, whose entries are under the name of their list, are on the device already. */
type Message = {type: 'added' | 'cleared' | 'shared'; series?: string} & Partial<Record<'events' | 'items', unknown>>

/**
 * Keeps what a store has in memory in IndexedDB, once they agree. Until then it leaves nothing on the device; that a
 * database is there is how the next visit knows that they agreed. Tabs with the same store tell each other what they
 * saved, and look for themselves when they come into view.
 */
export class DeviceKeeper<E extends Entry> {
  /** Settles when what an earlier visit kept is in memory, or it is clear that there is none to be had. */
  readonly ready: Promise<void>
  readonly #name: string
  readonly #kind: EntryKind<E>
  readonly #memory: StoreMemory<E>
  readonly #answerWithinMs: number
  readonly #unreadable = new Set<string>()
  /** Ids of the entries that are on the device. */
  readonly #kept = new Set<string>()
  #channel: BroadcastChannel | undefined
  #database: DeviceDatabase<E> | undefined
  /** True while there is a database of those who agreed, even when the connection to it is lost for now. */
  #hasAgreed = false
  /** Counts clearings: work that began before one must not bring anything back after it. */
  #era = 0
  /** One thing at a time, in the order it was asked for. */
  #queue: Promise<unknown> = Promise.resolve()

  /**
   * @param name - of the database and the channel
   * @param answerWithinMs - how long the browser may take to open the database before we say that it does not answer
   */
  constructor(name: string, kind: EntryKind<E>, memory: StoreMemory<E>, answerWithinMs = 4_000) {
    this.#name = name
    this.#kind = kind
    this.#memory = memory
    this.#answerWithinMs = answerWithinMs
    this.#channel = channelTo(name)
    this.#channel?.addEventListener('message', this.#hear)
    document.addEventListener('visibilitychange', this.#look)
    memory.become('opening')
    this.ready = this.#next(async () => {
      await this.#openKept()
      await this.#writeUnsaved()
    })
  }

  /** How many kept entries could not be read. */
  get unreadable(): number { return this.#unreadable.size }

  /** True when what is added now is written at once. */
  get isOpen(): boolean { return this.#database !== undefined }

  /** Resolves when what was added is kept as well as it can be. */
  written(): Promise<void> {
    return this.#next(() => this.#writeUnsaved())
  }

  /** They agreed: moves all to this device. */
  async save(): Promise<void> {
    if (this.#memory.visit() === 'shared') return
    await this.#next(async () => {
      if (!this.#database) {
        this.#memory.become('opening')
        const consent = {at: new Date().toISOString(), series: this.#memory.series()}
        await this.#open(async () => (await databases()).create(this.#name, this.#kind, this.#watcher(), consent))
      }
      await this.#writeUnsaved()
    })
  }

  shareThisVisit(): void {
    if (this.#memory.visit() === 'shared') return
    this.#letGo()
    this.#tell({type: 'shared'})
  }

  /** @returns true when nothing is left on this device */
  async clear(): Promise<boolean> {
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

  close(): void {
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
      return (await databases()).open(this.#name, this.#kind, this.#watcher())
    })
  }

  /**
   * Waits for a database for as long as the browser may take, then goes on without; one that comes late, from a slow
   * disk, is still taken.
   */
  async #open(open: () => Promise<DeviceDatabase<E> | undefined>): Promise<void> {
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
        this.#memory.become(faultOf(error))
      })
      .finally(() => { isPending = false })
    await before(this.#answerWithinMs, opened)
    if (isPending && era === this.#era) this.#memory.become('blocked')
  }

  async #adopt(database: DeviceDatabase<E>): Promise<void> {
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
    const {series, entries, unreadable} = found
    const hasKept = entries.length + this.#kept.size + unreadable.length + this.#unreadable.size > 0
    if (hasKept && series !== this.#memory.series() && !this.#memory.join(series)) {
      this.#drop(this.#database)
      return this.#forgetDevice()
    }
    for (const key of unreadable) this.#unreadable.add(key)
    for (const {id} of entries) this.#kept.add(id)
    this.#memory.merge(entries)
  }

  async #writeUnsaved(): Promise<void> {
    // Two goes: Safari drops the connection of a page that was in the background, and says so only at the next use.
    for (const isLastGo of [false, true]) {
      if (!this.#hasAgreed) return
      if (!this.#database) await this.#openKept()
      const era = this.#era
      const database = this.#database
      if (!database) return
      const series = this.#memory.series()
      const unsaved = this.#memory.entries().filter(({id}) => !this.#kept.has(id))
      if (unsaved.length === 0) return this.#memory.become('saved')
      this.#memory.become('saving')
      let isOurs: boolean
      try {
        isOurs = await database.write(unsaved, series)
      } catch (error) {
        if (era !== this.#era) return
        const fault = faultOf(error)
        if (fault !== 'full') this.#drop(database)
        if (fault === 'full' || isLastGo) return this.#memory.become(fault)
        continue
      }
      if (era !== this.#era) return
      if (!isOurs) return this.#readNew().then(() => this.#writeUnsaved())
      for (const {id} of unsaved) {
        this.#kept.add(id)
        this.#unreadable.delete(id) // A file brought back a good copy of a damaged record.
      }
      this.#tell({type: 'added', series, [this.#kind.list]: unsaved})
      if (this.#memory.entries().every(({id}) => this.#kept.has(id))) this.#memory.become('saved')
      return
    }
  }

  async #delete(database: DeviceDatabase<E> | undefined): Promise<boolean> {
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
    this.#memory.become('off')
  }

  /** From now on this tab neither reads nor writes the device. */
  #letGo(): void {
    this.#era++
    if (this.#database) this.#drop(this.#database)
    const ofThisVisit = this.#memory.entries().filter(({id}) => !this.#kept.has(id))
    this.#forgetDevice()
    this.#memory.share(ofThisVisit)
  }

  #forgetAll(): void {
    this.#era++
    if (this.#database) this.#drop(this.#database)
    this.#forgetDevice()
    this.#memory.forget()
  }

  #forgetDevice(): void {
    this.#hasAgreed = false
    this.#kept.clear()
    this.#unreadable.clear()
  }

  #drop(database: DeviceDatabase<E>): void {
    database.close()
    if (this.#database === database) this.#database = undefined
  }

  #watcher(): DatabaseWatcher {
    const era = this.#era
    const ifCurrent = (then: () => void) => () => {
      if (era !== this.#era) return
      this.#database = undefined
      then()
    }
    return {
      cleared: ifCurrent(() => this.#forgetAll()),
      upgraded: ifCurrent(() => this.#memory.become('newer')),
      lost: ifCurrent(() => { void this.#next(() => this.#writeUnsaved()) }),
    }
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message)
  }

  /** Any script of this site may speak on the channel, so what comes is checked as a file would be. */
  #hear = ({data}: MessageEvent<Partial<Message> | null>): void => {
    const saving = this.#memory.saving()
    // What another series said is not what was cleared.
    if (data?.type === 'cleared' && saving === 'other') this.#memory.become('off')
    else if (data?.type === 'cleared') this.#forgetAll()
    if (data?.type === 'shared' && saving === 'off' && this.#memory.visit() === 'own') this.#letGo()
    const added = data?.[this.#kind.list]
    if (data?.type !== 'added' || !Array.isArray(added) || this.#memory.visit() === 'shared') return
    if (!this.#database || (data.series ?? '') !== this.#memory.series()) return this.#look()
    const entries = added.filter(this.#kind.isEntry)
    for (const {id} of entries) this.#kept.add(id)
    this.#memory.merge(entries)
  }

  /** Looks at the device again: another tab may have begun to save, saved more, or cleared it without our hearing. */
  #look = (): void => {
    if (document.visibilityState !== 'visible' || this.#memory.visit() === 'shared') return
    void this.#next(async () => {
      if (!this.#database) return this.#openKept()
      const database = this.#database
      await this.#readNew().catch(() => this.#drop(database))
      await this.#writeUnsaved()
    })
  }
}

/** Loaded only for those who agree to saving, or did on an earlier visit: most who see a page never do. */
async function databases() {
  return (await import('./device-database.js')).DeviceDatabase
}

/** Firefox forbids even this where it forbids storage. */
function channelTo(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
