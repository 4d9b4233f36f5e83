import {asciiOf} from './bytes.js'
import {gif} from './gif.js'
import {jpeg} from './jpeg.js'
import {png} from './png.js'
import type {Raster} from './raster.js'
import {webp} from './webp.js'

/** By the first bytes of a file, one character each. */
const KINDS: readonly [RegExp, (bytes: Uint8Array) => Raster][] = [
  [/^\x89PNG\r\n\x1a\n/, png],
  [/^\xff\xd8\xff/, jpeg],
  [/^GIF8[79]a/, gif],
  [/^RIFF[\s\S]{4}WEBP/, webp],
]

/**
 * A picture of pixels, by what is in it and not by its name: only the parts that change how it looks, each pixel as it was.
 *
 * @returns undefined for a file that is of no such kind
 * @throws PictureFault when it is of such a kind and is not built as it has to be
 */
export function readRaster(bytes: Uint8Array): Raster | undefined {
  const head = asciiOf(bytes.subarray(0, 12))
  return KINDS.find(([pattern]) => pattern.test(head))?.[1](bytes)
}
