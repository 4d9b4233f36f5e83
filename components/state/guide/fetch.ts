import {responseFrom, type TextResponse} from './response.js'
import {LoadError} from './loaded-guide.js'

/** How long the code that knows more of a fault may take to come, where the network is at fault. */
const LIMIT_MS = 10_000

/**
 * The text at an address.
 *
 * @param options - see `responseFrom`
 * @throws LoadError and nothing else
 */
export async function textAt(url: string, options?: {fresh?: boolean}): Promise<string> {
  const response = await responseFrom(url, options).catch(askAgain)
  if (response.ok && !/^\s*<(!doctype|html)\b/i.test(response.text)) return response.text
  throw (await faults(url)).wrongAnswer(url, response)
}

/** The data in a JSON file. @throws LoadError */
export async function jsonAt(url: string, options?: {fresh?: boolean}): Promise<unknown> {
  const text = await textAt(url, options)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw (await faults(url)).wrongAnswer(url, {status: 200, ok: true, text})
  }
}

/** The code that says what went wrong. @throws LoadError */
export function faults(url: string): Promise<typeof import('./load-fault.later.js')> {
  return scriptFor(url, () => import('./load-fault.later.js'))
}

/** No answer came. Without the code that knows more, no more is said. */
async function askAgain(fault: LoadError): Promise<TextResponse> {
  if (fault.kind !== 'unreachable') throw fault
  const late = new Promise<undefined>(resolve => setTimeout(resolve, LIMIT_MS))
  const code = await Promise.race([faults(fault.url).catch(() => undefined), late])
  if (!code) throw fault
  return code.askAgain(fault.url)
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
    throw new LoadError('outdated', url, `${url} cannot be shown, because a part of our scripts did not load `
      + `(${String(error)}). Check that all files of the scripts' folder were copied.`)
  }
}

/** What is at `url` is not what a build writes. */
export function refused(url: string, problems: readonly string[]): LoadError {
  return new LoadError('refused', url, `What is at ${url} is not shown, because it is damaged or not a guide: `
    + `${problems.join('; ')}. Build the guide again and copy the whole folder.`, problems)
}
