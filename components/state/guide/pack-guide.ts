import type {Canvas} from '../../model/guide/canvas.js'
import type {Framework} from '../../model/guide/framework.js'
import type {Module} from '../../model/guide/module.js'
import {isNewerPack, manifestFile, moduleFile} from '../../model/pack/check-guide.js'
import type {GuideManifest, SearchText} from '../../model/pack/files.js'
import {fits, type AnyFields, type Fields} from '../../model/shape/shape.js'
import {faults, jsonAt, refused, scriptFor} from './fetch.js'
import {LoadError, type LoadedGuide} from './loaded-guide.js'
import {recordOf} from '../record/record.js'
import {keptNames, type KeptNames} from '../device/known-absent.js'
import {notThere, type GuidePartKind} from './not-there.js'
import type {RecordStore} from '../record/record.js'

/**
 * A guide that `dsg build` wrote.
 *
 * @param url - absolute address of its `guide.json`
 * @param recordFor - the learner's record of it; default the one of this page
 */
export async function loadPack(
  url: string, recordFor: (manifest: GuideManifest, kept: Promise<KeptNames>) => RecordStore = recordOf,
): Promise<LoadedGuide> {
  const kept = keptNames()
  const manifest = await manifestAt(url)
  return new PackGuide(url, manifest, recordFor(manifest, kept))
}

class PackGuide implements LoadedGuide {
  readonly base: string
  readonly record: RecordStore
  readonly #url: string
  #manifest: GuideManifest
  #renewing: Promise<GuideManifest> | undefined
  /** By address. A file's name changes with its content, so these never go out of date. */
  readonly #files = new Map<string, Promise<unknown>>()

  constructor(url: string, manifest: GuideManifest, record: RecordStore) {
    this.#url = url
    this.#manifest = manifest
    this.base = new URL('.', url).href
    this.record = record
  }

  get manifest(): GuideManifest { return this.#manifest }

  module(id: string): Promise<Module> {
    return this.#named('module', id, () => moduleFile)
  }

  framework(id: string): Promise<Framework> {
    return this.#named('framework', id, async url => (await rareShapes(url)).frameworkFile)
  }

  canvas(id: string): Promise<Canvas> {
    return this.#named('canvas', id, async url => (await rareShapes(url)).canvasFile)
  }

  searchText(): Promise<SearchText> {
    return this.#part(manifest => manifest.search, url =>
      checkedJson(url, async () => (await rareShapes(url)).searchFile))
  }

  #named<What extends GuidePartKind>(
    what: What, id: string, shape: ShapeFor<Pick<PartsByKind, What>>,
  ): Promise<PartsByKind[What]> {
    return this.#part(manifest => this.#fileOf(what, id, manifest), async url => {
      const part = (await checkedJson(url, shape))[what]
      if (part.id !== id) throw refused(url, [`expected ${what} "${id}", found "${part.id}"`])
      return part
    })
  }

  /**
   * Loads a file that the catalogue names. When it cannot be had, a newer edition may have taken its place. Not every server says
   * `not-found` then: some send their own page for what is missing, or an error that other sites may not read.
   */
  async #part<T>(nameIn: (manifest: GuideManifest) => string, read: (url: string) => Promise<T>): Promise<T> {
    const name = nameIn(this.#manifest)
    try {
      return await this.#once(name, read)
    } catch (error) {
      if (!(error instanceof LoadError) || error.isSlow) throw error
      const newName = nameIn(await this.#renew().catch((fault: LoadError) => {
        throw error.kind === 'not-found' || fault.kind === 'newer' ? fault : error
      }))
      if (newName === name) throw error
      return this.#once(newName, read)
    }
  }

  #once<T>(name: string, read: (url: string) => Promise<T>): Promise<T> {
    const url = new URL(name, this.base).href
    if (!url.startsWith(this.base)) return Promise.reject(refused(this.#url, [`"${name}" is not a file of this pack`]))
    const loading = this.#files.get(url) as Promise<T> | undefined
    if (loading) return loading
    const started = read(url)
    this.#files.set(url, started)
    started.catch(() => this.#files.delete(url))
    return started
  }

  /** Loads the catalogue again, once for all the files that turn out to be gone at the same time. */
  #renew(): Promise<GuideManifest> {
    this.#renewing ??= manifestAt(this.#url).then(manifest => {
      if (manifest.id !== this.#manifest.id) {
        throw refused(this.#url, [`expected guide "${this.#manifest.id}", found "${manifest.id}"`])
      }
      this.#manifest = manifest
      this.record.edition = manifest.edition
      return manifest
    }).finally(() => { this.#renewing = undefined })
    return this.#renewing
  }

  #fileOf(what: GuidePartKind, id: string, manifest: GuideManifest): string {
    const entries = manifest[LISTS[what]]
    return entries.find(entry => entry.id === id)?.file ?? notThere(what, id, entries, manifest.title, this.#url)
  }
}

interface PartsByKind { module: Module; framework: Framework; canvas: Canvas }
const LISTS = {module: 'modules', framework: 'frameworks', canvas: 'canvases'} as const

type ShapeFor<T> = (url: string) => Fields<T> | Promise<Fields<T>>

function rareShapes(url: string): Promise<typeof import('../../model/pack/check-parts.js')> {
  return scriptFor(url, () => import('../../model/pack/check-parts.js'))
}

async function manifestAt(url: string): Promise<GuideManifest> {
  const data = await jsonAt(url, {fresh: true})
  const {format} = Object(data) as Partial<GuideManifest>
  if (format !== 'dsg-guide') throw (await faults(url)).notAGuide(url, format)
  return checked(url, data, manifestFile)
}

/** @param shape - of what should be there */
async function checkedJson<T>(url: string, shape: ShapeFor<T>): Promise<T> {
  const [data, its] = await Promise.all([jsonAt(url), shape(url)])
  return checked(url, data, its)
}

async function checked<T>(url: string, data: unknown, its: Fields<T>): Promise<T> {
  if (isNewerPack(data)) {
    throw new LoadError('newer', url, `${url} was built by a newer version than this page's scripts can read. Reload `
      + 'the page. If that does not help, update the scripts on this page.')
  }
  if (fits(data, its as AnyFields)) return data as T
  const {fileProblems} = await scriptFor(url, () => import('../../model/pack/problems.js'))
  throw refused(url, fileProblems(data, its as AnyFields))
}
