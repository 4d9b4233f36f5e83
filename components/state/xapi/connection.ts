/** A learning record store. */
export interface LearningRecordStore {
  /** Absolute address that `statements` and `activities/state` are added to, such as `https://lrs.example.nhs.uk/xapi/`. */
  endpoint: string
  /**
   * Value of the `Authorization` header, such as `Bearer …`. Asked for before the first request and again when the
   * store does not take it any more, which `wasRefused` says.
   */
  authorization(wasRefused: boolean): string | Promise<string>
}

/** A store that has not answered by then has lost the request. Milliseconds. */
const TIME_LIMIT_MS = 30_000
/** Characters, each at most 3 bytes: a request that outlives its page may have 64 KiB. */
const OUTLIVES_ITS_PAGE = 21_000

export interface StoreRequest { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: string; headers?: Record<string, string> }

/** Asks a store. It remembers the token until the store does not take it. */
export class Connection {
  readonly #store: LearningRecordStore
  #token: string | undefined

  constructor(store: LearningRecordStore) {
    this.#store = store
  }

  /**
   * @param path - below the store's endpoint, or an address that the store gave
   * @throws when there is no answer, or no token; when the address is at another site
   */
  async ask(path: string, request: StoreRequest): Promise<Response> {
    this.#token ??= await this.#store.authorization(false)
    const response = await this.#send(path, request, this.#token)
    if (response.status !== 401) return response
    this.#token = undefined
    this.#token = await this.#store.authorization(true)
    return this.#send(path, request, this.#token)
  }

  #send(path: string, {method, body, headers}: StoreRequest, authorization: string): Promise<Response> {
    const address = new URL(path, this.#store.endpoint)
    // The token is for this address and no other.
    if (address.origin !== new URL(this.#store.endpoint).origin) throw new TypeError(`"${path}" is at another site.`)
    return fetch(address, {
      method,
      headers: {
        authorization, 'x-experience-api-version': '1.0.3', ...(body && {'content-type': 'application/json'}), ...headers,
      },
      ...(body && {body}),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      // Goes on when the page is left. Browsers allow that for little at a time, so not where it is not needed.
      keepalive: document.visibilityState === 'hidden' && (body?.length ?? 0) < OUTLIVES_ITS_PAGE,
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    })
  }
}
