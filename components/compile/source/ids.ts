import {isDeviceName} from './portable-names.js'
import {UNSEEN} from '../../model/formats/signs.js'
import {textHash} from '../../model/ids/text-hash.js'

/** Ids stand in addresses, file names and records: lower case letters, digits, single hyphens. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** Long enough to be told apart in a list of ids, short enough to read aloud. */
const LONGEST_SLUG = 60

export function isId(text: string): boolean {
  return text.length <= 100 && ID.test(text) && !isDeviceName(text)
}

/** What to write in place of what is no id. */
export function idAdvice(text: string): string {
  if (isDeviceName(text)) return `Windows keeps this name for itself. Use another, such as ${slug(`${text} page`)}.`
  return `Use small letters, digits and single hyphens${text ? `, such as ${slug(text)}` : ''}.`
}

/** Frameworks number their domains in capitals: `D6`. */
export function isDomainId(text: string): boolean {
  return isId(text.toLowerCase())
}

/** Words as an id: `What is "phishing"?` gives `what-is-phishing`. Words in other scripts give a fingerprint. */
export function slug(words: string): string {
  const plain = words.slice(0, 1_000).replace(UNSEEN, '').normalize('NFKD').replace(/[\u0300-\u036f'\u2019]/g, '').toLowerCase()
  const joined = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (!joined) return `x-${textHash(words)}`
  if (joined.length <= LONGEST_SLUG) return joined
  const cut = joined.slice(0, LONGEST_SLUG + 1)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, LONGEST_SLUG)
}

/** Ids that are in use. */
export class Ids {
  readonly #ids = new Set<string>()
  /** Where to go on counting, so that ten thousand headings of one name are not counted from 2 each. */
  readonly #next = new Map<string, number>()

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  add(id: string): void {
    this.#ids.add(id)
  }

  /** A slug of these words that is not in use; it is then. The second of a name ends in `-2`. */
  claim(words: string): string {
    const base = slug(words)
    let id = base
    let n = this.#next.get(base) ?? 2
    while (this.#ids.has(id)) id = `${base}-${n++}`
    this.#next.set(base, n)
    this.#ids.add(id)
    return id
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#ids.values()
  }
}

/**
 * Every id that is written in some files, so that a made-up one never clashes with them. Finds too many rather than too
 * few: an id inside a code block is avoided as well.
 */
export function writtenIds(texts: Iterable<string>): Ids {
  const ids = new Ids()
  for (const text of texts) {
    for (const match of text.matchAll(/\bid:[ \t]*["']?([A-Za-z0-9_-]{1,100})/g)) ids.add(match[1]!.toLowerCase())
  }
  return ids
}
