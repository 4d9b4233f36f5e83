import {ask, takeEarly} from './early.js'
import {LoadError} from './loaded-guide.js'

/** What a server said, read to its end. */
export interface TextResponse {
  status: number
  ok: boolean
  text: string
  /** The address that the one asked led on to. */
  ledTo?: string
}

/**
 * Asks for what is at an address, or takes what was asked for ahead.
 *
 * @param fresh - ask the server whether it has changed, whatever the browser has kept
 * @throws LoadError of kind `offline` or `unreachable` when no response comes, and `failed` when it comes too late or in part
 */
export async function responseFrom(url: string, {fresh}: {fresh?: boolean} = {}): Promise<TextResponse> {
  return read(url, takeEarly(url) ?? ask(url, fresh))
}

/** @throws LoadError as `responseFrom` does */
export async function read(url: string, asked: Response | Promise<Response>): Promise<TextResponse> {
  let response
  try {
    response = await asked
    const {status, ok, redirected} = response
    return {status, ok, text: await response.text(), ...(redirected && {ledTo: response.url})}
  } catch (error) {
    const isSlow = (error as Error).name === 'TimeoutError'
    const kind = !navigator.onLine ? 'offline' : isSlow || response ? 'failed' : 'unreachable'
    throw Object.assign(new LoadError(kind, url, `${url} did not come: ${String(error)}`), {isSlow})
  }
}
