import {existsSync, realpathSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {CommandError} from '../terminal/command-error.js'
import {readContent, type Content} from './read-content.js'
import {isSameOrInside, statsAt} from '../terminal/paths.js'
import {slashed} from '../terminal/slashed.mjs'

/** The option `--with`, which names a folder that an organisation lays over the guide. */
export const WITH = {
  value: 'DIR', repeats: true, says: "an organisation's own folder, laid over the guide; may be given more than once",
} as const

/**
 * A content folder, and the folders an organisation lays over it: see `components/compile/guide/layers.ts`.
 *
 * @throws CommandError when one cannot be read, or when one is inside another
 */
export function readLayers(root: string, locals: readonly string[]): Content {
  refuseLocalAlone(root)
  const content = readContent(root)
  const places = [realPlace(root)]
  locals.forEach((local, n) => {
    const {files, diagnostics} = readContent(local)
    refuseOverlap(local, places)
    places.push(realPlace(local))
    const shown = (path: string): string => shownPath(root, local, path)
    content.files.push(...files.map(({path, text}) => ({path, text, layer: n + 1, shown: shown(path)})))
    content.diagnostics.push(...diagnostics.map(fault => ({...fault, file: shown(fault.file)})))
  })
  return content
}

/** How diagnostics name a file of a local folder: from the content folder, so that one root serves them all. */
export function shownPath(root: string, folder: string, path: string): string {
  return folder === root ? path : slashed(relative(resolve(root), resolve(folder, path)))
}

/** Refuses an organisation's folder as the guide itself: it makes sense only over a guide. */
function refuseLocalAlone(root: string): void {
  if (!existsSync(join(root, 'local.yaml')) || existsSync(join(root, 'guide.yaml'))) return
  throw new CommandError(
    `"${root}" is a folder of local additions. Name the guide first: dsg check content --with ${root}`)
}

function refuseOverlap(local: string, places: readonly string[]): void {
  const place = realPlace(local)
  if (!places.some(other => isSameOrInside(place, other) || isSameOrInside(other, place))) return
  throw new CommandError(`"${local}" is in another of the folders, or holds it, so its files would count twice. `
    + 'Keep local additions in a folder of their own.')
}

function realPlace(folder: string): string {
  return statsAt(folder) ? realpathSync(folder) : resolve(folder)
}
