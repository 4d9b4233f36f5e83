import type {LearnerEvent} from '../../model/record/record.js'
import type {Statement} from '../../model/xapi/statement.js'
import {pageClock} from '../visit/clock.js'
import type {Clock} from '../visit/clock.js'
import type {RecordStore} from '../record/record.js'
import {Connection} from './connection.js'
import type {LearningRecordStore} from './connection.js'
import {Pauses} from './pauses.js'
import {post} from './post.js'
import {SentMarks} from './sent-marks.js'
import type {Refused} from './sent-marks.js'

/** What is sent, and how. */
export interface OutboxOptions {
  /** Id of the guide. */
  guide: string
  record: RecordStore
  store: LearningRecordStore
  /** Is this event to be sent? */
  wants(event: LearnerEvent): boolean
  /** @param first - a random name for the learner, who may have no other: the same for all events of one record */
  statementOf(event: LearnerEvent, first: string): Statement
  clock?: Clock
}

/** Statements in one request: some 30 kB, as a request that outlives its page may have 64 KiB. */
const MOST = 25
/** What happens within this time goes together. */
const GATHER_MS = 2_000
/** Between requests: 34 in 10 seconds, however many are refused. */
const PACE_MS = 300

/**
 * Sends a record to a learning record store, oldest first. The record itself is the queue: what was not sent is what
 * the record has and `SentMarks` has not, so that it survives exactly what the record survives. A store takes
 * a statement of an id that it has for the same one, so what may not have arrived is sent again.
 */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #clock: Clock
  readonly #marks: SentMarks
  readonly #connection: Connection
  readonly #pauses: Pauses
  readonly #subscribers = new Set<() => void>()
  readonly #unsubscribe: () => void
  #size = MOST
  #fault: string | undefined
  #isSending = false
  readonly #stopping = new AbortController()
  #known = 0

  constructor(options: OutboxOptions) {
    this.#options = options
    this.#clock = options.clock ?? pageClock
    this.#marks = new SentMarks(options.guide, options.record)
    this.#connection = new Connection(options.store)
    this.#pauses = new Pauses(this.#clock)
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
    if (length < this.#known) this.#marks.forget()
    this.#known = length
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
      while (!this.stopped.aborted && this.unsent > 0) await this.#sendBatch()
    })
    this.#isSending = false
    this.#look()
  }

  async #sendBatch(): Promise<void> {
    const {record, statementOf} = this.#options
    this.#marks.first ||= record.events[0]!.id
    const batch = this.#waiting().slice(0, this.#size)
    const statements = batch.map(event => statementOf(event, this.#marks.first))
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
      this.#size = Math.min(this.#size * 2, MOST)
    } else if (batch.length > 1) {
      this.#size = Math.ceil(batch.length / 2) // Halved until the one that is refused is alone; the others pass.
    } else {
      // In conflict: the store has it from another device of this learner, who took their record along.
      this.#settle(batch, result.status === 409 ? undefined : result)
    }
    if (this.unsent > 0) await this.#pauses.wait(PACE_MS)
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
