import {stamped, union, type Entry} from '../../model/log/entries.js'
import {newId} from './ids.js'

/**
 * Where a log is kept, for the words beside "Save my progress".
 *
 * - `off`: in memory only. Nobody has agreed (yet), and nothing of ours is on this device.
 * - `opening`: looking whether people agreed on an earlier visit, or setting up because they agreed just now.
 * - `saving`: agreed, and a write is on its way.
 * - `saved`: agreed, and everything in the log is on this device.
 * - `blocked`: this browser refuses us storage, lost it, or does not answer. In memory only.
 * - `full`: no room left. What was saved before stays saved; what is new is in memory only.
 * - `outdated`: the code that saves did not come, and the page has to be loaded again. In memory only.
 * - `newer`: a newer build of these scripts keeps its log here, which is left alone. This log is in memory only.
 */
export type DeviceState = 'off' | 'opening' | 'saving' | 'saved' | 'blocked' | 'full' | 'newer' | 'outdated'

/**
 * Whose computer this visit is on. `own`: a log may be kept here, if people agree. `shared`: other people use it too, so nothing
 * of this visit is ever written to the disk, and nothing that an earlier visit kept there is shown.
 */
export type Visit = 'own' | 'shared'

/** What keeps a log on the device. It reads and adds to the log by itself; the log asks it for the rest. */
export interface Keeper {
  /** How many kept entries could not be read. They are left where they are. */
  readonly unreadable: number
  /** True when entries that are added now will be written at once. */
  readonly isOpen: boolean
  /** Settles when the log has what an earlier visit kept, or when it is clear that nothing can be read from this device. */
  readonly ready: Promise<void>
  /** Resolves when the entries added so far are on the device, or it is clear that they cannot be. */
  written(): Promise<void>
  /** People agreed to saving: writes the whole log to this device. */
  save(): Promise<void>
  /** From now on, the keeper neither reads nor writes the device. @returns ids of the entries that are on it */
  letGo(): ReadonlySet<string>
  /** @returns true when nothing is left on this device */
  clear(): Promise<boolean>
  /** Writes entries once more: what is kept beside them, and is no part of them, has changed. */
  rewrite(ids: Iterable<string>): Promise<void>
  /** Lets go of the device. What is saved stays saved, and another keeper may take over the log. */
  close(): void
}

/** What a log takes from its surroundings. A test can pass its own, to say what time it is. */
export interface LogSurroundings {
  /** Milliseconds since 1970; default `Date.now`. */
  now?: () => number
  /** A new UUID at each call; default `newId`. */
  newId?: () => string
}

/**
 * Logs that are saved, and can be lost when the browser is killed: it is one that needs a copy, and there can be none. A keeper
 * that puts its log in has it tell its subscribers.
 */
export const atRisk = new WeakSet()

/**
 * Entries that are only ever added, oldest first. They live as long as the page; a keeper that is attached keeps them on the
 * device, once people agree, and its code may come later than the log. Nothing here throws or rejects because of storage:
 * see `saving`.
 *
 * @typeParam New - an entry before it gets an id and a time
 * @typeParam Other - what `saving` can be beside `DeviceState`
 */
export class Log<E extends Entry, New extends object, Other extends string = never> {
  /** Settles when `entries` has what an earlier visit kept, or when it is clear that nothing can be read from this device. */
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
  /** The value of `saving` while no device keeps this log. */
  readonly #unkept: DeviceState | Other
  readonly #subscribers = new Set<() => void>()

  constructor({now = Date.now, newId: id = newId}: LogSurroundings = {}, unkept: DeviceState | Other = 'off') {
    this.now = now
    this.newId = id
    this.#saving = this.#unkept = unkept
  }

  /** Each change makes a new list, and no list is ever changed: compare by identity. */
  get entries(): readonly E[] { return this.#entries }
  get saving(): DeviceState | Other { return this.#saving }
  get visit(): Visit { return this.#visit }
  get unreadable(): number { return this.#keeper?.unreadable ?? 0 }
  /** Entries of two series are never mixed; '' where there is only one. */
  get series(): string { return '' }

  /**
   * Adds entries, giving each its id and time. Before this returns, they are in `entries` and subscribers have been called. The
   * promise resolves when they are on the device, or it is clear that they cannot be: to `saving` at that time.
   */
  async append(said: readonly New[]): Promise<DeviceState | Other> {
    const now = this.now()
    return this.take(stamped(said, this.#entries, now, this.newId).map(each => this.complete(each, now)))
  }

  /**
   * Adds entries from elsewhere, which keep their ids and times. Entries that are here already stay as they are.
   * Resolves as `append` does.
   */
  async take(entries: readonly E[]): Promise<DeviceState | Other> {
    // The entries and the state change together, so that no subscriber sees new entries as "saved" before they are.
    this.merge(entries, this.#keeper?.isOpen ? 'saving' : this.#saving)
    const keeper = this.#keeper ?? await this.#fetching
    await keeper?.written()
    return this.#saving
  }

  /**
   * Has this log kept on the device by the keeper that `fetch` brings, and no more by the one before, which is closed already.
   * `fetch` is called when the keeper is needed, and again after it failed.
   *
   * @param isAbsent - resolves to true when it is known that nothing is kept here: then the keeper is not fetched before
   *   `keep` or `save` is called. Missing where nobody has asked
   */
  attach(fetch: () => Promise<Keeper>, isAbsent?: Promise<boolean>): this {
    this.#fetch = fetch
    this.#fetching = this.#keeper = undefined
    this.become('opening')
    this.ready = this.#look(isAbsent)
    return this
  }

  /** Fetches the keeper now, so that saving waits for no network. @returns undefined when it cannot be had */
  keep(): Promise<Keeper | undefined> {
    return this.#fetching ??= this.#attached()
  }

  /**
   * People agreed to saving: writes the log to this device. After `blocked` or `full` it means "try again". In a shared visit
   * it does nothing.
   */
  async save(): Promise<DeviceState | Other> {
    const keeper = await this.keep()
    await keeper?.save()
    return this.#saving
  }

  /**
   * Makes this a shared visit, until the page is closed: there is no way back. What an earlier visit kept on the device is
   * somebody's own: it is not shown, and only `clear()` removes it. Other tabs that do not save follow, now or when they open.
   */
  shareThisVisit(): void {
    if (this.#visit === 'shared') return
    this.#visit = 'shared'
    const kept = this.#keeper?.letGo()
    // When nothing was kept, the list stays the same one: a new empty list would look as if all had been cleared.
    if (kept?.size) this.#entries = this.#entries.filter(({id}) => !kept.has(id))
    this.#saving = this.#unkept
    this.notify()
  }

  /** Forgets what is in memory, in this tab only. For a shared visit, which keeps nothing anywhere else. */
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
    // The screen is cleared at once; the keeper may still have to be fetched.
    this.forget()
    const keeper = await this.keep()
    return keeper ? keeper.clear() : !this.#fetch
  }

  /** Calls `changed` after each change. @returns a function that ends this */
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

  /** Adds entries that are on the device, or soon will be, and sets `saving`. For keepers. */
  merge(entries: readonly E[], saving: DeviceState | Other = this.#saving): void {
    const merged = union(this.#entries, entries)
    const isNew = merged.length !== this.#entries.length
    if (!isNew && saving === this.#saving) return
    if (isNew) this.#entries = merged
    this.#saving = saving
    this.notify()
  }

  /** Sets `saving`. For keepers. */
  become(saving: DeviceState | Other): void {
    this.merge([], saving)
  }

  /** Forgets what is in memory. Subscribers are called even when it was nothing: they may hold what is typed and not added. */
  forget(): void {
    this.#entries = []
    this.#saving = this.#unkept
    this.notify()
  }

  /**
   * Another series is kept on this device: this log becomes part of that series, or stays apart. For keepers.
   *
   * @returns false when the two series must not be mixed
   */
  join(_series: string): boolean { return true }

  /** Adds the fields that every new entry of this log has. @param now - what the clock says: milliseconds since 1970 */
  protected complete(said: New & Entry, _now: number): E { return said as unknown as E }

  /** Calls all subscribers. For those who set what belongs to the log and is not in it. */
  notify(): void {
    for (const changed of [...this.#subscribers]) {
      try {
        changed()
      } catch (error) {
        // One broken subscriber must not keep an answer from being saved. Its error is reported like any that nobody catches.
        reportError(error)
      }
    }
  }

  async #look(isAbsent?: Promise<boolean>): Promise<void> {
    if (isAbsent && await isAbsent) {
      if (!this.#keeper) this.become(this.#unkept)
      return
    }
    await (await this.keep())?.ready
  }

  async #attached(): Promise<Keeper | undefined> {
    try {
      this.#keeper = await this.#fetch?.()
      if (this.#isClosed) this.#keeper?.close()
      // It may have been made before that was said, and has not told the other tabs.
      if (this.#visit === 'shared') this.#keeper?.letGo()
    } catch (error) {
      this.#fetching = undefined
      // An `import()` rejects with a TypeError in every browser.
      if (this.#visit === 'own') this.become(error instanceof TypeError ? 'outdated' : 'blocked')
      console.error('The code that saves progress could not be loaded:', error)
    }
    return this.#keeper
  }
}
