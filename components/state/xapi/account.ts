import {hmac} from '@noble/hashes/hmac.js'
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, hexToBytes, utf8ToBytes} from '@noble/hashes/utils.js'

/** A person at a site: its address, and their name there, which need not be a word that people know. */
export interface Account { homePage: string; name: string }

/** Bytes of the random key and of the hash in a mark. */
const KEY_BYTES = 15
const HASH_BYTES = 16

/** Characters of a mark: as many as the name of a storage bucket may have, so that a copy is found by it. */
export const MARK_LENGTH = 2 * (KEY_BYTES + HASH_BYTES) + 1

/**
 * Tells one person's marks: `KEY-HASH`, where HASH is the beginning of HMAC-SHA-256 of the guide and the person under KEY, which
 * is random. Each mark has its key, so that no key can get lost, and nobody can look a person up by a mark without trying all
 * names. Not by `crypto.subtle`, which pages that came by http have not.
 */
export class AccountMarks {
  readonly #said: Uint8Array
  readonly #checked = new Map<string, boolean>()

  /** @param guide - its id: one person's marks in two guides have nothing in common */
  constructor(guide: string, {homePage, name}: Account) {
    this.#said = utf8ToBytes(JSON.stringify([guide, homePage, name]))
  }

  /** @returns a mark that nobody had before */
  make(): string {
    return this.#under(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
  }

  isOf(mark: string): boolean {
    const known = this.#checked.get(mark)
    if (known !== undefined) return known
    const key = mark.slice(0, 2 * KEY_BYTES)
    const isOurs = mark.length === MARK_LENGTH && /^[\da-f]+$/.test(key) && mark === this.#under(hexToBytes(key))
    this.#checked.set(mark, isOurs)
    return isOurs
  }

  #under(key: Uint8Array): string {
    return `${bytesToHex(key)}-${bytesToHex(hmac(sha256, key, this.#said).subarray(0, HASH_BYTES))}`
  }
}
