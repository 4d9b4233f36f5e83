import {readModule, type ReadModule} from '../files/module.js'
import type {Asset, FoundLink, ReadOptions} from '../markdown/reading.js'
import type {Report} from '../source/report.js'
import type {SourceText} from '../source/source-text.js'

/**
 * Modules as they were read, by their texts. Whoever compiles a guide again after each edit keeps them from one time to
 * the next, and gives files that have not changed as the same objects.
 */
export type KeptModules = WeakMap<SourceText, KeptModule>

interface KeptModule {
  read: ReadModule
  options: ReadOptions
  folder: string | undefined
  /** Switching a module off takes links away. */
  links: readonly FoundLink[]
  /** What was known of the images: those can change when the text does not. */
  images: readonly {path: string; layer: number; found: Asset | undefined}[]
}

/**
 * The module of a file, read or as it was kept. Only modules without a fault are kept: there is nothing to report again, and
 * all their ids are written in the file, so that none depends on which ids other files use.
 */
export function keptModule(
  report: Report, options: ReadOptions, folder: string | undefined, modules: KeptModules,
): ReadModule | undefined {
  const kept = modules.get(report.source)
  if (kept && isAsItWas(kept, options, folder)) {
    const {reading} = kept.read
    reading.report = report
    reading.links.splice(0, Infinity, ...kept.links)
    return kept.read
  }
  const images: KeptModule['images'][number][] = []
  const asset = options.asset && ((path: string, layer: number): Asset | undefined => {
    const found = options.asset!(path, layer)
    images.push({path, layer, found})
    return found
  })
  const read = readModule(report, {...options, asset}, folder)
  if (read && !report.count) modules.set(report.source, {read, options, folder, links: [...read.reading.links], images})
  return read
}

/** Asks for the images again as well: `asset` also notes which of them the guide shows. */
function isAsItWas({options, folder, images}: KeptModule, now: ReadOptions, nowIn: string | undefined): boolean {
  const same = options.lang === now.lang && options.standalone === now.standalone && folder === nowIn
    && (options.asset === undefined) === (now.asset === undefined)
  return same && images.every(({path, layer, found}) => (
    JSON.stringify(now.asset?.(path, layer)) === JSON.stringify(found)))
}
