import type {Statement} from '../../model/xapi/statement.js'
import type {Connection} from './connection.js'

/**
 * - `stored`: they are there, now or already.
 * - `refused`: something in them is not right, or they are too many at once.
 * - `later`: it is not about these statements: no connection, a busy store, a token that it does not take.
 */
export type PostResult =
  | {type: 'stored'}
  /** @property named - id of the one statement that the store speaks of, if it does */
  | {type: 'refused'; status: number; said: string; named?: string}
  | {type: 'later'; why: string; retryAfterMs: number}

/** Of what a store says about a refusal. Characters. */
const LONGEST_REASON = 500
/** An answer that is longer is not looked through for ids. Characters. */
const LONGEST_ANSWER = 100_000
/** Not well formed, in conflict with one of the same id, too much at once, or not understood. */
const ABOUT_STATEMENTS = [400, 409, 413, 422]

/** Asks a store to take statements. @param now - milliseconds since 1970 */
export async function post(connection: Connection, statements: readonly Statement[], now: number): Promise<PostResult> {
  try {
    const response = await connection.ask('statements', {method: 'POST', body: JSON.stringify(statements)})
    return await resultOf(response, statements, now)
  } catch (error) {
    return {type: 'later', why: String(error), retryAfterMs: 0}
  }
}

async function resultOf(response: Response, statements: readonly Statement[], now: number): Promise<PostResult> {
  const {ok, status} = response
  if (ok) {
    await response.arrayBuffer() // A reply that breaks off may be about statements that were not kept.
    return {type: 'stored'}
  }
  const answer = await response.text().catch(() => '')
  const said = answer.slice(0, LONGEST_REASON)
  if (ABOUT_STATEMENTS.includes(status)) return {type: 'refused', status, said, ...namedIn(answer, statements)}
  return {type: 'later', why: `${status} ${said}`.trim(), retryAfterMs: retryAfter(response, now)}
}

/** Stores that answer 409 name the first statement that they have; one that repeats all it was sent names none. */
function namedIn(answer: string, statements: readonly Statement[]): {named?: string} {
  const text = answer.slice(0, LONGEST_ANSWER).toLowerCase()
  const [named, ...others] = statements.filter(({id}) => text.includes(id))
  return named && others.length === 0 ? {named: named.id} : {}
}

/** How long a store asks us to wait. Milliseconds; 0 where it says nothing, or its site does not let us read it. */
export function retryAfter({headers}: Response, now: number): number {
  const said = headers.get('retry-after')
  if (!said) return 0
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now
  return ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : 0
}

/** A day: nobody means longer, and timers that are set for more than 24 days go off at once. */
const LONGEST_WAIT_MS = 86_400_000
