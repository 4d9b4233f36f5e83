import type {Canvas, CanvasPackFile} from '../model/canvas.js'
import {
  canvasFileProblems, frameworkFileProblems, isNewerPack, manifestProblems, moduleFileProblems, searchFileProblems,
} from '../model/check-pack.js'
import type {Framework, FrameworkFile} from '../model/framework.js'
import type {GuideManifest, ModuleFile, SearchFile, SearchSection} from '../model/guide.js'
import type {Module} from '../model/module.js'
import {jsonAt, refused} from './fetch-part.js'
import {LoadError, notThere} from './guide.js'
import type {LoadedGuide, Part} from './guide.js'
import {recordOf} from './guide-record.js'
import type {RecordStore} from './record-store.js'

/** A guide that `dsg build` wrote. @param url - absolute address of its `guide.json` */
export async function loadPack(url: string): Promise<LoadedGuide> {
  return new PackGuide(url, await manifestAt(url))
}

class PackGuide implements LoadedGuide {
  readonly base: string
  readonly record: RecordStore
  readonly #url: string
  #manifest: GuideManifest
  #renewing: Promise<GuideManifest> | undefined
  /** By address: a file's name changes with what it says. */
  readonly #files = new Map<string, Promise<unknown>>()

  constructor(url: string, manifest: GuideManifest) {
    this.#url = url
    this.#manifest = manifest
    this.base = new URL('.', url).href
    this.record = recordOf(manifest)
  }

  get manifest(): GuideManifest { return this.#manifest }

  module(id: string): Promise<Module> {
    return this.#part(({title, modules}) => this.#fileOf('module', id, modules, title), async url => {
      const {module} = await checkedJson<ModuleFile>(url, moduleFileProblems)
      if (module.id !== id) throw refused(url, [`expected module "${id}", found "${module.id}"`])
      return module
    })
  }

  framework(id: string): Promise<Framework> {
    return this.#part(({title, frameworks}) => this.#fileOf('framework', id, frameworks, title), async url => {
      const {framework} = await checkedJson<FrameworkFile>(url, frameworkFileProblems)
      if (framework.id !== id) throw refused(url, [`expected framework "${id}", found "${framework.id}"`])
      return framework
    })
  }

  canvas(id: string): Promise<Canvas> {
    return this.#part(({title, canvases}) => this.#fileOf('canvas', id, canvases, title), async url => {
      const {canvas} = await checkedJson<CanvasPackFile>(url, canvasFileProblems)
      if (canvas.id !== id) throw refused(url, [`expected canvas "${id}", found "${canvas.id}"`])
      return canvas
    })
  }

  sections(): Promise<SearchSection[]> {
    return this.#part(manifest => manifest.search, async url =>
      (await checkedJson<SearchFile>(url, searchFileProblems)).sections)
  }

  /** Loads a file that the catalogue names. When it is gone, a newer edition may have taken its place. */
  async #part<T>(nameIn: (manifest: GuideManifest) => string, read: (url: string) => Promise<T>): Promise<T> {
    const name = nameIn(this.#manifest)
    try {
      return await this.#once(name, read)
    } catch (error) {
      if (!(error instanceof LoadError) || error.kind !== 'not-found') throw error
      const newName = nameIn(await this.#renew())
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

  #fileOf(what: Part, id: string, entries: readonly {id: string; file: string}[], title: string): string {
    return entries.find(entry => entry.id === id)?.file ?? notThere(what, id, entries, title, this.#url)
  }
}

function manifestAt(url: string): Promise<GuideManifest> {
  return checkedJson<GuideManifest>(url, manifestProblems, {fresh: true})
}

/** @param problemsOf - makes sure that the data has type T */
async function checkedJson<T>(
  url: string, problemsOf: (data: unknown) => string[], options?: {fresh?: boolean},
): Promise<T> {
  const data = await jsonAt(url, options)
  if (isNewerPack(data)) {
    throw new LoadError('newer', url, `${url} was built by a newer version than this page's scripts can read. Reload `
      + 'the page. If that does not help, update the scripts on this page.')
  }
  const problems = problemsOf(data)
  if (problems.length) throw refused(url, problems)
  return data as T
}
