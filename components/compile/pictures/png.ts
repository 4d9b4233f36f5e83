import {ascii, ByteReader, damaged, joined, uint32} from './bytes.js'
import {orientationIn} from './orientation.js'
import {PictureFault} from './picture-fault.js'
import {raster, type Raster} from './raster.js'

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/**
 * Chunks that change what is drawn, each with the length of its data: a number, or the most it can be. The others are texts,
 * times, thumbnails and notes of editors.
 */
const KEPT: Record<string, number | {most: number}> = {
  IHDR: 13, PLTE: {most: 768}, IDAT: {most: Infinity}, IEND: 0,
  tRNS: {most: 256}, gAMA: 4, cHRM: 32, sRGB: 1, cICP: 4, mDCV: 24, cLLI: 8,
  acTL: 8, fcTL: 26, fdAT: {most: Infinity},
}

/** ISO/IEC 15948. */
export function png(bytes: Uint8Array): Raster {
  const file = new ByteReader(bytes)
  file.take(PNG_SIGNATURE.length)
  const parts: Uint8Array[] = [PNG_SIGNATURE]
  const seen: string[] = []
  let size: [number, number] = [0, 0]
  for (let type = ''; type !== 'IEND';) {
    const length = file.uint32()
    const typeAndData = file.take(4 + length)
    if (file.uint32() !== crc32(typeAndData)) throw damaged()
    const chunk = new ByteReader(typeAndData)
    type = chunk.ascii(4)
    if ((type === 'IHDR') !== (seen.length === 0) || (type === 'IDAT' && seen.includes(type) && seen.at(-1) !== type)) throw damaged()
    seen.push(type)
    const data = chunk.take(length)
    if (type === 'IHDR') size = [new ByteReader(data).uint32(), new ByteReader(data.subarray(4)).uint32()]
    if (type in KEPT) {
      const allowed = KEPT[type]!
      if (typeof allowed === 'number' ? length !== allowed : length > allowed.most) throw damaged()
      parts.push(...chunkOf(type, data))
    } else if (type === 'iCCP') parts.push(...chunkOf(type, withoutName(data)))
    else if (type === 'eXIf') {
      if (orientationIn(data) > 1) throw turned()
    // A capital letter first: a program that does not know this chunk cannot show the picture.
    } else if (!/^[a-z][a-zA-Z]{3}$/.test(type)) throw damaged()
  }
  if (!seen.includes('IDAT') || !size[0] || !size[1]) throw damaged()
  return raster('png', joined(parts), ...size)
}

/** Chromium and Firefox turn such a PNG, and Safari does not. Every browser turns a JPEG. */
function turned(): PictureFault {
  return new PictureFault('This PNG image says that it is to be turned, which only some browsers do.',
    'Open it in a picture program, turn it and save it again, or save it as JPEG.')
}

/** A colour profile begins with a name for people, which can be any text. */
function withoutName(profile: Uint8Array): Uint8Array {
  const end = profile.indexOf(0)
  // After the name: how it is compressed, which is always 0, and the head of its compressed data.
  const [method, head = 0, flags = 0] = profile.subarray(end + 1)
  if (end < 1 || end > 79 || method !== 0 || (head & 15) !== 8 || (head << 8 | flags) % 31 > 0) throw damaged()
  return joined([ascii('ICC'), profile.subarray(end)])
}

function chunkOf(type: string, data: Uint8Array): Uint8Array[] {
  const typeAndData = joined([ascii(type), data])
  return [uint32(data.length), typeAndData, uint32(crc32(typeAndData))]
}

const CRC_TABLE = Uint32Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ n >>> 1 : n >>> 1
  return n
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255]! ^ crc >>> 8
  return (crc ^ 0xffffffff) >>> 0
}
