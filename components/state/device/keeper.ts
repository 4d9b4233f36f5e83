import type {Entry} from '../../model/log/entries.js'
import {atRisk, type Keeper, type Log} from '../log/log.js'
import type {DeviceDatabase, DeviceWatcher} from './device-database.js'
import type {EntryKind} from './entry-copy.js'
import {copyFile} from './copy-file.js'
import {carriers, takeLog, type Carrier, type HandedLog} from './hand-over.js'
import {isUnlisted} from './known-absent.js'
import {before, faultOf, StorageFault} from './storage-fault.js'

/** What a keeper keeps of a log, and how. */
export interface Kept<E extends Entry> extends EntryKind<E> {
  /** The name of the database, and of the channel between tabs. */
  name: string
  /** How long the browser may take to open the database. After that, we say that it does not answer. Default 4,000. */
  answerWithinMs?: number
  /** Has the log go on with a series that an earlier loading of the page handed over. */
  goOn?(series: string): void
  /** Called when the entries are cleared, to clear what else this device has about them. */
  alsoClear?(): void
  /** What is kept of an entry, here and in messages to other tabs. Default: the entry. */
  rowOf?(entry: E): E
  /** The entry of such a row. Default: the row. */
  entryOf?(row: E): E
}

/** What a keeper needs of a log. */
export type KeptLog<E extends Entry> = {readonly saving: string}
  & Pick<Log<E, never>, 'entries' | 'series' | 'visit' | 'merge' | 'become' | 'join' | 'forget' | 'notify' | 'shareThisVisit' | 'subscribe'>

/**
 * What tabs tell each other. `added` tells of entries that are on the device already; the field `events` or `items` has them.
 * `asks` is put by a tab that does not save, and answered by those whose visit is `shared`.
 */
type Message = {type: 'added' | 'cleared' | 'shared' | 'asks'; series?: string} & Partial<Record<'events' | 'items', unknown>>

/**
 * Keeps a log in IndexedDB, once people agree to saving. Until then it leaves nothing on the device, so the next visit knows by
 * the database that people agreed. Tabs with the same log tell each other what they saved. A tab that comes into view
 * also looks at the database, since it may have missed something; and it asks, as one that opens does, whether this computer is
 * shared, which no database says.
 */
export class DeviceKeeper<E extends Entry> implements Keeper, Carrier {
  readonly ready: Promise<void>
  readonly #log: KeptLog<E>
  readonly #kind: Kept<E>
  readonly #answerWithinMs: number
  readonly #unreadable = new Set<string>()
  /** Ids of the entries that are on the device. */
  readonly #kept = new Set<string>()
  /** Ids of those whose rows are out of date. */
  readonly #stale = new Set<string>()
  #channel: BroadcastChannel | undefined
  #database: DeviceDatabase<E> | undefined
  /** True while people have agreed and the database is there, even when the connection to it is lost for now. */
  #hasAgreed = false
  /** Counts clearings: work that began before one must not bring anything back after it. */
  #era = 0
  /** The end of all work that was asked for so far. Work is done one by one, in that order. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(log: KeptLog<E>, kind: Kept<E>) {
    this.#log = log
    this.#kind = kind
    this.#answerWithinMs = kind.answerWithinMs ?? 4_000
    this.#channel = channelTo(kind.name)
    this.#channel?.addEventListener('message', this.#hear)
    document.addEventListener('visibilitychange', this.#look)
    carriers.add(this)
    this.#takeOver(takeLog(kind.name))
    // A shared visit reads nothing from the device. The log has this keeper tell others, once it has it.
    if (log.visit === 'own') this.#tell({type: 'asks'})
    this.ready = this.#next(async () => {
      if (log.visit === 'own') await this.#openKept()
      await this.#writeUnsaved()
    })
  }

  get unreadable(): number { return this.#unreadable.size }

  get name(): string { return this.#kind.name }

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

  rewrite(ids: Iterable<string>): Promise<void> {
    return this.#next(async () => {
      for (const id of ids) this.#stale.add(id)
      await this.#writeUnsaved()
    })
  }

  carried(): HandedLog | undefined {
    const {visit, series, entries} = this.#log
    const rows = this.#rowsOf(entries.filter(entry => !this.#isWritten(entry)))
    return rows.length || visit === 'shared' ? {visit, series, rows: [...rows]} : undefined
  }

  follow(changed: (isEmpty: boolean) => void): void {
    this.#log.subscribe(() => changed(!this.#log.entries.length))
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
    // Told before the work begins, so that no answer given after the clearing can reach another tab before this message.
    this.#tell({type: 'cleared'})
    this.#kind.alsoClear?.()
    const deleted = this.#delete(database)
    // What comes after waits for the clearing only, and not for earlier work: a write that never ends must not hold it up.
    this.#queue = deleted
    return deleted
  }

  close(): void {
    this.#era++
    carriers.delete(this)
    this.#channel?.close()
    this.#channel = undefined
    document.removeEventListener('visibilitychange', this.#look)
    this.#database?.close()
    this.#database = undefined
    this.#forgetDevice()
  }

  #next(work: () => Promise<void>): Promise<void> {
    const era = this.#era
    const done = this.#queue.then(() => era === this.#era ? work() : undefined)
    this.#queue = done
    return done
  }

  #openKept(): Promise<void> {
    return this.#open(async () => {
      if (await isAbsent(this.#kind.name)) return undefined
      return (await databases()).open(this.#kind.name, this.#kind, this.#watcher())
    })
  }

  /**
   * Waits for a database, but not longer than `answerWithinMs`: then the log becomes `blocked`. A database that comes later, from
   * a slow disk, is still used.
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
    atRisk.delete(this.#log)
    await this.#readNew()
    void this.#next(() => this.#writeUnsaved())
  }

  /** Reads what an earlier visit or another tab saved into the log. */
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
    this.#take(entries)
  }

  /** Adds to the log what is on the device. */
  #take(rows: readonly E[]): void {
    for (const {id} of rows) this.#kept.add(id)
    this.#log.merge(this.#kind.entryOf ? rows.map(this.#kind.entryOf) : rows)
  }

  /** Goes on with what was in memory before the page was loaded again. */
  #takeOver(handed: HandedLog | undefined): void {
    if (!handed) return
    if (handed.visit === 'shared') this.#log.shareThisVisit()
    const rows = (handed.rows as E[]).filter(this.#kind.isEntry)
    if (rows.length && typeof handed.series === 'string') this.#kind.goOn?.(handed.series)
    this.#log.merge(this.#kind.entryOf ? rows.map(this.#kind.entryOf) : rows)
  }

  #rowsOf(entries: readonly E[]): readonly E[] {
    return this.#kind.rowOf ? entries.map(this.#kind.rowOf) : entries
  }

  async #writeUnsaved(): Promise<void> {
    // Done up to two times, because Safari drops the connection of a page in the background, and fails only when it is next used.
    for (const isLastGo of [false, true]) {
      if (!this.#hasAgreed) return
      if (!this.#database) await this.#openKept()
      const era = this.#era
      const database = this.#database
      if (!database) return
      const series = this.#log.series
      const unsaved = this.#log.entries.filter(entry => !this.#isWritten(entry))
      if (unsaved.length === 0) return this.#log.become('saved')
      this.#log.become('saving')
      const rows = this.#rowsOf(unsaved)
      let isOurs: boolean
      try {
        isOurs = await database.write(rows, series)
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
        this.#stale.delete(id)
        this.#unreadable.delete(id) // The entry was damaged on the device, and a file brought a good one.
      }
      this.#tell({type: 'added', series, [this.#kind.list]: rows})
      if (this.#log.entries.every(entry => this.#isWritten(entry))) this.#log.become('saved')
      return
    }
  }

  #isWritten({id}: E): boolean {
    return this.#kept.has(id) && !this.#stale.has(id)
  }

  async #delete(database: DeviceDatabase<E> | undefined): Promise<boolean> {
    const gone = (async () => {
      // A frozen tab does not close the database, and deleting then has to wait. So the database is emptied first.
      await database?.empty().catch(() => undefined)
      database?.close()
      // Without that code nothing was ever kept from this page. An earlier visit may have kept something.
      return databases().then(there => there.delete(this.#kind.name), () => isAbsent(this.#kind.name))
    })()
    return await before(this.#answerWithinMs, gone) ?? false
  }

  /** Nothing is kept on the device, or nothing any more. What is in memory stays for this visit. */
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
    atRisk.delete(this.#log)
    this.#kept.clear()
    this.#stale.clear()
    this.#unreadable.clear()
  }

  #drop(database: DeviceDatabase<E>): void {
    database.close()
    if (this.#database === database) this.#database = undefined
  }

  #watcher(): DeviceWatcher {
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
      alone: () => {
        if (era !== this.#era) return
        atRisk.add(this.#log)
        this.#log.notify()
      },
    }
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message)
  }

  /** Hears what another tab tells. Any script of this site can send on the channel, so entries are checked as those of a file. */
  #hear = ({data}: MessageEvent<Partial<Message> | null>): void => {
    const saving = this.#log.saving
    // This tab has another series than the one that was kept and is now cleared. Its own entries were never kept, and stay.
    if (data?.type === 'cleared' && saving === 'other') this.#log.become('off')
    else if (data?.type === 'cleared') this.#forgetAll()
    if (data?.type === 'shared') void this.#follow()
    if (data?.type === 'asks' && this.#log.visit === 'shared') this.#tell({type: 'shared'})
    const added = data?.[this.#kind.list]
    if (data?.type !== 'added' || !Array.isArray(added) || this.#log.visit === 'shared') return
    if (!this.#database || (data.series ?? '') !== this.#log.series) return this.#look()
    this.#take(added.filter(this.#kind.isEntry))
  }

  /** Another tab says that this computer is shared. So it is here, unless people agreed to saving, which may not be known yet. */
  async #follow(): Promise<void> {
    await this.#queue
    if (this.#channel && !this.#hasAgreed) this.#log.shareThisVisit()
  }

  /** Looks at the device again: another tab may have begun to save, saved more, or cleared it without our hearing. */
  #look = (): void => {
    if (document.visibilityState !== 'visible' || this.#log.visit === 'shared') return
    if (!this.#hasAgreed) this.#tell({type: 'asks'})
    void this.#next(async () => {
      if (!this.#database) return this.#openKept()
      const database = this.#database
      await this.#readNew().catch(() => this.#drop(database))
      await this.#writeUnsaved()
    })
  }
}

/** True when there is neither such a database nor a copy of it, so that no code for databases is needed. */
async function isAbsent(name: string): Promise<boolean> {
  return await isUnlisted(name) && copyFile(name).then(() => false, () => true)
}

/** The code for databases. It is loaded only when people agree to saving, or did on an earlier visit: most people never do. */
export async function databases() {
  try {
    return (await import('./device-database.js')).DeviceDatabase
  } catch (error) {
    throw new StorageFault('outdated', error)
  }
}

/** The channel between tabs; undefined in Firefox where it forbids storage, because it then forbids channels too. */
function channelTo(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
