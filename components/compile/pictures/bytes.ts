import {PictureFault} from './picture-fault.js'

/** Reads a file from its beginning. What leads past its end is a fault of the file. */
export class ByteReader {
  at = 0
  readonly #view: DataView

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  uint8(): number {
    return this.#view.getUint8(this.#step(1))
  }

  uint16(little = false): number {
    return this.#view.getUint16(this.#step(2), little)
  }

  uint24(): number {
    return this.uint16(true) | this.uint8() << 16
  }

  uint32(little = false): number {
    return this.#view.getUint32(this.#step(4), little)
  }

  take(length: number): Uint8Array {
    const from = this.#step(length)
    return this.bytes.subarray(from, from + length)
  }

  ascii(length: number): string {
    return asciiOf(this.take(length))
  }

  #step(length: number): number {
    if (length > this.left) throw new PictureFault('This image ends before it is complete.', AGAIN)
    this.at += length
    return this.at - length
  }
}

export const AGAIN = 'Open it in a picture program and save it again, or fetch it again from where it came from.'

/** A fault of a file that breaks the rules of its own format. */
export function damaged(): PictureFault {
  return new PictureFault('This image is damaged: it is not built as its kind of file is.', AGAIN)
}

/** One character for each byte. */
export function asciiOf(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}

/** The bytes of a text of ASCII. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0))
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function uint16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value)
}

export function uint32(value: number, little = false): Uint8Array {
  const bytes = Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
  return little ? bytes.reverse() : bytes
}

// Each browser and Node have these, but they are neither of the language nor of the DOM, so its library does not declare them.
declare const TextDecoder: new (label: 'utf-8', options: {fatal: true}) => {decode(bytes: Uint8Array): string}
declare const TextEncoder: new () => {encode(text: string): Uint8Array}
declare const atob: (base64: string) => string
declare const btoa: (ascii: string) => string

/** Text of UTF-8 without its byte order mark; undefined when a byte is not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Undefined when the text is not base64. */
export function fromBase64(base64: string): Uint8Array | undefined {
  try {
    return ascii(atob(base64))
  } catch {
    return undefined
  }
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(asciiOf(bytes))
}
