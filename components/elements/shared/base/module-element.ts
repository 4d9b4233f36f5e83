import type {PropertyValues} from 'lit'
import {property} from 'lit/decorators.js'
import type {Module} from '../../../model/guide/module.js'
import {loadAlone, wholeGuide} from '../../../state/guide/alone-guide.js'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import {DsgElement} from './element.js'
import {GuidePart, onlyModule} from './guide-part.js'

/** An element that shows one module, or something in it, and loads no more of a guide than that. */
export abstract class ModuleElement extends DsgElement {
  /** Id of the module. A `src` that is one markdown file needs none. */
  @property() module?: string

  readonly #module = new GuidePart<Module>(this, {
    list: ({modules}) => modules,
    wanted: manifest => this.module ?? onlyModule(manifest),
    get: (guide, id) => guide.module(id),
    opened: module => this.opened(module),
  })

  override willUpdate(changed: PropertyValues<this>): void {
    // `loadAlone` gives a guide that has one module only, so another module needs another load.
    if (changed.has('module') && this.src && !this.guide?.manifest.modules.some(({id}) => id === this.module)) {
      this.guide = undefined
      this.source.reload()
    }
    super.willUpdate(changed)
  }

  /** The module, once it is there. */
  protected get content(): Module | undefined { return this.#module.value }

  /** The guide has no such module. */
  protected get isMissing(): boolean { return this.#module.isMissing }

  /** Called when another module has loaded, before it is rendered. Its promise is a part of the load. */
  protected abstract opened(module: Module): void | Promise<void>

  protected override loadFrom(src: string): Promise<LoadedGuide> {
    return this.module ? loadAlone(src, this.module) : wholeGuide(src)
  }
}
