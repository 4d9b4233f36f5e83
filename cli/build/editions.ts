import {createHash} from 'node:crypto'
import {lstatSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {CommandError} from '../terminal/command-error.js'
import {dayOf} from '../terminal/today.js'
import type {OutputFile} from './output-folder.js'

/**
 * A file of each built folder: the scripts and images that it has, and which of them are of an earlier build. Dates of files
 * would not do, because copying to a server changes them.
 */
export const EDITIONS_FILE = 'editions.json'

/**
 * Files that pages load late, under a name that changes with what they say. Texts are not among them: where the text that a page
 * knows is gone, it asks what has taken its place.
 */
const LATE = /^(?:chunks\/[a-z][\w-]*\.[\w-]{6,8}\.js|images\/[a-z0-9-]+\.(?<hash>[0-9a-f]{10})\.[a-z]+)$/
const DAY_MS = 24 * 60 * 60 * 1000

/** What a folder has of one file. */
interface Listed {
  /** SHA-256 of its bytes, in hexadecimal digits. */
  hash: string
  /** The day on which a build had it no more; missing while it is of the newest. */
  until?: string
}

interface Editions { format: 'dsg-editions'; version: 1; files: Record<string, Listed> }

/**
 * The files of a new build, and those that pages still ask for which were opened before it: each for so many days after the
 * build that first did without it. Only files that a build wrote are kept, as it wrote them.
 *
 * @param folder - what is there will be replaced; it may be missing
 * @param files - of the new build
 * @param today - such as 2026-11-23
 * @param days - 0 keeps nothing
 */
export function withEarlierFiles(folder: string, files: readonly OutputFile[], today: string, days: number): OutputFile[] {
  const listed = new Map<string, Listed>()
  for (const {path, body} of files) if (LATE.test(path)) listed.set(path, {hash: hashOf(body)})
  const earlier: OutputFile[] = []
  for (const [path, {hash, until = today}] of days > 0 ? filesIn(folder) : []) {
    // A day that is still to come was written by a clock that was wrong.
    const since = until < today ? until : today
    const body = listed.has(path) || daysFrom(since, today) > days ? undefined : bytesAt(join(folder, path))
    if (!body || hashOf(body) !== hash) continue
    listed.set(path, {hash, until: since})
    earlier.push({path, body})
  }
  const editions: Editions = {format: 'dsg-editions', version: 1, files: Object.fromEntries([...listed].sort(([a], [b]) => a < b ? -1 : 1))}
  return [...files, ...earlier, {path: EDITIONS_FILE, body: `${JSON.stringify(editions, undefined, 1)}\n`}]
}

/**
 * How many days `--keep-days` asks for.
 *
 * @throws CommandError when it is no number of days
 */
export function daysToKeep(written: string): number {
  if (/^\d{1,3}$/.test(written)) return Number(written)
  throw new CommandError(`"${written}" is not a number of days. Write a whole number up to 999, such as --keep-days 30.`)
}

/** What the folder says that it has. A build of an earlier version said nothing: there, the names are all there is to go by. */
function filesIn(folder: string): Iterable<[path: string, Listed]> {
  try {
    return Object.entries((JSON.parse(readFileSync(join(folder, EDITIONS_FILE), 'utf8')) as Editions).files).filter(isListed)
  } catch {
    return named(folder)
  }
}

/** Anybody can have written the file. */
function isListed([path, listed]: [string, Partial<Listed> | null]): boolean {
  return LATE.test(path) && typeof listed?.hash === 'string' && (listed.until === undefined || isDay(listed.until))
}

function isDay(written: unknown): boolean {
  try {
    return typeof written === 'string' && dayOf(written) === written
  } catch {
    return false
  }
}

function* named(folder: string): Generator<[path: string, Listed]> {
  for (const place of ['chunks', 'images']) {
    for (const name of namesIn(join(folder, place))) {
      const path = `${place}/${name}`
      const found = LATE.exec(path)
      const body = found && bytesAt(join(folder, path))
      if (!body) continue
      const hash = hashOf(body)
      if (hash.startsWith(found.groups?.hash ?? '')) yield [path, {hash}]
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** Undefined where there is no file, or a link, which can lead anywhere. */
function bytesAt(file: string): Buffer | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}

function hashOf(body: OutputFile['body']): string {
  return createHash('sha256').update(body).digest('hex')
}

function daysFrom(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / DAY_MS
}
