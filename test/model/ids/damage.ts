/** What becomes of files: on disks, on the way, and in the hands of people and programs. Knows neither Node nor the DOM. */

/** A number from 0 to below `below`. */
export type Random = (below: number) => number

/** The same numbers for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 * below)
  }
}

const joined = (...parts: Uint8Array[]) => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const put = (bytes: Uint8Array, at: number, byte: number) => {
  const changed = bytes.slice()
  changed[at] = byte
  return changed
}

const ascii = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

/** Ways in which bytes change. */
const WAYS: Record<string, (bytes: Uint8Array, random: Random) => Uint8Array> = {
  'a bit is flipped': (bytes, random) => {
    const at = random(bytes.length)
    return put(bytes, at, bytes[at]! ^ (1 << random(8)))
  },
  'a byte is another one': (bytes, random) => put(bytes, random(bytes.length), random(256)),
  'a byte is another printed one': (bytes, random) => put(bytes, random(bytes.length), 32 + random(95)),
  'several bytes are others': (bytes, random) => {
    const changed = bytes.slice()
    for (let left = 2 + random(6); left > 0; left--) changed[random(bytes.length)] = 32 + random(95)
    return changed
  },
  'two bytes change places': (bytes, random) => {
    const [a, b] = [random(bytes.length), random(bytes.length)]
    return put(put(bytes, a, bytes[b]!), b, bytes[a]!)
  },
  'two neighbours change places': (bytes, random) => {
    const a = random(bytes.length - 1)
    return put(put(bytes, a, bytes[a + 1]!), a + 1, bytes[a]!)
  },
  'two pieces change places': (bytes, random) => {
    const [a, b, c, d] = [0, 0, 0, 0].map(() => random(bytes.length)).sort((one, other) => one - other)
    return joined(bytes.slice(0, a), bytes.slice(c, d), bytes.slice(b, c), bytes.slice(a, b), bytes.slice(d))
  },
  'a byte is lost': (bytes, random) => {
    const at = random(bytes.length)
    return joined(bytes.slice(0, at), bytes.slice(at + 1))
  },
  'a byte is put in': (bytes, random) => {
    const at = random(bytes.length)
    return joined(bytes.slice(0, at), Uint8Array.of(32 + random(95)), bytes.slice(at))
  },
  'a piece is lost': (bytes, random) => {
    const [from, to] = [random(bytes.length), random(bytes.length)].sort((a, b) => a - b)
    return joined(bytes.slice(0, from), bytes.slice(to))
  },
  'a piece comes twice': (bytes, random) => {
    const [from, to] = [random(bytes.length), random(bytes.length)].sort((a, b) => a - b)
    return joined(bytes.slice(0, to), bytes.slice(from))
  },
  'a piece lies over another': (bytes, random) => {
    const changed = bytes.slice()
    const [from, to] = [random(bytes.length), random(bytes.length)]
    changed.set(bytes.slice(from, from + 1 + random(bytes.length - Math.max(from, to))), to)
    return changed
  },
  'a block is zeros': (bytes, random) => {
    const at = random(bytes.length)
    return bytes.slice().fill(0, at, at + 1 + random(512))
  },
  'it is cut short': (bytes, random) => bytes.slice(0, random(bytes.length)),
  'its beginning is lost': (bytes, random) => bytes.slice(1 + random(bytes.length - 1)),
  'a letter is replaced throughout': (bytes, random) => {
    const [from, to] = [97 + random(26), 97 + random(26)]
    return bytes.map(byte => byte === from ? to : byte)
  },
  'two letters are replaced throughout': (bytes, random) => {
    const [from, to] = [random(bytes.length - 1), 97 + random(26)]
    const text = [...bytes].map(byte => String.fromCharCode(byte)).join('')
    return ascii(text.replaceAll(text.slice(from, from + 2), String.fromCharCode(to, to)))
  },
  'all letters are capitals': bytes => bytes.map(byte => byte >= 97 && byte <= 122 ? byte - 32 : byte),
  'the eighth bit is lost': bytes => bytes.map(byte => byte & 127),
  'it was read as Latin-1 and written as UTF-8': bytes =>
    joined(...[...bytes].map(byte => byte < 128 ? Uint8Array.of(byte) : Uint8Array.of(0xc0 | (byte >> 6), 0x80 | (byte & 63)))),
  'its lines were folded at 76 characters': bytes =>
    joined(...Array.from({length: Math.ceil(bytes.length / 76)}, (_, i) => joined(bytes.slice(i * 76, i * 76 + 76), ascii('\r\n')))),
  'its lines end in another way': bytes => joined(...[...bytes].map(byte => byte === 10 ? ascii('\r\n') : Uint8Array.of(byte))),
}

export const WAY_NAMES: readonly string[] = Object.keys(WAYS)

/** These bytes after one such thing happened to them. */
export function damagedBytes(bytes: Uint8Array, way: string, random: Random): Uint8Array {
  return WAYS[way]!(bytes, random)
}

/** Every change of one byte to one that differs from it in one bit. */
export function* singleBits(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) yield put(bytes, at, bytes[at]! ^ (1 << bit))
  }
}
