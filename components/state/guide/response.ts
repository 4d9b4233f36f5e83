import {ask, takeEarly, TIME_LIMIT_MS} from './early.js'
import {LoadError} from './loaded-guide.js'

/** What a server said, read to its end. */
export interface TextResponse { status: number; ok: boolean; text: string }

/**
 * Asks for what is at an address, or takes what was asked for ahead.
 *
 * @param fresh - ask the server whether it has changed, whatever the browser has kept
 * @throws LoadError of kind `offline`, when no response comes
 */
export async function responseFrom(url: string, {fresh}: {fresh?: boolean} = {}): Promise<TextResponse> {
  try {
    const response = await (takeEarly(url) ?? ask(url, fresh))
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
