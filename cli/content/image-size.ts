export interface ImageFacts { extension: 'png' | 'jpg' | 'gif' | 'webp' | 'svg'; width: number; height: number }

/**
 * What sort of image these bytes are and its size in pixels, by its first bytes and not by its name; undefined for
 * anything but PNG, GIF, JPEG and WebP. (The package image-size reads 20 more formats, and any SVG. We take only those SVGs that
 * are plain drawings: see `svgFacts`.)
 */
export function imageFacts(bytes: Buffer): ImageFacts | undefined {
  try {
    return png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined // The file ends in the middle of its own header.
    throw error
  }
}

function png(bytes: Buffer): ImageFacts | undefined {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined
  return {extension: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20)}
}

function gif(bytes: Buffer): ImageFacts | undefined {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return undefined
  return {extension: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8)}
}

/** The size stands in the first "start of frame" segment; each segment says how long it is. */
function jpeg(bytes: Buffer): ImageFacts | undefined {
  if (bytes.length < 4 || bytes.readUIntBE(0, 3) !== 0xffd8ff) return undefined
  for (let at = 2; bytes.readUInt8(at) === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    while (bytes.readUInt8(at + 1) === 0xff) at++ // Padding between segments.
    const marker = bytes.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return {extension: 'jpg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5)}
  }
  return undefined
}

function webp(bytes: Buffer): ImageFacts | undefined {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return {extension: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff}
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return {extension: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1}
    }
    case 'VP8X':
      return {extension: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1}
    default:
      return undefined
  }
}
