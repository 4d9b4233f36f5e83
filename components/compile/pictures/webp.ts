import {ascii, ByteReader, damaged, joined, uint32} from './bytes.js'
import {isProfile, raster, type Raster} from './raster.js'

const HAS_PROFILE = 0x20
const HAS_EXIF = 0x08
const HAS_XMP = 0x04
/** Chunks that change what is drawn. In a frame of an animation stand those of one image. */
const IMAGE = ['ALPH', 'VP8 ', 'VP8L']
const KEPT = ['ANIM', ...IMAGE]

type Size = [width: number, height: number]

/** RFC 9649. No browser turns a WebP as its EXIF data says, so that all of that goes. */
export function webp(bytes: Uint8Array): Raster {
  const file = new ByteReader(bytes)
  file.take(4)
  const inside = new ByteReader(file.take(file.uint32(true)))
  inside.take(4)
  const parts: Uint8Array[] = []
  let extended: {data: Uint8Array; size: Size} | undefined
  let first: Size | undefined
  let hasProfile = false
  for (const {name, data} of chunks(inside)) {
    if (name === 'VP8X') {
      if (data.length !== 10 || parts.length > 0) throw damaged()
      const size = new ByteReader(data.subarray(4))
      extended = {data: data.slice(), size: [size.uint24() + 1, size.uint24() + 1]}
      parts.push(...chunk(name, extended.data))
    } else if (KEPT.includes(name)) {
      if (!parts.length) first = sizeOf(name, data)
      else if (!extended) throw damaged()
      if (IMAGE.includes(name)) first ??= sizeOf(name, data)
      parts.push(...chunk(name, data))
    } else if (name === 'ANMF') {
      if (!extended) throw damaged()
      first ??= extended.size
      parts.push(...chunk(name, frame(data)))
    } else if (name === 'ICCP' && extended && !hasProfile && isProfile(data)) {
      hasProfile = true
      parts.push(...chunk(name, data))
    }
  }
  if (!first) throw damaged()
  if (extended) {
    const flags = extended.data[0]! & ~(HAS_PROFILE | HAS_EXIF | HAS_XMP)
    extended.data[0] = flags | (hasProfile ? HAS_PROFILE : 0)
  }
  const body = joined([ascii('WEBP'), ...parts])
  return raster('webp', joined([ascii('RIFF'), uint32(body.length, true), body]), ...(extended?.size ?? first))
}

/** A frame of an animation: where and for how long, then the chunks of an image. */
function frame(data: Uint8Array): Uint8Array {
  const file = new ByteReader(data)
  const place = file.take(16)
  const images = [...chunks(file)].filter(({name}) => IMAGE.includes(name))
  return joined([place, ...images.flatMap(image => chunk(image.name, image.data))])
}

function* chunks(file: ByteReader): Generator<{name: string; data: Uint8Array}> {
  while (file.left > 0) {
    const name = file.ascii(4)
    const data = file.take(file.uint32(true))
    if (data.length % 2 && file.left) file.take(1)
    yield {name, data}
  }
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  return [ascii(name), uint32(data.length, true), data, new Uint8Array(data.length % 2)]
}

/** Size of an image by its own first bytes; undefined for the chunk of its transparency. */
function sizeOf(name: string, data: Uint8Array): Size | undefined {
  const file = new ByteReader(data)
  if (name === 'VP8L') {
    if (file.uint8() !== 0x2f) throw damaged()
    const bits = file.uint32(true)
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
  }
  if (name === 'VP8 ') {
    file.take(3)
    if (file.uint24() !== 0x2a019d) throw damaged()
    return [file.uint16(true) & 0x3fff, file.uint16(true) & 0x3fff]
  }
  return undefined
}
