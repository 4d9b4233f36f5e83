import {LoadError} from './loaded-guide.js'

/** Long enough for a slow ward connection, short enough that a learner hears of it. */
const TIME_LIMIT_MS = 30_000

/** By address; undefined once it was taken, or is too old. */
export type EarlyAnswers = Map<string, Promise<Response> | undefined>
const EARLY = Symbol.for('dsg early answers')

/** What a server said. */
export interface Answer { status: number; ok: boolean; text: string }

/**
 * Asks for what is at an address.
 *
 * @param fresh - ask the server whether it has changed, whatever the browser has kept
 * @throws LoadError of kind `offline`, when no answer comes
 */
export async function answerFrom(url: string, {fresh = false} = {}): Promise<Answer> {
  try {
    const response = await (earlyAnswer(url)
      ?? fetch(url, {cache: fresh ? 'no-cache' : 'default', signal: AbortSignal.timeout(TIME_LIMIT_MS)}))
    const {status, ok} = response
    return {status, ok, text: await response.text()}
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError'
    const fault = new LoadError('offline', url, isSlow
      ? `${url} did not answer within ${TIME_LIMIT_MS / 1000} seconds. Check your connection, then try again.`
      : `${url} could not be reached. Check your connection, then try again. If other parts of the page work, look in `
        + "the browser's console: the page's security policy, or the other site, may not allow the request.")
    throw Object.assign(fault, {isSlow})
  }
}

/** What `embed/dsg.ts` asked for before this code was here. It can be read once; the next time, the server is asked. */
function earlyAnswer(url: string): Promise<Response> | undefined {
  const answers = (globalThis as {[EARLY]?: EarlyAnswers})[EARLY]
  const answer = answers?.get(url)
  answers?.set(url, undefined)
  return answer
}
