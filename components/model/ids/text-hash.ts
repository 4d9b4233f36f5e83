/** A short hash of words. White space and case make no difference, so that a moved line break is not a new question. */
export function textHash(text: string): string {
  return exactHash(text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase())
}

/**
 * A short hash of a text in which every character counts: 53 bits as 11 base-36 characters (FNV-like mixing, after cyrb53 by
 * bryc, public domain). It tells "changed" from "not changed", and protects from nobody who wants to make two texts with one
 * hash.
 */
export function exactHash(text: string): string {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ unit, 2654435761)
    h2 = Math.imul(h2 ^ unit, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36).padStart(11, '0')
}
