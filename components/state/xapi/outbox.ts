import type {LearnerEvent} from '../../model/record/record.js'
import {Batches, MOST} from '../../model/xapi/batches.js'
import type {Statement} from '../../model/xapi/statement.js'
import {pageClock} from '../visit/clock.js'
import type {Clock} from '../visit/clock.js'
import type {RecordStore} from '../record/record.js'
import {Connection} from './connection.js'
import type {LearningRecordStore} from './connection.js'
import {KnownStatements} from './known-statements.js'
import {Pauses} from './pauses.js'
import {post} from './post.js'
import type {PostResult} from './post.js'
import {SentMarks} from './sent-marks.js'
import type {Refused} from './sent-marks.js'

/** What is sent, and how. */
export interface OutboxOptions {
  /** Id of the guide. */
  guide: string
  record: RecordStore
  store: LearningRecordStore
  /** Is this event to be sent, by this page and in this name? */
  wants(event: LearnerEvent): boolean
  /** @param first - a random name for a learner who has no other: the same for all events of one record; else '' */
  statementOf(event: LearnerEvent, first: string): Statement
  /** The learner has a name, and needs no random one. */
  isNamed?: boolean
  clock?: Clock
}

/** What happens within this time goes together. */
const GATHER_MS = 2_000

type RefusedPost = Extract<PostResult, {type: 'refused'}>

/**
 * Sends a record to a learning record store, oldest first. The record itself is the queue: what was not sent is what
 * the record has and `SentMarks` has not, so that it survives exactly what the record survives. What may not have arrived is
 * sent again.
 *
 * A store may have statements that this device knows nothing of, as the learner took the record along from another. Some take
 * those for what they are, some answer 409 (`hosts/xapi.md` says which). So the store is asked what it has, where it
 * lets us; where it does not, batches are halved (`Batches`).
 */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #clock: Clock
  readonly #marks: SentMarks
  readonly #connection: Connection
  readonly #known: KnownStatements
  readonly #batches = new Batches()
  readonly #pauses: Pauses
  readonly #subscribers = new Set<() => void>()
  readonly #unsubscribe: () => void
  #fault: string | undefined
  #isSending = false
  readonly #stopping = new AbortController()
  /** How many events the record had when it was last looked at. */
  #seen = 0

  constructor(options: OutboxOptions) {
    this.#options = options
    this.#clock = options.clock ?? pageClock
    this.#marks = new SentMarks(options.guide, options.record)
    this.#connection = new Connection(options.store)
    this.#pauses = new Pauses(this.#clock)
    this.#known = new KnownStatements({
      connection: this.#connection,
      pauses: this.#pauses,
      clock: this.#clock,
      stopped: this.stopped,
      waiting: () => this.#waiting(),
      statementOf: event => this.#statementOf(event),
      found: known => {
        this.#settle(known)
        this.#batches.newestFirst()
      },
      sendNewerThan: ({at}) => this.#sendNext(() => this.#waiting().filter(event => event.at > at)),
    })
    this.#unsubscribe = options.record.subscribe(this.#look)
    this.#marks.read()
    this.#look()
  }

  /** How many statements wait to be sent. */
  get unsent(): number { return this.#waiting().length }
  /** Those that the store does not take, for its administrator. They are not sent again until `retryRefused`. */
  get refused(): readonly Refused[] { return [...this.#marks.refused.values()] }
  /** Why the last request came to nothing, while that is so. */
  get fault(): string | undefined { return this.#fault }
  /** Aborted by `stop`. */
  get stopped(): AbortSignal { return this.#stopping.signal }

  /** Is there nothing more to do for this event? */
  isSettled({id}: LearnerEvent): boolean {
    return this.#marks.isSettled(id)
  }

  /** Sends again what was refused, after somebody has set the store right. */
  retryRefused(): void {
    this.#marks.refused.clear()
    this.#marks.write()
    this.#look()
  }

  /** Calls back after each change of the above. @returns stops that */
  subscribe(changed: () => void): () => void {
    const subscriber = () => changed()
    this.#subscribers.add(subscriber)
    return () => { this.#subscribers.delete(subscriber) }
  }

  /** Sends nothing more. A request that is on its way is not called back. */
  stop(): void {
    this.#stopping.abort()
    this.#unsubscribe()
    this.#pauses.stop()
    this.#subscribers.clear()
  }

  #waiting(): LearnerEvent[] {
    const {record, wants} = this.#options
    return record.events.filter(event => !this.#marks.isSettled(event.id) && wants(event))
  }

  #look = (): void => {
    const {length} = this.#options.record.events
    if (length < this.#seen) this.#marks.forget()
    this.#seen = length
    this.#marks.catchUp()
    if (!this.#isSending && !this.stopped.aborted && this.unsent > 0) void this.#send()
    this.#tell()
  }

  async #send(): Promise<void> {
    this.#isSending = true
    await this.#pauses.wait(GATHER_MS)
    // One tab at a time, pauses and all, or each tab would ask a busy store.
    await alone(`dsg-sent-${this.#options.guide}`, async () => {
      this.#marks.read()
      await this.#askAtFirst()
      while (!this.stopped.aborted && this.unsent > 0) await this.#sendNext(() => this.#waiting())
      this.#batches.reset()
    })
    this.#isSending = false
    this.#look()
  }

  /** @param waiting - some of what waits when it is time, oldest first */
  async #sendNext(waiting: () => LearnerEvent[]): Promise<void> {
    await this.#pauses.pace()
    const batch = this.#batches.next(waiting())
    if (batch.length === 0 || this.stopped.aborted) return
    const statements = batch.map(event => this.#statementOf(event))
    const result = await post(this.#connection, statements, this.#clock.now())
    if (this.stopped.aborted) return
    this.#fault = result.type === 'later' ? result.why : undefined
    if (result.type === 'later') {
      this.#tell()
      return this.#pauses.backOff(result.retryAfterMs)
    }
    this.#pauses.succeeded()
    if (result.type === 'stored') {
      this.#settle(batch)
      this.#batches.stored(batch)
    } else {
      await this.#refused(batch, statements, result)
    }
  }

  async #refused(batch: readonly LearnerEvent[], statements: readonly Statement[], refusal: RefusedPost): Promise<void> {
    const isConflict = refusal.status === 409
    if (isConflict) this.#batches.newestFirst()
    const named = statements.findIndex(({id}) => id === refusal.named)
    const one = batch.length === 1 ? 0 : isConflict ? named : -1
    if (one >= 0) {
      // In conflict: the store has it from another device of this learner, who took their record along.
      this.#settle([batch[one]!], isConflict ? undefined : refusal)
      this.#batches.found(isConflict)
      if (isConflict) await this.#known.askAbout(statements[one]!)
    } else if (named >= 0) {
      this.#batches.suspect(batch[named]!.id)
    } else if (refusal.status === 413) {
      this.#batches.tooMany(batch.length)
    } else {
      this.#batches.refused(batch)
      if (isConflict) await this.#known.askFor(statements[0]!)
    }
  }

  /**
   * A device that has sent nothing, and has more to send than one does in a first visit, holds a record that was brought here or
   * an old one. Asking first spares the store conflicts, and the console their errors.
   */
  async #askAtFirst(): Promise<void> {
    const waiting = this.#waiting()
    if (this.stopped.aborted || waiting.length <= MOST || this.#marks.sent.size + this.#marks.refused.size > 0) return
    await this.#known.askFor(this.#statementOf(waiting[0]!))
  }

  #statementOf(event: LearnerEvent): Statement {
    const {record, wants, isNamed, statementOf} = this.#options
    // Not the id of an event that is sent in another name, which would tell who this is.
    if (!isNamed) this.#marks.first ||= record.events.find(wants)!.id
    return statementOf(event, this.#marks.first)
  }

  /** @param refusal - why the store does not take them, if it does not */
  #settle(batch: readonly LearnerEvent[], refusal?: {status: number; said: string}): void {
    // The record may have been cleared while the request was on its way.
    const here = new Set(this.#options.record.events.map(({id}) => id))
    this.#marks.read()
    for (const {id} of batch.filter(each => here.has(each.id))) {
      if (!refusal) this.#marks.sent.add(id)
      else this.#marks.refused.set(id, {id, status: refusal.status, said: refusal.said})
    }
    this.#marks.write()
    this.#tell()
  }

  #tell(): void {
    for (const subscriber of [...this.#subscribers]) {
      try {
        subscriber()
      } catch (error) {
        reportError(error) // A mistake in the page must not keep anything from being sent.
      }
    }
  }
}

/** Plain http has no locks: tabs may send the same then, which a store takes for what it is. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request(name, work) : work())
}
