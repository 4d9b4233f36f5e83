import {LoadError} from './guide.js'

/** Long enough for a slow ward connection, short enough that a learner hears of it. */
const TIME_LIMIT_MS = 30_000

/** By address; undefined once it was taken, or is too old. */
export type EarlyAnswers = Map<string, Promise<Response> | undefined>
const EARLY = Symbol.for('dsg early answers')

/**
 * The text at an address.
 *
 * @param fresh - ask the server whether it has changed, whatever the browser has kept
 * @throws LoadError and nothing else
 */
export async function textAt(url: string, {fresh = false} = {}): Promise<string> {
  let response: Response
  let text: string
  try {
    response = await (earlyAnswer(url)
      ?? fetch(url, {cache: fresh ? 'no-cache' : 'default', signal: AbortSignal.timeout(TIME_LIMIT_MS)}))
    text = await response.text()
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError'
    throw new LoadError('offline', url, isSlow
      ? `${url} did not answer within ${TIME_LIMIT_MS / 1000} seconds. Check your connection, then try again.`
      : `${url} could not be reached. Check your connection, then try again. If other parts of the page work, look in `
        + "the browser's console: the page's security policy, or the other site, may not allow the request.")
  }
  if (response.status === 404 || response.status === 410) {
    throw new LoadError('not-found', url, `There is nothing at ${url} (status ${response.status}). Check the address.`)
  }
  if (!response.ok) {
    throw new LoadError('failed', url, `${url} answered with an error (status ${response.status}). Try again later, or `
      + 'ask whoever looks after that site.')
  }
  if (/^\s*<(!doctype|html)\b/i.test(text)) {
    throw refused(url, ['expected a guide, found a web page: the site may show its own page for a missing file'])
  }
  return text
}

/** What `embed/dsg.ts` asked for before this code was here. It can be read once; the next time, the server is asked. */
function earlyAnswer(url: string): Promise<Response> | undefined {
  const answers = (globalThis as {[EARLY]?: EarlyAnswers})[EARLY]
  const answer = answers?.get(url)
  answers?.set(url, undefined)
  return answer
}

/** The data in a JSON file. @throws LoadError */
export async function jsonAt(url: string, options?: {fresh?: boolean}): Promise<unknown> {
  const text = await textAt(url, options)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw refused(url, [`expected JSON: ${(error as Error).message}`])
  }
}

/**
 * Fetches a part of our scripts that only this guide needs.
 *
 * @throws LoadError and nothing else
 */
export async function scriptFor<T>(url: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    throw new LoadError('failed', url, `${url} cannot be shown, because a part of our scripts did not load `
      + `(${String(error)}). Check that all files of the scripts' folder were copied.`)
  }
}

/** What is at `url` is not what a build writes. */
export function refused(url: string, problems: readonly string[]): LoadError {
  return new LoadError('refused', url, `What is at ${url} is not shown, because it is damaged or not a guide: `
    + `${problems.join('; ')}. Build the guide again and copy the whole folder.`, problems)
}
