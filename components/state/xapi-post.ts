import type {Statement} from '../model/xapi-statement.js'

/** Where statements go. */
export interface Store {
  /** Absolute address that `statements` is added to, such as `https://lrs.example.nhs.uk/xapi/`. */
  endpoint: string
  /**
   * Value of the `Authorization` header, such as `Bearer …`. Asked for before the first statement and again when the
   * store does not take it any more, which `wasRefused` says.
   */
  authorization(wasRefused: boolean): string | Promise<string>
}

/**
 * - `stored`: they are there, now or already.
 * - `refused`: something in them is not right, or they are too many at once.
 * - `later`: it is not about these statements: no connection, a busy store, a token that it does not take.
 */
export type Answer =
  | {type: 'stored'}
  | {type: 'refused'; status: number; said: string}
  | {type: 'later'; why: string; retryAfterMs: number}

/** A store that has not answered by then has lost the request. Milliseconds. */
const TIME_LIMIT_MS = 30_000
/** Of what a store says about a refusal. Characters. */
const LONGEST_REASON = 500
/** Not well formed, in conflict with one of the same id, too much at once, or not understood. */
const ABOUT_STATEMENTS = [400, 409, 413, 422]

/** Asks a store to take statements. It remembers the token until the store does not take it. */
export class Poster {
  readonly #store: Store
  #token: string | undefined

  constructor(store: Store) {
    this.#store = store
  }

  async post(statements: readonly Statement[], now: number): Promise<Answer> {
    try {
      const body = JSON.stringify(statements)
      this.#token ??= await this.#store.authorization(false)
      let response = await this.#ask(body, this.#token)
      if (response.status === 401) {
        this.#token = undefined
        this.#token = await this.#store.authorization(true)
        response = await this.#ask(body, this.#token)
      }
      return await answerOf(response, now)
    } catch (error) {
      return {type: 'later', why: String(error), retryAfterMs: 0}
    }
  }

  #ask(body: string, authorization: string): Promise<Response> {
    return fetch(new URL('statements', this.#store.endpoint), {
      method: 'POST',
      headers: {authorization, 'content-type': 'application/json', 'x-experience-api-version': '1.0.3'},
      body,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      // The token is for this address and no other.
      redirect: 'error',
      // Goes on when the page is left. Browsers allow that for 64 KiB at a time, so not where it is not needed.
      keepalive: document.visibilityState === 'hidden',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    })
  }
}

async function answerOf(response: Response, now: number): Promise<Answer> {
  const {ok, status, headers} = response
  if (ok) {
    await response.arrayBuffer() // A reply that breaks off may be about statements that were not kept.
    return {type: 'stored'}
  }
  const said = (await response.text().catch(() => '')).slice(0, LONGEST_REASON)
  if (ABOUT_STATEMENTS.includes(status)) return {type: 'refused', status, said}
  return {type: 'later', why: `${status} ${said}`.trim(), retryAfterMs: retryAfter(headers.get('retry-after'), now)}
}

/** Seconds or a date, in milliseconds from now; 0 where the store says nothing, or its site does not let us read it. */
function retryAfter(said: string | null, now: number): number {
  if (!said) return 0
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now
  return ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : 0
}

/** A day: nobody means longer, and timers that are set for more than 24 days go off at once. */
const LONGEST_WAIT_MS = 86_400_000
