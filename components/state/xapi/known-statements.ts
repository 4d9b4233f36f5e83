import type {LearnerEvent} from '../../model/record/record.js'
import type {Agent, Statement} from '../../model/xapi/statement.js'
import type {Clock} from '../visit/clock.js'
import type {Connection} from './connection.js'
import type {Pauses} from './pauses.js'
import {retryAfter} from './post.js'

/** Whoever sends, as whoever asks sees it. */
export interface Sender {
  connection: Connection
  pauses: Pauses
  clock: Clock
  stopped: AbortSignal
  /** What is still to be sent, oldest first. */
  waiting(): readonly LearnerEvent[]
  statementOf(event: LearnerEvent): Statement
  /** The store has these. */
  found(known: readonly LearnerEvent[]): void
  /** Sends one batch of what was done after this, if anything waits. */
  sendNewerThan(known: LearnerEvent): Promise<void>
}

/** Times that a store may fail to answer, before it is asked no more until the page is loaded again. */
const FAILURES = 2
/** Answers that are about the moment, not about what the token may do. */
const FOR_NOW = [408, 429, 500, 502, 503, 504]

/**
 * Asks a store what it has of what waits to be sent, by "GET statements" in part three of the Experience API 1.0.3. Many tokens
 * may not do that; then it is asked no more. Of its answers, nothing but ids and the learner's name there is read.
 */
export class KnownStatements {
  readonly #sender: Sender
  readonly #asked = new Set<string>()
  #failures = 0
  #isAsking = false

  constructor(sender: Sender) {
    this.#sender = sender
  }

  /** What does it have in the name that these would be sent in? */
  async askFor(statement: Statement): Promise<void> {
    await this.#ask(ownQuery(statement))
  }

  /**
   * It has this one, and this device did not send it: what else does it have in this name? If that was asked before, then another
   * device sent it in another name.
   */
  async askAbout(known: Statement): Promise<void> {
    if (this.#isAsking || this.#isOver()) return
    if (!this.#asked.has(ownQuery(known))) return this.askFor(known)
    const {actor} = await this.#get(`statements?${new URLSearchParams({statementId: known.id})}`) as {actor?: Agent}
    if (!actor || await this.#ask(queryFor({agent: JSON.stringify(actor)})) === 0) this.#failures = FAILURES
  }

  #isOver(): boolean {
    const {stopped, waiting} = this.#sender
    return this.#failures >= FAILURES || stopped.aborted || waiting().length === 0
  }

  /** @returns how many of those that wait it has */
  async #ask(query: string): Promise<number> {
    if (this.#isAsking || this.#asked.has(query) || this.#isOver()) return 0
    this.#isAsking = true
    const count = await this.#page(query)
    this.#isAsking = false
    return count
  }

  async #page(query: string): Promise<number> {
    const {waiting, statementOf, found, sendNewerThan} = this.#sender
    this.#asked.add(query)
    const byId = new Map(waiting().map(event => [statementOf(event).id, event]))
    // A page that names one has saved a request already. What else the store has of this person is worth no more than halving.
    let patience = 1 + Math.floor(Math.log2(byId.size))
    let count = 0
    for (let path = `statements?${query}`; path && patience > 0 && !this.#isOver();) {
      const {statements, more} = await this.#get(path) as {statements?: Partial<Statement>[]; more?: string}
      // Not now; perhaps after the next conflict.
      if (!Array.isArray(statements)) this.#asked.delete(query)
      const ids = new Set(Array.isArray(statements) ? statements.map(each => String(each?.id).toLowerCase()) : [])
      const known = [...byId].filter(([id]) => ids.has(id)).map(([, event]) => event)
      if (known.length > 0) found(known)
      else patience--
      // Most likely new to the store, so it need not wait for all that the store has to say.
      if (count === 0 && known.length > 0) await sendNewerThan(known.at(-1)!)
      count += known.length
      path = typeof more === 'string' ? more : ''
    }
    return count
  }

  /** @returns the answer's fields; none when there is no answer */
  async #get(path: string): Promise<object> {
    const {connection, pauses, clock, stopped} = this.#sender
    await pauses.pace()
    if (stopped.aborted) return {}
    try {
      const response = await connection.ask(path, {method: 'GET'})
      if (response.ok) return Object(await response.json()) as object
      this.#failures = FOR_NOW.includes(response.status) ? this.#failures + 1 : FAILURES
      if (this.#failures < FAILURES) await pauses.backOff(retryAfter(response, clock.now()))
    } catch {
      // Offline, or a store that lets our site send and not read: the browser does not say which.
      this.#failures++
    }
    return {}
  }
}

/** Everything in the name of a statement that belongs to its guide. */
function ownQuery({actor, context}: Statement): string {
  const [guide] = context.contextActivities.grouping
  return queryFor({agent: JSON.stringify(actor), ...(guide && {activity: guide.id, related_activities: 'true'})})
}

function queryFor(query: Record<string, string>): string {
  return String(new URLSearchParams(query))
}
