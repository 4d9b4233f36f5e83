import type {ReactiveController} from 'lit'
import type {GuideManifest} from '../../../model/pack/files.js'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import type {DsgElement} from './element.js'

/** Which part of a guide an element shows, and how to get it. */
export interface PartSource<T> {
  /** What the guide has to choose from. */
  list(manifest: GuideManifest): readonly {id: string}[]
  /** Id of the one to show; undefined when the page names none and the guide has more than one. */
  wanted(manifest: GuideManifest): string | undefined
  get(guide: LoadedGuide, id: string): Promise<T>
  /** Called when another part has loaded, before it is rendered. Its promise is a part of the load. */
  opened?(part: T): void | Promise<void>
}

/** Keeps the part of the guide that an element shows: one module, one framework. */
export class GuidePart<T extends {id: string}> implements ReactiveController {
  value?: T
  /** The guide has nothing by that name. */
  isMissing = false

  readonly #host: DsgElement
  readonly #source: PartSource<T>
  #guide?: LoadedGuide
  #id?: string

  constructor(host: DsgElement, source: PartSource<T>) {
    this.#host = host
    this.#source = source
    host.addController(this)
  }

  hostUpdate(): void {
    const {guide} = this.#host
    const id = guide && this.#source.wanted(guide.manifest)
    if (!guide || guide === this.#guide && id === this.#id) return
    this.#guide = guide
    this.#id = id
    this.value = undefined
    this.isMissing = !this.#source.list(guide.manifest).some(each => each.id === id)
    if (id === undefined || this.isMissing) return
    void this.#host.source.load(async () => {
      const [part] = await Promise.all([this.#source.get(guide, id), guide.record.ready])
      // Meanwhile the element may have been given another guide, or asked for another part.
      if (guide !== this.#host.guide || id !== this.#source.wanted(guide.manifest)) return
      this.value = part
      await this.#source.opened?.(part)
      this.#host.requestUpdate()
    })
  }
}

/** A guide made of one markdown file has one module, which needs no naming. */
export function onlyModule({modules}: GuideManifest): string | undefined {
  return modules.length === 1 ? modules[0]!.id : undefined
}
