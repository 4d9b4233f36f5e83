import type {SearchOptions, SearchResult} from '../../search/open-index.js'
import type {TermNames} from '../../search/synonyms.js'

/** The search of a guide, wherever it runs. */
export interface GuideSearch { search(query: string, options?: SearchOptions): Promise<SearchResult> }

/** A search file by its absolute address, and the glossary that goes with it. */
export interface SearchedFile { url: string; glossary: TermNames[] }

/** What the page asks of the worker: first to open a search file, then to search it. */
export type SearchRequest =
  | {open: SearchedFile}
  | {id: number; query: string; options: SearchOptions | undefined}

/** What the worker answers. */
export type SearchResponse = {isOpen: boolean} | {id: number; result: SearchResult}

/** As much of the browser's Trusted Types as is used here; TypeScript has none yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: {createScriptURL(): string}): {createScriptURL(input: string): string}
}

/** The worker stands beside this module, in the built scripts as in the package. The single file has no address. */
const HERE: string | undefined = import.meta.url
const WORKER = 'search-worker.js'
/** What a page with Trusted Types allows by `trusted-types lit-html dsg-search`. */
const POLICY = 'dsg-search'

/**
 * Opens a search file in a worker.
 *
 * @param lost - called when the worker breaks down later
 * @returns undefined when there can be no worker here, or it could not open the file: from another origin, from a disk,
 *   in the single file, where a security policy forbids it, or when anything else went wrong
 */
export async function workerSearch(file: SearchedFile, lost: () => void): Promise<GuideSearch | undefined> {
  const worker = startWorker()
  if (!worker) return undefined
  const asked = new WorkerSearch(worker)
  if (!await asked.open(file)) return undefined
  void asked.end.then(lost)
  return asked
}

/** A worker, and what it was asked and has not answered yet. */
class WorkerSearch implements GuideSearch {
  /** Settles when the worker can no longer be asked. */
  readonly end: Promise<void>
  readonly #worker: Worker
  readonly #pending = new Map<number, {resolve(result: SearchResult): void; reject(error: Error): void}>()
  #opened: (isOpen: boolean) => void = () => undefined
  #hasEnded = false
  #lastId = 0

  constructor(worker: Worker) {
    this.#worker = worker
    worker.addEventListener('message', ({data}: MessageEvent<SearchResponse>) => this.#receive(data))
    this.end = new Promise(resolve => {
      for (const type of ['error', 'messageerror']) worker.addEventListener(type, () => { resolve(this.#stop()) })
    })
  }

  open(file: SearchedFile): Promise<boolean> {
    return new Promise(resolve => {
      this.#opened = resolve
      this.#send({open: file})
    })
  }

  search(query: string, options?: SearchOptions): Promise<SearchResult> {
    return new Promise((resolve, reject) => {
      if (this.#hasEnded) return reject(stopped())
      this.#pending.set(++this.#lastId, {resolve, reject})
      this.#send({id: this.#lastId, query, options})
    })
  }

  #send(request: SearchRequest): void {
    this.#worker.postMessage(request)
  }

  #receive(response: SearchResponse): void {
    if ('isOpen' in response) {
      this.#opened(response.isOpen)
      if (!response.isOpen) this.#stop()
      return
    }
    this.#pending.get(response.id)?.resolve(response.result)
    this.#pending.delete(response.id)
  }

  #stop(): void {
    this.#hasEnded = true
    this.#worker.terminate()
    this.#opened(false)
    for (const {reject} of this.#pending.values()) reject(stopped())
    this.#pending.clear()
  }
}

function stopped(): Error {
  return new Error('The search stopped working. Search again: it then runs in the page, or starts anew.')
}

function startWorker(): Worker | undefined {
  if (!HERE || typeof Worker === 'undefined') return undefined
  const {href, origin} = new URL(WORKER, HERE)
  if (origin !== globalThis.origin || origin === 'null') return undefined
  try {
    return new Worker(trusted(href), {type: 'module'})
  } catch {
    return undefined
  }
}

/** The address as pages with Trusted Types want it. @throws TypeError when the page allows no such policy */
function trusted(address: string): string {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes}
  if (!trustedTypes) return address
  // The rule looks at nothing it is given: it can make this one address and no other.
  return trustedTypes.createPolicy(POLICY, {createScriptURL: () => address}).createScriptURL('')
}
