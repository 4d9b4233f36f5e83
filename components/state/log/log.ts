import {stamped, union, type Entry} from '../../model/log/entries.js'
import {newId} from './ids.js'

/**
 * Where a log is kept, for the words beside "Save my progress".
 *
 * - `off`: in memory only. Nobody has agreed (yet), and nothing of ours is on this device.
 * - `opening`: looking whether they agreed on an earlier visit, or setting up after they agreed just now.
 * - `saving`: agreed, and a write is on its way.
 * - `saved`: agreed, and everything in the log is on this device.
 * - `blocked`: this browser refuses, lost or does not answer for our storage. In memory only.
 * - `full`: no room left. What was saved before stays saved; what is new is in memory only.
 * - `newer`: a newer edition of these scripts keeps its log here. It is left alone; in memory only.
 */
export type DeviceState = 'off' | 'opening' | 'saving' | 'saved' | 'blocked' | 'full' | 'newer'

/**
 * Whose computer this visit is on. `own`: a log may be kept here, if they agree. `shared`: other people use it, so nothing
 * of this visit is ever on the disk, and nothing that is there is shown.
 */
export type Visit = 'own' | 'shared'

/** What keeps a log on the device. It reads and adds to the log by itself; the log asks it for the rest. */
export interface Keeper {
  /** How many kept entries could not be read. They are left where they are. */
  readonly unreadable: number
  /** True when what is added now is written at once. */
  readonly isOpen: boolean
  /** Settles when what an earlier visit kept is in the log, or it is clear that there is none to be had. */
  readonly ready: Promise<void>
  /** Resolves when what was added is kept as well as it can be. */
  written(): Promise<void>
  /** They agreed: moves all to this device. */
  save(): Promise<void>
  /** From now on neither reads nor writes the device. @returns ids of the entries that are on it */
  letGo(): ReadonlySet<string>
  /** @returns true when nothing is left on this device */
  clear(): Promise<boolean>
  close(): void
}

/** What a log takes from its surroundings, so that a test can say what time it is. */
export interface LogSurroundings {
  /** Milliseconds since 1970; default `Date.now`. */
  now?: () => number
  /** A new UUID at each call; default `newId`. */
  newId?: () => string
}

/**
 * Entries that are only ever added, oldest first. They live as long as the page; a keeper that is attached keeps them on the
 * device, once people agree, and its code may come later than the log. Nothing here throws or rejects because of storage:
 * see `saving`.
 *
 * @typeParam New - an entry before it gets an id and a time
 * @typeParam Other - what `saving` can be beside `DeviceState`
 */
export class Log<E extends Entry, New extends object, Other extends string = never> {
  /** Settles when what an earlier visit kept is in `entries`, or it is clear that there is none to be had. */
  ready: Promise<void> = Promise.resolve()
  protected readonly now: () => number
  protected readonly newId: () => string
  #entries: readonly E[] = []
  #saving: DeviceState | Other
  #visit: Visit = 'own'
  #keeper: Keeper | undefined
  /** Fetches the keeper, where there can be one. */
  #fetch: (() => Promise<Keeper>) | undefined
  #fetching: Promise<Keeper | undefined> | undefined
  #isClosed = false
  /** `saving` of what no device keeps. */
  readonly #unkept: DeviceState | Other
  readonly #subscribers = new Set<() => void>()

  constructor({now = Date.now, newId: id = newId}: LogSurroundings = {}, unkept: DeviceState | Other = 'off') {
    this.now = now
    this.newId = id
    this.#saving = this.#unkept = unkept
  }

  /** A new list after each change, never a changed one: compare by identity. */
  get entries(): readonly E[] { return this.#entries }
  get saving(): DeviceState | Other { return this.#saving }
  get visit(): Visit { return this.#visit }
  get unreadable(): number { return this.#keeper?.unreadable ?? 0 }
  /** Entries of two series are never mixed; '' where there is only one. */
  get series(): string { return '' }

  /**
   * Adds entries, giving each its id and time. They are in `entries`, and subscribers have heard, before this returns; the
   * promise resolves when they are kept as well as they can be, to the state then.
   */
  async append(said: readonly New[]): Promise<DeviceState | Other> {
    const now = this.now()
    return this.take(stamped(said, this.#entries, now, this.newId).map(each => this.complete(each, now)))
  }

  /**
   * Takes in entries from elsewhere, with the ids and times they have. Those that are here already stay as they are.
   * Resolves as `append` does.
   */
  async take(entries: readonly E[]): Promise<DeviceState | Other> {
    // Both at once, so that nobody hears "saved" of entries that are not.
    this.merge(entries, this.#keeper?.isOpen ? 'saving' : this.#saving)
    const keeper = this.#keeper ?? await this.#fetching
    await keeper?.written()
    return this.#saving
  }

  /**
   * Has this log kept on the device by what `fetch` brings, which is asked once it is needed, and again after it failed.
   *
   * @param isAbsent - where it was asked ahead: resolves to true when it is known that nothing is kept here. Then nothing is
   *   fetched before `keep` or `save`
   */
  attach(fetch: () => Promise<Keeper>, isAbsent?: Promise<boolean>): this {
    this.#fetch = fetch
    this.become('opening')
    this.ready = this.#look(isAbsent)
    return this
  }

  /** Fetches the keeper now, so that saving waits for no network. @returns undefined when it cannot be had */
  keep(): Promise<Keeper | undefined> {
    return this.#fetching ??= this.#attached()
  }

  /**
   * They agreed to saving: moves the log to this device. After `blocked` or `full` it means "try again". In a shared visit it
   * does nothing.
   */
  async save(): Promise<DeviceState | Other> {
    const keeper = await this.keep()
    if (keeper) await keeper.save()
    else if (this.#fetch) this.become('blocked')
    return this.#saving
  }

  /**
   * Makes this a shared visit, until the page is closed: there is no way back. What an earlier visit kept on the device is
   * somebody's own: it is not shown, and only `clear()` removes it. Other open tabs that do not save follow.
   */
  shareThisVisit(): void {
    if (this.#visit === 'shared') return
    this.#visit = 'shared'
    const kept = this.#keeper?.letGo()
    // Another empty list would say that all was cleared.
    if (kept?.size) this.#entries = this.#entries.filter(({id}) => !kept.has(id))
    this.#saving = this.#unkept
    this.notify()
  }

  /** Forgets what is in memory, in this tab only. For a shared visit, whose memory is all there is. */
  endVisit(): void {
    this.forget()
  }

  /**
   * Forgets everything, here, on this device and in other open tabs, and stops saving.
   *
   * @returns true when nothing is left on this device; false when the browser did not confirm that
   */
  async clear(): Promise<boolean> {
    if (this.#keeper) return this.#keeper.clear()
    // What is on screen goes at once, whatever is still on its way.
    this.forget()
    const keeper = await this.keep()
    return keeper ? keeper.clear() : !this.#fetch
  }

  /** Calls back after each change. @returns stops that */
  subscribe(changed: () => void): () => void {
    // Wrapped, so that one function subscribed twice is called twice and can be stopped once.
    const subscriber = () => changed()
    this.#subscribers.add(subscriber)
    return () => { this.#subscribers.delete(subscriber) }
  }

  /** Lets go of the database, channel and page events. What is saved stays saved. */
  close(): void {
    this.#isClosed = true
    this.#subscribers.clear()
    this.#keeper?.close()
  }

  /** Takes in what is kept already, or soon will be; `saving` is the state that it brings about. For keepers. */
  merge(entries: readonly E[], saving: DeviceState | Other = this.#saving): void {
    const merged = union(this.#entries, entries)
    const isNew = merged.length !== this.#entries.length
    if (!isNew && saving === this.#saving) return
    if (isNew) this.#entries = merged
    this.#saving = saving
    this.notify()
  }

  /** For keepers. */
  become(saving: DeviceState | Other): void {
    this.merge([], saving)
  }

  /** Forgets what is in memory. Told even when there was nothing: what is typed and not yet added has to go as well. */
  forget(): void {
    this.#entries = []
    this.#saving = this.#unkept
    this.notify()
  }

  /**
   * Another series is kept on this device. What is in memory goes on as part of it, or must not be mixed with it. For keepers.
   *
   * @returns false for the latter
   */
  join(_series: string): boolean { return true }

  /** Adds what every new entry has. @param now - what the clock says: milliseconds since 1970 */
  protected complete(said: New & Entry, _now: number): E { return said as unknown as E }

  protected notify(): void {
    for (const changed of [...this.#subscribers]) {
      try {
        changed()
      } catch (error) {
        // One broken subscriber must not keep an answer from being saved. Reported as any uncaught error is.
        reportError(error)
      }
    }
  }

  async #look(isAbsent?: Promise<boolean>): Promise<void> {
    // A browser that forbids even the question gives its answer to the keeper, which has the words for it.
    if (isAbsent && await isAbsent.catch(() => false)) {
      if (!this.#keeper) this.become(this.#unkept)
      return
    }
    const keeper = await this.keep()
    await keeper?.ready
    if (!keeper && this.#visit === 'own') this.become('blocked')
  }

  async #attached(): Promise<Keeper | undefined> {
    try {
      this.#keeper = await this.#fetch?.()
      if (this.#isClosed) this.#keeper?.close()
    } catch (error) {
      this.#fetching = undefined
      console.error(`The part of our scripts that saves progress could not be loaded: ${String(error)}`)
    }
    return this.#keeper
  }
}
