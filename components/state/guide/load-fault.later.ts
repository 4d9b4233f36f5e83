/**
 * Why no guide came, as far as it can be known. It is fetched when something has gone wrong. The reader sees no guess, and the
 * message, which is for whoever looks after the page, names the address and what to mend.
 */
import {LoadError} from './loaded-guide.js'
import {read, type TextResponse} from './response.js'

/** A page asks for this while somebody waits for a message. */
const LIMIT_MS = 10_000

/** Browsers tell of a policy within milliseconds of what it forbids. */
const POLICY_MS = 500

/** Statuses of a site that wants to know first who is asking; the last is that of a network which does. */
const NEEDS_SIGN_IN = [401, 403, 407, 511]

/** Where a page is. Its `origin` is "null" where the browser gives it none, as in a sandbox. */
export type PagePlace = Pick<Location, 'protocol' | 'hostname' | 'origin'>

/** This page, or the one that a frame without an address of its own is in. */
export function thisPage(): PagePlace {
  const {origin} = globalThis
  const {protocol, hostname} = origin === 'null' ? location : new URL(origin)
  return {protocol, hostname, origin}
}

/** What is known of a request that no answer came to. */
export interface NoAnswer {
  /** Directive of the page's security policy that forbids the request. */
  directive?: string
  /** The address leads on to another one. */
  leadsOn?: boolean
  /** The server answers, if what it says need not be read. */
  isThere?: boolean
}

/**
 * Asks once more, where no answer came: most often the network was away for a moment. If it fails again, finds out what can be
 * known, and asks no other server.
 *
 * @param url - absolute
 * @throws LoadError
 */
export async function askAgain(url: string): Promise<TextResponse> {
  const forbidden = forbiddenBy(url)
  const page = thisPage()
  const response = await asked(url, {cache: 'no-cache'})
  if (response) return read(url, response)
  const leadsOn = (await asked(url, {redirect: 'manual'}))?.type === 'opaqueredirect'
  // Nothing of the reader goes with it: the answer cannot be read, and only whether there is one counts.
  const isThere = !leadsOn && new URL(url).origin !== page.origin
    && Boolean(await asked(url, {mode: 'no-cors', credentials: 'omit'}))
  throw noAnswer(url, {leadsOn, isThere, directive: leadsOn || isThere ? undefined : await forbidden()}, page)
}

/** Listens for what the page's policy forbids. @returns the directive; browsers tell of it a little later */
function forbiddenBy(url: string): () => Promise<string | undefined> {
  const heard = new Promise<string>(resolve => {
    addEventListener('securitypolicyviolation', ({disposition, blockedURI, effectiveDirective}) => {
      if (disposition === 'enforce' && url.startsWith(blockedURI)) resolve(effectiveDirective)
    }, {signal: AbortSignal.timeout(3 * LIMIT_MS)})
  })
  return () => Promise.race([heard, new Promise<undefined>(resolve => setTimeout(resolve, POLICY_MS))])
}

function asked(url: string, options: RequestInit): Promise<Response | undefined> {
  return fetch(url, {cache: 'no-store', ...options, signal: AbortSignal.timeout(LIMIT_MS)}).catch(() => undefined)
}

/** What to say of a request that no answer came to. @param url - absolute */
export function noAnswer(url: string, {directive, leadsOn, isThere}: NoAnswer, page: PagePlace): LoadError {
  const {protocol, hostname, origin} = new URL(url)
  const blocked = (why: string) => new LoadError('not-set-up', url, `${url} ${why}`)
  if (page.protocol === 'https:' && protocol === 'http:' && !isThisComputer(hostname)) {
    return blocked('is not asked for, because it begins with http: and this page with https:. Put the guide on a site with https.')
  }
  if (leadsOn) {
    return new LoadError('instead', url, `${url} leads on to another address, which this page may not read: often a page to sign `
      + 'in at. Let readers of this page have the guide without it, or have them sign in there first.')
  }
  if (directive) {
    return blocked(`is not asked for, because this page's security policy forbids it (${directive}). Add ${origin} to `
      + `${directive} in the header Content-Security-Policy of this page.`)
  }
  if (isThere) {
    return blocked(`is there, and its server does not let this site read it. Have it send the header Access-Control-Allow-Origin: ${
      page.origin === 'null' ? '*' : page.origin} with all files of the guide.`)
  }
  if (isThisComputer(hostname) && !isThisComputer(page.hostname)) {
    return blocked(`could not be reached: ${hostname} is the computer of whoever reads this page. Give the address of the guide `
      + 'on a web server.')
  }
  return new LoadError('unreachable', url, `${url} could not be reached. Open it in a tab of its own. If it is there, look in `
    + "the browser's console: an extension or the network may not allow the request. If not, correct the address, or start its server.")
}

/** What to say of an answer that is no guide. @param url - absolute */
export function wrongAnswer(url: string, {status, ok, text, ledTo}: TextResponse): LoadError {
  if (status === 404 || status === 410) {
    return new LoadError('not-found', url, `There is nothing at ${url} (status ${status}). Check the address.`)
  }
  if (NEEDS_SIGN_IN.includes(status)) {
    return new LoadError('instead', url, `${url} is not given to this reader (status ${status}). Let readers of this page have `
      + 'it, or have them sign in there first.')
  }
  if (!ok) {
    return new LoadError('failed', url, `${url} answered with an error (status ${status}). Try again later, or `
      + 'ask whoever looks after that site.')
  }
  const damaged = (what: string, mend = 'Copy the whole folder of the guide again.') =>
    new LoadError('refused', url, `${url} ${what}. ${mend}`, [what])
  if (!text.trim()) return damaged('is empty')
  // Two bytes that no text in UTF-8 begins with, or a zero after each letter.
  if (/^\ufffd\ufffd|^.?\0/.test(text)) return damaged('is not in UTF-8', 'Save it as UTF-8, or copy it again as it was built.')
  if (isMarkup(text)) {
    return new LoadError('instead', url, `${url} is a web page, and not a guide${ledTo ? `: the site led on to ${bare(ledTo)}` : ''}. `
      + 'If it is the page of a site for what is not there, correct the address. If it is a page to sign in at, let readers have '
      + 'the guide without it, or have them sign in first.')
  }
  if (/^\s*[[{]/.test(text)) return damaged(`is damaged: ${jsonFault(text)}`)
  return new LoadError('not-found', url, `${url} is not a guide: it begins with "${text.trim().slice(0, 30)}". Give the address of `
    + 'the folder that a guide was built in, or of a markdown file (.md).')
}

/** What to say of data that is of another kind. @param format - what it says it is */
export function notAGuide(url: string, format: unknown): LoadError {
  const what = typeof format === 'string' && format.startsWith('dsg-') ? `another file of a guide ("${format}")` : 'something else'
  return new LoadError('not-found', url, `${url} is not a guide, but ${what}: expected "format": "dsg-guide". Give the address of `
    + 'the folder that the guide was built in.')
}

/** What to say of words that are not the address of anything on the web. */
export function notAnAddress(src: string, page: PagePlace): LoadError {
  const mend = page.protocol === 'file:' ? 'This page was opened from a disk, where it may read no other file. Open it from a web server.'
    : 'Give the address of a guide.json or of a markdown file (.md), complete or relative to the page.'
  return new LoadError('not-found', src, `"${src}" is not an address that a guide can be loaded from. ${mend}`)
}

/** A web page, whatever comes before its first element; no guide and no JSON begins so. */
function isMarkup(text: string): boolean {
  return /^\s*</.test(text)
}

function isThisComputer(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

function jsonFault(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

/** Without what comes after it, which may be a secret of the reader's. */
function bare(address: string): string {
  const {origin, pathname} = new URL(address)
  return origin + pathname
}

