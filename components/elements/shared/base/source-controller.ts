import type {ReactiveController, ReactiveControllerHost} from 'lit'
import type {LoadedGuide, LoadError, LoadFault} from '../../../state/guide/loaded-guide.js'

interface Host extends ReactiveControllerHost {
  readonly localName: string
  src?: string
  guide?: LoadedGuide
}

/** Where an element's guide comes from: loads what is at its `src`, and knows how its loads go. */
export class SourceController implements ReactiveController {
  /** Why the last load failed, or why the guide that came could not be drawn, and how to try the same again. */
  failure?: {kind: LoadFault; retry: () => void}

  /** How many loads are under way. */
  loading = 0

  readonly #host: Host
  readonly #get: (src: string) => Promise<LoadedGuide>
  #settled?: () => void
  #src?: string
  /** The newest request for a guide. */
  #request?: symbol

  /**
   * @param get - loads the guide at an address, or as much of it as the element shows
   * @param settled - called once, after the first guide was drawn and nothing is under way any more, or when nothing is to come
   */
  constructor(host: Host, get: (src: string) => Promise<LoadedGuide>, settled: () => void) {
    this.#host = host
    this.#get = get
    this.#settled = settled
    host.addController(this)
  }

  hostUpdate(): void {
    if (this.#host.src !== this.#src) this.reload()
  }

  hostUpdated(): void {
    const settled = this.#settled
    const {src, guide} = this.#host
    if (!settled || src && !guide || this.loading) return
    this.#settled = undefined
    // Only after the next frame is drawn, so that it does not delay what the learner came for.
    requestAnimationFrame(() => setTimeout(settled))
  }

  /** Runs a load. When it fails the learner sees why, and can try the same again. */
  async load(run: () => Promise<void>): Promise<void> {
    this.failure = undefined
    this.loading += 1
    this.#host.requestUpdate()
    try {
      await run()
    } catch (error) {
      // An `import()` rejects with a TypeError in every browser.
      this.fail((error as LoadError).kind ?? (error instanceof TypeError ? 'outdated' : 'failed'), error, run)
    }
    this.loading -= 1
    this.#host.requestUpdate()
  }

  /** The learner sees what went wrong, and can try it again; the page's owner finds the reason in the console. */
  fail(kind: LoadFault, error: unknown, run = () => Promise.resolve()): void {
    this.failure = {kind, retry: () => void this.load(run)}
    console.error(`<${this.#host.localName}> ${(error as Error).message}`)
  }

  /** Loads what is at `src` now. What was asked for before and comes later is not shown. */
  reload(): void {
    const {src} = this.#host
    const request = this.#request = Symbol()
    this.#src = src
    if (!src) return
    void this.load(async () => {
      try {
        const guide = await this.#get(src)
        if (request === this.#request) this.#host.guide = guide
      } catch (fault) {
        if (request === this.#request) throw fault
      }
    })
  }
}
