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
 * - `offline`: the device says that it is not connected.
 * - `unreachable`: no answer came, and no more is known.
 * - `not-set-up`: the other site, or this page, does not let the browser show it here, or its address is only for its author.
 * - `instead`: something else came, such as a page to sign in at, or the server wants to know first who is asking.
 * - `not-found`: there is nothing at the address, or nothing of ours.
 * - `refused`: there is something of ours that is damaged or unsafe, or a guide that cannot be drawn. `problems` lists why.
 * - `newer`: it was built by a newer version than this page's scripts can read.
 * - `outdated`: a part of our scripts did not come. Most browsers never ask for it again, so the page has to be loaded again.
 * - `failed`: anything else, such as an error at the server.
 */
export type LoadFault =
  'offline' | 'unreachable' | 'not-set-up' | 'instead' | 'not-found' | 'refused' | 'newer' | 'outdated' | 'failed'

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
