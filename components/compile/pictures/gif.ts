import {ascii, ByteReader, damaged, joined} from './bytes.js'
import {raster, type Raster} from './raster.js'

const EXTENSION = 0x21
const IMAGE = 0x2c
const END = 0x3b
const CONTROL = 0xf9
const APPLICATION = 0xff

/** GIF89a. Kept are its images, how each takes the place of the one before, and how often they are shown. */
export function gif(bytes: Uint8Array): Raster {
  const file = new ByteReader(bytes)
  const header = file.take(13)
  const parts = [header, file.take(coloursIn(header[10]!))]
  let images = 0
  for (let kind = file.uint8(); kind !== END; kind = file.uint8()) {
    if (kind === IMAGE) {
      const place = file.take(9)
      parts.push(Uint8Array.of(kind), place, file.take(coloursIn(place[8]!)), file.take(1), blocks(file))
      images++
    } else if (kind === EXTENSION) {
      const label = file.uint8()
      const from = file.at
      const data = blocks(file)
      if (label === CONTROL) {
        if (data.length !== 6 || data[0] !== 4) throw damaged()
        parts.push(Uint8Array.of(kind, label), data)
      } else if (label === APPLICATION && data.length > 15 && data[0] === 11) {
        const loop = new ByteReader(bytes.subarray(from + 1))
        const name = loop.ascii(11)
        if (LOOPS.includes(name) && loop.uint8() === 3 && loop.uint8() === 1) {
          parts.push(Uint8Array.of(kind, label, 11), ascii(name), Uint8Array.of(3, 1), loop.take(2), Uint8Array.of(0))
        }
      }
    } else throw damaged()
  }
  const size = new ByteReader(header.subarray(6))
  const [width, height] = [size.uint16(true), size.uint16(true)]
  if (!images || !width || !height) throw damaged()
  return raster('gif', joined([...parts, Uint8Array.of(END)]), width, height)
}

/** Application extensions that say how often an animation is shown. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0']

/** Bytes of the table of colours that follows, as the flags say. */
function coloursIn(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Blocks that each say how long they are; the last has no bytes. */
function blocks(file: ByteReader): Uint8Array {
  const start = file.at
  for (let length = file.uint8(); length > 0; length = file.uint8()) file.take(length)
  return file.bytes.subarray(start, file.at)
}
