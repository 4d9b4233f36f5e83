import {ascii, asciiOf, ByteReader, damaged, joined, uint16} from './bytes.js'
import {PictureFault} from './picture-fault.js'
import {exifOf, orientationIn} from './orientation.js'
import {isProfile, raster, type Raster} from './raster.js'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
/** What a picture begins a frame with: baseline, extended and progressive. Browsers show no other kind. */
const FRAMES = [0xc0, 0xc1, 0xc2]
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xde, 0xdf]
const HUFFMAN_TABLES = 0xc4
const QUANTISATION_TABLES = 0xdb
const RESTART_INTERVAL = 0xdd
const APP = 0xe0
const LAST_APP = 0xef
const COMMENT = 0xfe

/** ISO/IEC 10918-1. */
export function jpeg(bytes: Uint8Array): Raster {
  const file = new ByteReader(bytes)
  file.take(2)
  const parts: Uint8Array[] = [Uint8Array.of(0xff, START)]
  const add = (marker: number, data: Uint8Array): void => {
    parts.push(Uint8Array.of(0xff, marker), uint16(data.length + 2), data)
  }
  const profile = hasProfile(bytes)
  let size: [number, number] | undefined
  let orientation: number | undefined
  let hasScan = false
  for (let marker = nextMarker(file); marker !== END; marker = nextMarker(file)) {
    const data = segment(file)
    if (marker === SCAN) {
      if (data.length !== 4 + 2 * data[0]! || !size) throw damaged()
      add(marker, data)
      parts.push(scan(file))
      hasScan = true
    } else if (FRAMES.includes(marker)) {
      const frame = new ByteReader(data)
      const [bits, height, width, components] = [frame.uint8(), frame.uint16(), frame.uint16(), frame.uint8()]
      if (size || !width || !height || data.length !== 6 + 3 * components) throw damaged()
      if (bits !== 8) throw notShown()
      size = [width, height]
      add(marker, data)
    } else if (OTHER_FRAMES.includes(marker)) throw notShown()
    else if (marker === HUFFMAN_TABLES || marker === QUANTISATION_TABLES) {
      checkTables(data, marker === HUFFMAN_TABLES ? huffmanLength : quantisationLength)
      add(marker, data)
    } else if (marker === RESTART_INTERVAL) {
      if (data.length !== 2) throw damaged()
      add(marker, data)
    } else if (marker >= APP && marker <= LAST_APP) {
      const name = asciiOf(data.subarray(0, 12))
      // Without the thumbnail that can follow.
      if (marker === APP && name.startsWith('JFIF\0') && data.length >= 14) add(marker, joined([data.subarray(0, 12), uint16(0)]))
      else if (marker === APP + 1 && name.startsWith('Exif\0') && orientation === undefined) {
        orientation = orientationIn(data.subarray(6))
        if (orientation > 1) add(marker, joined([ascii('Exif\0\0'), exifOf(orientation)]))
      } else if (marker === APP + 2 && name === PROFILE && profile) add(marker, data)
      // It says how colours are stored.
      else if (marker === APP + 14 && name.startsWith('Adobe') && data.length >= 12) add(marker, data.subarray(0, 12))
    } else if (marker !== COMMENT) throw damaged()
  }
  if (!size || !hasScan) throw damaged()
  parts.push(Uint8Array.of(0xff, END))
  return raster('jpg', joined(parts), ...size, orientation)
}

function notShown(): PictureFault {
  return new PictureFault('This JPEG image is of a kind that browsers do not show.',
    'Open it in a picture program and save it as an ordinary JPEG or PNG.')
}

function nextMarker(file: ByteReader): number {
  if (file.uint8() !== 0xff) throw damaged()
  for (;;) {
    const marker = file.uint8()
    if (marker !== 0xff) return marker
  }
}

function segment(file: ByteReader): Uint8Array {
  const length = file.uint16()
  if (length < 2) throw damaged()
  return file.take(length - 2)
}

/** The compressed picture, up to the next marker. In it, 0xff is followed by 0 or by the number of a restart. */
function scan(file: ByteReader): Uint8Array {
  const {bytes, at: start} = file
  for (;;) {
    const at = bytes.indexOf(0xff, file.at)
    const next = bytes[at + 1]
    if (at < 0 || next === undefined) file.take(Infinity)
    else if (next === 0 || next >= 0xd0 && next <= 0xd7) file.at = at + 2
    else {
      file.at = at
      return bytes.subarray(start, at)
    }
  }
}

/** Tables stand one after the other, and nothing may stand after them. */
function checkTables(data: Uint8Array, lengthOf: (table: Uint8Array) => number): void {
  let at = 0
  while (at < data.length) at += lengthOf(data.subarray(at))
  if (at !== data.length) throw damaged()
}

function huffmanLength(table: Uint8Array): number {
  return 17 + table.subarray(1, 17).reduce((sum, count) => sum + count, 0)
}

function quantisationLength(table: Uint8Array): number {
  return 1 + 64 * (table[0]! >> 4 ? 2 : 1)
}

const PROFILE = 'ICC_PROFILE\0'

/** True when the parts of a colour profile, each with its number, make the whole that it says it is, and no more. */
function hasProfile(bytes: Uint8Array): boolean {
  const file = new ByteReader(bytes)
  file.take(2)
  const found: Uint8Array[] = []
  for (let marker = nextMarker(file); marker !== SCAN && marker !== END; marker = nextMarker(file)) {
    const data = segment(file)
    if (marker === APP + 2 && asciiOf(data.subarray(0, 12)) === PROFILE) found.push(data)
  }
  found.sort((a, b) => a[12]! - b[12]!)
  return found.every((part, n) => part[12] === n + 1 && part[13] === found.length)
    && isProfile(joined(found.map(part => part.subarray(14))))
}
