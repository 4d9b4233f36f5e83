import {ascii, ByteReader, joined, uint16, uint32} from './bytes.js'
import {PictureFault} from './picture-fault.js'

const ORIENTATION = 0x112
const SHORT = 3

/**
 * How a camera was held: 1 for upright, up to 8. It is the one thing in EXIF data that changes how a picture looks.
 *
 * @param exif - from its byte order ("MM" or "II") on
 */
export function orientationIn(exif: Uint8Array): number {
  try {
    const tiff = new ByteReader(exif)
    const order = tiff.ascii(2)
    if (order !== 'MM' && order !== 'II') return 1
    const little = order === 'II'
    if (tiff.uint16(little) !== 42) return 1
    tiff.at = Math.min(tiff.uint32(little), exif.length)
    for (let left = tiff.uint16(little); left > 0; left--) {
      const [tag, type, count, value] = [tiff.uint16(little), tiff.uint16(little), tiff.uint32(little), tiff.uint16(little)]
      tiff.take(2)
      if (tag === ORIENTATION) return type === SHORT && count === 1 && value >= 1 && value <= 8 ? value : 1
    }
  } catch (error) {
    // Browsers show a picture whose EXIF data is damaged, and so is ours without it.
    if (!(error instanceof PictureFault)) throw error
  }
  return 1
}

/** EXIF data that says how the camera was held, and nothing else. */
export function exifOf(orientation: number): Uint8Array {
  return joined([
    ascii('MM'), uint16(42), uint32(8),
    uint16(1), uint16(ORIENTATION), uint16(SHORT), uint32(1), uint16(orientation), uint16(0),
    uint32(0),
  ])
}
