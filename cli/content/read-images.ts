import {createHash} from 'node:crypto'
import {lstatSync, readFileSync, realpathSync} from 'node:fs'
import {basename, extname, join} from 'node:path'
import {readPicture} from '../../components/compile/pictures/picture.js'
import {isDeviceName, notPortable, sameOnWindows} from '../../components/compile/source/portable-names.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {fileFault} from './content-faults.js'
import {MAX_FILE_BYTES, megabytes} from './read-content.js'
import {shownPath} from './read-layers.js'
import {isInside} from '../terminal/paths.js'

export interface ImageAsset { url: string; width?: number; height?: number }

/** The images that content shows, found as the compiler asks for them. Those nobody asks for stay out of the pack. */
export class Images {
  /**
   * By address inside the pack, such as `images/smartcard.1f0c7a2b9e.png`. They are not the bytes of content: see `readPicture`.
   */
  readonly files = new Map<string, Uint8Array>()
  /** One for each image that cannot be used, however many pages show it. */
  readonly diagnostics: Diagnostic[] = []
  readonly #roots: readonly string[]
  /** Each path as it was first asked for. */
  readonly #spelt = new Map<string, string>()
  readonly #asked = new Map<string, ImageAsset | undefined>()

  /**
   * @param root - the content folder, which no image may be outside of
   * @param locals - folders laid over it, in their order
   */
  constructor(root: string, locals: readonly string[] = []) {
    this.#roots = [root, ...locals]
  }

  /**
   * The compiler's `asset` option; `path` is relative to the content folder. A file's images are those of its own
   * layer, or of the nearest layer below: a page that replaces another may go on showing its images.
   */
  readonly asset = (path: string, layer: number): ImageAsset | undefined => {
    for (let n = layer; n >= 0; n--) {
      const key = `${n}/${path}`
      if (!this.#asked.has(key)) this.#asked.set(key, this.#find(path, this.#roots[n]!))
      const found = this.#asked.get(key)
      if (found) return found
    }
    return undefined
  }

  /** Finds no image when the operating system refuses the path, for whatever reason. */
  #find(path: string, root: string): ImageAsset | undefined {
    try {
      return this.#read(path, root)
    } catch {
      return undefined
    }
  }

  #read(path: string, root: string): ImageAsset | undefined {
    // With a backslash, the image would be found on Windows, and by nobody who builds the same guide elsewhere.
    if (path.includes('\\')) return undefined
    const file = join(root, path)
    const stats = lstatSync(file, {throwIfNoEntry: false})
    // The file has to be inside the folder also when all links on the way are followed.
    if (!stats?.isFile() || !isInside(realpathSync(file), realpathSync(root))) return undefined
    const shown = shownPath(this.#roots[0]!, root, path)
    // The compiler is told that the image is there, so that it does not report the same image a second time.
    const refuse = (...faults: Diagnostic[]): ImageAsset => {
      this.diagnostics.push(...faults)
      return {url: basename(path)}
    }
    if (stats.size > MAX_FILE_BYTES) return refuse(fileFault('image-too-large', shown, megabytes(stats.size)))
    const fault = notPortable(path)
    if (fault) return refuse(fileFault('file-name-not-portable', shown, fault))
    const first = this.#spelt.get(sameOnWindows(path)) ?? path
    this.#spelt.set(sameOnWindows(path), first)
    if (first !== path) return refuse(fileFault('file-name-twice', shown, first))
    const picture = readPicture(readFileSync(file), shown)
    if ('diagnostics' in picture) return refuse(...picture.diagnostics)

    const {bytes, extension, width, height} = picture
    const name = basename(path, extname(path)).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const url = `images/${name && !isDeviceName(name) ? name : `image${name && `-${name}`}`}.${hash}.${extension}`
    this.files.set(url, bytes)
    return {url, width, height}
  }
}
