import {ascii, joined, uint16, uint32} from '../../../components/compile/pictures/bytes.js'

/** EXIF data that says how the camera was held, and has a text, as cameras write it. */
export function exifData(orientation: number, little: boolean): Uint8Array {
  const short = (value: number): Uint8Array => little ? uint16(value).reverse() : uint16(value)
  const long = (value: number): Uint8Array => uint32(value, little)
  const text = ascii('A. Person\0')
  return joined([
    ascii(little ? 'II' : 'MM'), short(42), long(8), short(2),
    short(0x010e), short(2), long(text.length), long(38),
    short(0x0112), short(3), long(1), short(orientation), short(0),
    long(0), text,
  ])
}

/** A JPEG with one more segment after its first two bytes. */
export function withSegment(jpeg: Uint8Array, marker: number, data: Uint8Array): Uint8Array {
  return joined([jpeg.subarray(0, 2), Uint8Array.of(0xff, marker), uint16(data.length + 2), data, jpeg.subarray(2)])
}

/** A PNG with one more chunk before its IDAT. */
export function withChunk(png: Uint8Array, type: string, data: Uint8Array): Uint8Array {
  const at = indexOf(png, ascii('IDAT')) - 4
  const typeAndData = joined([ascii(type), data])
  return joined([png.subarray(0, at), uint32(data.length), typeAndData, uint32(crc32(typeAndData)), png.subarray(at)])
}

/** A WebP with one more chunk at its end, of an even length. Its head says so if it is an extended one. */
export function withWebpChunk(webp: Uint8Array, name: string, data: Uint8Array, flag = 0): Uint8Array {
  const padded = joined([data, new Uint8Array(data.length % 2)])
  const all = joined([webp, ascii(name), uint32(data.length, true), padded])
  all.set(uint32(all.length - 8, true), 4)
  if (indexOf(all, ascii('VP8X')) === 12) all[20]! |= flag
  return all
}

/** A GIF with one more block after its table of colours. */
export function withExtension(gif: Uint8Array, label: number, blocks: readonly Uint8Array[]): Uint8Array {
  const at = 13 + (gif[10]! & 0x80 ? 3 * 2 ** ((gif[10]! & 7) + 1) : 0)
  const data = blocks.flatMap(block => [Uint8Array.of(block.length), block])
  return joined([gif.subarray(0, at), Uint8Array.of(0x21, label), ...data, Uint8Array.of(0), gif.subarray(at)])
}

export function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  return bytes.findIndex((_, at) => part.every((byte, n) => bytes[at + n] === byte))
}

/** Bit by bit, as its definition has it: a second opinion. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
