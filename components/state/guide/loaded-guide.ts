import type {Canvas} from '../../model/guide/canvas.js'
import type {Framework} from '../../model/guide/framework.js'
import type {GuideManifest, SearchText} from '../../model/pack/files.js'
import type {Module} from '../../model/guide/module.js'
import type {RecordStore} from '../record/record.js'

/**
 * A guide that elements can show: its catalogue at once, its pages and search text when they are asked for. One that was
 * loaded for a module alone has just that in its catalogue: to show more of it, load it with `loadGuide`.
 */
export interface LoadedGuide {
  /** The newest edition loaded. Read it again after `module()` and the like: a new one may have come out since. */
  readonly manifest: GuideManifest
  /** Absolute address of the folder that the guide's relative addresses (images) start from; ends in `/`. */
  readonly base: string
  readonly record: RecordStore
  /** One module with its pages. Loaded once; a failure is not kept, so asking again tries again. @throws LoadError */
  module(id: string): Promise<Module>
  /** One framework with its statements, loaded as a module is. @throws LoadError */
  framework(id: string): Promise<Framework>
  /** One canvas with its factors, loaded as a module is. @throws LoadError */
  canvas(id: string): Promise<Canvas>
  /** The text that search looks through, loaded as a module is. @throws LoadError */
  searchText(): Promise<SearchText>
}

/**
 * - `offline`: no answer came: no connection, or the browser or the other site did not allow the request.
 * - `not-found`: the address answers, but there is nothing there.
 * - `refused`: there is something, and it is not a guide, or is damaged or unsafe. `problems` lists why.
 * - `newer`: it was built by a newer version than this page's scripts can read.
 * - `failed`: anything else, such as an error at the server.
 */
export type LoadFault = 'offline' | 'not-found' | 'refused' | 'newer' | 'failed'

/** A guide, or a part of it, could not be loaded. The message says what, where, and what to do, in plain words. */
export class LoadError extends Error {
  override name = 'LoadError' // by hand: a minifier renames classes
  readonly kind: LoadFault
  /** Absolute address that was asked. */
  readonly url: string
  /** No answer came in the time that there was. */
  readonly isSlow: boolean = false
  /** What is wrong with the data, one sentence each; empty unless `kind` is `refused`. */
  readonly problems: readonly string[]

  constructor(kind: LoadFault, url: string, message: string, problems: readonly string[] = []) {
    super(message)
    this.kind = kind
    this.url = url
    this.problems = problems
  }
}
