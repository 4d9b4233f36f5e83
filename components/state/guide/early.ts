/**
 * What the script tag asks for while an element's code is on its way, for the element to take when it is there. Both have
 * this file in their own, as one more file would be one more round trip, so what is asked for hangs on the page.
 */

/** Long enough for a slow ward connection, short enough that a learner hears of it. */
const TIME_LIMIT_MS = 30_000

const EARLY = Symbol.for('dsg early responses')

/** By address; undefined once it was taken, or is too old. */
const early = (globalThis as {[EARLY]?: Map<string, Promise<Response> | undefined>})[EARLY] ??= new Map()

/** @param fresh - ask the server whether it has changed, whatever the browser has kept */
export function ask(url: string, fresh?: boolean): Promise<Response> {
  return fetch(url, {cache: fresh ? 'no-cache' : undefined, signal: AbortSignal.timeout(TIME_LIMIT_MS)})
}

/**
 * Asks once for what is at an address, before anybody needs it.
 *
 * @param inside - what is there, where the page has it already
 */
export function askAhead(url: string, fresh?: boolean, inside?: string | null): void {
  if (early.has(url)) return
  const response = inside ? Promise.resolve(new Response(inside)) : ask(url, fresh)
  early.set(url, response)
  // The element hears of a fault when it takes the response, and tells the learner.
  response.catch(() => undefined)
  setTimeout(() => early.set(url, undefined), TIME_LIMIT_MS)
}

/** What was asked for ahead. It can be read once; the next time, the server is asked. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const response = early.get(url)
  early.set(url, undefined)
  return response
}
