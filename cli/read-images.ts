import {createHash} from 'node:crypto'
import {lstatSync, readFileSync, realpathSync} from 'node:fs'
import {basename, extname, join, sep} from 'node:path'
import type {Diagnostic} from '../components/model/diagnostic.js'
import {fileFault} from './content-faults.js'
import {imageFacts} from './image-size.js'
import {MAX_FILE_BYTES, megabytes} from './read-content.js'

export interface ImageAsset { url: string; width?: number; height?: number }

/** The images that content shows, found as the compiler asks for them. Those nobody asks for stay out of the pack. */
export class Images {
  /** By address inside the pack, such as `images/smartcard.1f0c7a2b9e.png`. */
  readonly files = new Map<string, Buffer>()
  /** One for each image that cannot be used, however many pages show it. */
  readonly diagnostics: Diagnostic[] = []
  readonly #root: string
  readonly #asked = new Map<string, ImageAsset | undefined>()

  /** @param root - the content folder, which no image may be outside of */
  constructor(root: string) {
    this.#root = root
  }

  /** The compiler's `asset` option; `path` is relative to the content folder. */
  readonly asset = (path: string): ImageAsset | undefined => {
    if (!this.#asked.has(path)) this.#asked.set(path, this.#find(path))
    return this.#asked.get(path)
  }

  /** A path that the operating system cannot take leads to no image, whatever its complaint. */
  #find(path: string): ImageAsset | undefined {
    try {
      return this.#read(path)
    } catch {
      return undefined
    }
  }

  #read(path: string): ImageAsset | undefined {
    const file = join(this.#root, path)
    const stats = lstatSync(file, {throwIfNoEntry: false})
    if (!stats?.isFile() || !isInside(file, this.#root)) return undefined
    // The fault says all there is to say, so the compiler is told that the image is there.
    const refuse = (fault: Diagnostic): ImageAsset => {
      this.diagnostics.push(fault)
      return {url: basename(path)}
    }
    if (stats.size > MAX_FILE_BYTES) return refuse(fileFault('image-too-large', path, megabytes(stats.size)))
    const bytes = readFileSync(file)
    const facts = imageFacts(bytes)
    if (!facts) return refuse(fileFault('image-type', path))

    const {extension, width, height} = facts
    const name = basename(path, extname(path)).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const url = `images/${name || 'image'}.${hash}.${extension}`
    this.files.set(url, bytes)
    return {url, width, height}
  }
}

/** Is it there after every link on the way is followed? */
function isInside(path: string, folder: string): boolean {
  return realpathSync(path).startsWith(realpathSync(folder) + sep)
}
