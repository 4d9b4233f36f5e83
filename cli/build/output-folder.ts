import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync,
} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {CommandError, reason} from '../terminal/command-error.js'
import {isSameOrInside, statsAt} from '../terminal/paths.js'

/** Every name a build writes at the top of its folder. Anything else there is somebody's own. */
const OURS = new RegExp('^(?:(?:guide|editions)\\.json|guide\\.css|(?:index|glossary|embed-this)\\.html|sitemap\\.xml'
  + '|embed\\.(?:html|css|js)|dsg(?:-[a-z]+)*\\.js|search\\.[a-z0-9]+\\.json'
  + '|chunks|alone|modules|pathways|frameworks|canvases|images|themes)$')
/** Ids from content are part of file names, and must not lead out of the folder. */
const PATH = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/

/** A path inside the folder, with slashes between its names. */
export interface OutputFile { path: string; body: string | Uint8Array }

/**
 * A folder that is replaced as a whole. The new one is made beside it, under a name that begins with a dot, and takes
 * its place at the end. A build that fails or is killed leaves either the old folder or the new one. If the whole machine
 * stops in the microseconds of the exchange, both are left beside the path, whole, and the next build brings the old one back.
 */
export class OutputFolder {
  readonly path: string
  readonly #draft: string
  readonly #replaced: string

  /**
   * @param contents - the folders the guide is read from, which must not be written over
   * @throws CommandError when the folder has anything in it that a build did not write
   */
  constructor(path: string, ...contents: string[]) {
    this.path = realPath(resolve(path))
    const place = (state: State): string => join(dirname(this.path), `${stem(this.path, state)}${process.pid}`)
    this.#draft = place('new')
    this.#replaced = place('old')
    for (const content of contents) refuseOverlap(this.path, realPath(resolve(content)))
    recover(this.path)
    refuseForeign(this.path)
  }

  /** Writes files into the draft, then puts it in the folder's place. Whatever goes wrong, no draft is left behind. */
  async replace(files: Iterable<OutputFile>): Promise<void> {
    try {
      for (const {path, body} of files) {
        if (!PATH.test(path)) throw new Error(`the guide names a file "${path}"`)
        const file = join(this.#draft, path)
        mkdirSync(dirname(file), {recursive: true})
        writeFileSync(file, body)
      }
      await swap(this.path, this.#draft, this.#replaced)
    } catch (error) {
      throw new CommandError(`"${this.path}" could not be written: ${reason(error)}. What was there is as it was.`)
    } finally {
      recover(this.path)
    }
  }
}

/**
 * Runs `swap-folders.mjs` as a process that lives on when this one is killed. It has our output streams, so a program that
 * reads what we print waits until the swap has ended.
 */
async function swap(...folders: [path: string, draft: string, replaced: string]): Promise<void> {
  const swapper = spawn(process.execPath, [fileURLToPath(new URL('swap-folders.mjs', import.meta.url)), ...folders], {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(swapper, 'close') as [number | null]
  if (code !== 0) throw new Error('the folder could not be put in its place')
}

type State = 'new' | 'old'

function stem(path: string, state: State): string {
  return `.${basename(path)}.dsg-${state}-`
}

/** Clears up after builds that were killed: brings the old folder back when it has no successor, removes drafts. */
function recover(path: string): void {
  const parent = dirname(path)
  if (!statsAt(parent)?.isDirectory()) return
  const leftBy = (state: State): string[] => readdirSync(parent).filter(name => name.startsWith(stem(path, state)))
  for (const old of leftBy('old')) if (!existsSync(path)) renameSync(join(parent, old), path)
  for (const state of ['old', 'new'] as const) {
    for (const name of leftBy(state)) {
      if (isOtherProcess(name.slice(stem(path, state).length))) continue
      rmSync(join(parent, name), {recursive: true, force: true})
    }
  }
}

/** Another build may be at work in the same place; its draft is not ours to remove. */
function isOtherProcess(pid: string): boolean {
  if (Number(pid) === process.pid) return false
  try {
    return process.kill(Number(pid), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function refuseOverlap(path: string, content: string): void {
  if (isSameOrInside(content, path)) {
    throw new CommandError(`"${path}" holds the content, and a build replaces the whole folder. Name another.`)
  }
  if (isSameOrInside(path, content)) {
    throw new CommandError(`"${path}" is inside the content folder, where the next build would read it. Name another.`)
  }
}

function refuseForeign(path: string): void {
  const stats = statsAt(path)
  if (!stats) return
  if (!stats.isDirectory()) throw new CommandError(`"${path}" is a file. Name a folder with --out.`)
  const names = readdirSync(path)
  if (!names.length) return
  if (!isPack(join(path, 'guide.json'))) {
    throw new CommandError(`"${path}" has files in it and no guide.json that dsg wrote. A build replaces the whole `
      + 'folder, so name a new or an empty one with --out.')
  }
  const foreign = names.find(name => !OURS.test(name))
  if (foreign !== undefined) {
    throw new CommandError(`"${join(path, foreign)}" was not written by dsg, and a build replaces the whole folder. `
      + 'Move it somewhere else, or name another folder with --out.')
  }
}

function isPack(file: string): boolean {
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof data === 'object' && data !== null && 'format' in data && data.format === 'dsg-guide'
  } catch {
    return false
  }
}

/**
 * A path with its links followed, as far as it exists. So when the output is a link, the folder that it leads to is replaced,
 * and the link stays.
 */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : join(realPath(parent), basename(path))
}
