import type {Entry} from '../../model/log/entries.js'
import type {Keeper, Log} from '../log/log.js'
import type {DeviceDatabase} from './device-database.js'
import type {DatabaseWatcher, EntryKind} from './entry-database.js'
import {isKnownAbsent} from './known-absent.js'
import {before, faultOf} from './storage-fault.js'

/** What of a log is kept, and how. */
export interface Kept<E extends Entry> extends EntryKind<E> {
  /** Of the database, and of the channel between tabs. */
  name: string
  /** How long the browser may take to open the database before we say that it does not answer; default 4,000. */
  answerWithinMs?: number
  /** Clears with the entries what else this device has of them. */
  alsoClear?(): void
}

/** What a keeper needs of a log. */
export type KeptLog<E extends Entry> = {readonly saving: string}
  & Pick<Log<E, never>, 'entries' | 'series' | 'visit' | 'merge' | 'become' | 'join' | 'forget' | 'shareThisVisit'>

/** What tabs tell each other; `added`, whose entries are under the name of their list, are on the device already. */
type Message = {type: 'added' | 'cleared' | 'shared'; series?: string} & Partial<Record<'events' | 'items', unknown>>

/**
 * Keeps a log in IndexedDB, once they agree. Until then it leaves nothing on the device; that a database is there is how the
 * next visit knows that they agreed. Tabs with the same log tell each other what they saved, and look for themselves when
 * they come into view.
 */
export class DeviceKeeper<E extends Entry> implements Keeper {
  readonly ready: Promise<void>
  readonly #log: KeptLog<E>
  readonly #kind: Kept<E>
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

  constructor(log: KeptLog<E>, kind: Kept<E>) {
    this.#log = log
    this.#kind = kind
    this.#answerWithinMs = kind.answerWithinMs ?? 4_000
    this.#channel = channelTo(kind.name)
    this.#channel?.addEventListener('message', this.#hear)
    document.addEventListener('visibilitychange', this.#look)
    // A shared visit reads nothing from the device.
    if (log.visit === 'shared') this.#tell({type: 'shared'})
    this.ready = this.#next(async () => {
      if (log.visit === 'own') await this.#openKept()
      await this.#writeUnsaved()
    })
  }

  get unreadable(): number { return this.#unreadable.size }

  get isOpen(): boolean { return this.#database !== undefined }

  written(): Promise<void> {
    return this.#next(() => this.#writeUnsaved())
  }

  async save(): Promise<void> {
    if (this.#log.visit === 'shared') return
    await this.#next(async () => {
      if (!this.#database) {
        this.#log.become('opening')
        const consent = {at: new Date().toISOString(), series: this.#log.series}
        await this.#open(async () => (await databases()).create(this.#kind.name, this.#kind, this.#watcher(), consent))
      }
      await this.#writeUnsaved()
    })
  }

  letGo(): ReadonlySet<string> {
    this.#era++
    if (this.#database) this.#drop(this.#database)
    const kept = new Set(this.#kept)
    this.#forgetDevice()
    this.#tell({type: 'shared'})
    return kept
  }

  async clear(): Promise<boolean> {
    const database = this.#database
    this.#database = undefined
    this.#forgetAll()
    // Told before the work, so that a message never overtakes what is answered after it.
    this.#tell({type: 'cleared'})
    this.#kind.alsoClear?.()
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
      if (await isKnownAbsent(this.#kind.name)) return undefined
      return (await databases()).open(this.#kind.name, this.#kind, this.#watcher())
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
        this.#log.become(faultOf(error))
      })
      .finally(() => { isPending = false })
    await before(this.#answerWithinMs, opened)
    if (isPending && era === this.#era) this.#log.become('blocked')
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
    if (hasKept && series !== this.#log.series && !this.#log.join(series)) {
      this.#drop(this.#database)
      return this.#forgetDevice()
    }
    for (const key of unreadable) this.#unreadable.add(key)
    for (const {id} of entries) this.#kept.add(id)
    this.#log.merge(entries)
  }

  async #writeUnsaved(): Promise<void> {
    // Two goes: Safari drops the connection of a page that was in the background, and says so only at the next use.
    for (const isLastGo of [false, true]) {
      if (!this.#hasAgreed) return
      if (!this.#database) await this.#openKept()
      const era = this.#era
      const database = this.#database
      if (!database) return
      const series = this.#log.series
      const unsaved = this.#log.entries.filter(({id}) => !this.#kept.has(id))
      if (unsaved.length === 0) return this.#log.become('saved')
      this.#log.become('saving')
      let isOurs: boolean
      try {
        isOurs = await database.write(unsaved, series)
      } catch (error) {
        if (era !== this.#era) return
        const fault = faultOf(error)
        if (fault !== 'full') this.#drop(database)
        if (fault === 'full' || isLastGo) return this.#log.become(fault)
        continue
      }
      if (era !== this.#era) return
      if (!isOurs) return this.#readNew().then(() => this.#writeUnsaved())
      for (const {id} of unsaved) {
        this.#kept.add(id)
        this.#unreadable.delete(id) // A file brought back a good copy of a damaged record.
      }
      this.#tell({type: 'added', series, [this.#kind.list]: unsaved})
      if (this.#log.entries.every(({id}) => this.#kept.has(id))) this.#log.become('saved')
      return
    }
  }

  async #delete(database: DeviceDatabase<E> | undefined): Promise<boolean> {
    const gone = (async () => {
      // A tab that is frozen does not let go of the database, so deleting may have to wait. Emptying does not.
      await database?.empty().catch(() => undefined)
      database?.close()
      return (await databases()).delete(this.#kind.name)
    })()
    return await before(this.#answerWithinMs, gone) ?? false
  }

  /** Saving has stopped, or never began; what is in memory stays for this visit. */
  #notKept(): void {
    this.#forgetDevice()
    this.#log.become('off')
  }

  #forgetAll(): void {
    this.#era++
    if (this.#database) this.#drop(this.#database)
    this.#forgetDevice()
    this.#log.forget()
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
      upgraded: ifCurrent(() => this.#log.become('newer')),
      lost: ifCurrent(() => { void this.#next(() => this.#writeUnsaved()) }),
    }
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message)
  }

  /** Any script of this site may speak on the channel, so what comes is checked as a file would be. */
  #hear = ({data}: MessageEvent<Partial<Message> | null>): void => {
    const saving = this.#log.saving
    // What another series said is not what was cleared.
    if (data?.type === 'cleared' && saving === 'other') this.#log.become('off')
    else if (data?.type === 'cleared') this.#forgetAll()
    if (data?.type === 'shared' && saving === 'off') this.#log.shareThisVisit()
    const added = data?.[this.#kind.list]
    if (data?.type !== 'added' || !Array.isArray(added) || this.#log.visit === 'shared') return
    if (!this.#database || (data.series ?? '') !== this.#log.series) return this.#look()
    const entries = added.filter(this.#kind.isEntry)
    for (const {id} of entries) this.#kept.add(id)
    this.#log.merge(entries)
  }

  /** Looks at the device again: another tab may have begun to save, saved more, or cleared it without our hearing. */
  #look = (): void => {
    if (document.visibilityState !== 'visible' || this.#log.visit === 'shared') return
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
