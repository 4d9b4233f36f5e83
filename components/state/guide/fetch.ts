import {responseFrom} from './response.js'
import {LoadError} from './loaded-guide.js'

/**
 * The text at an address.
 *
 * @param options - see `responseFrom`
 * @throws LoadError and nothing else
 */
export async function textAt(url: string, options?: {fresh?: boolean}): Promise<string> {
  const {status, ok, text} = await responseFrom(url, options)
  if (status === 404 || status === 410) {
    throw new LoadError('not-found', url, `There is nothing at ${url} (status ${status}). Check the address.`)
  }
  if (!ok) {
    throw new LoadError('failed', url, `${url} answered with an error (status ${status}). Try again later, or `
      + 'ask whoever looks after that site.')
  }
  if (/^\s*<(!doctype|html)\b/i.test(text)) {
    throw refused(url, ['expected a guide, found a web page: the site may show its own page for a missing file'])
  }
  return text
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
