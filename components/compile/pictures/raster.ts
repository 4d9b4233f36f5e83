import {asciiOf, ByteReader} from './bytes.js'

/** A picture of pixels, made anew of the parts of a file that change how it looks. */
export interface Raster {
  extension: 'png' | 'jpg' | 'gif' | 'webp'
  bytes: Uint8Array
  /** In pixels, as it is shown: turned, when the camera was. */
  width: number
  height: number
}

/** @param orientation - as EXIF has it; from 5 on, what is stored as a row is shown as a column */
export function raster(
  extension: Raster['extension'], bytes: Uint8Array, width: number, height: number, orientation = 1,
): Raster {
  return orientation >= 5 ? {extension, bytes, width: height, height: width} : {extension, bytes, width, height}
}

/** True when this is a colour profile (ISO 15076-1), and nothing stands after it. */
export function isProfile(bytes: Uint8Array): boolean {
  return bytes.length >= 128 && new ByteReader(bytes).uint32() === bytes.length && asciiOf(bytes.subarray(36, 40)) === 'acsp'
}
