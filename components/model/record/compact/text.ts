import {textHash} from '../../ids/text-hash.js'

/**
 * Writes numbers and ids in few characters, all of which any system keeps as they are: letters, digits, `-`, `_` and `.`. What
 * a function writes, the method of `CompactReader` with the same name reads.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Characters of a code, which is 18 bits. Among 30 ids of a module, two have the same code in about 1 case of 600. */
const CODE_DIGITS = 3

/** @param value - 0 to 63 */
export function digit(value: number): string {
  return DIGITS[value]!
}

/** Each character holds five bits, lowest first, and a sixth that says whether more follow. @param value - whole, from 0 */
export function number(value: number): string {
  return value < 32 ? digit(value) : digit(32 + value % 32) + number(Math.floor(value / 32))
}

/** Any text: characters other than letters, digits and hyphens take 5 each. */
export function words(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9-]/g, unit => `.${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return number(plain.length) + plain
}

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** A UUID in 22 characters. */
export function uuid(id: string): string {
  const hex = `${id.replaceAll('-', '')}0`
  return hex.replace(/.{3}/g, three => fixed(parseInt(three, 16), 2))
}

/** A short hash of an id. The reader finds the id by it among those that it knows. */
export function code(id: string): string {
  return fixed(parseInt(textHash(id), 36) % 64 ** CODE_DIGITS, CODE_DIGITS)
}

export function fixed(value: number, digits: number): string {
  return digits === 0 ? '' : fixed(Math.floor(value / 64), digits - 1) + digit(value % 64)
}

/** The text ends in the middle of an entry, or has a character that is never written. */
export class CutShort extends Error {
  override name = 'CutShort' // by hand: a minifier renames classes
}

/** Reads such a text. Every method that reads throws `CutShort` when there is nothing left. */
export class CompactReader {
  readonly #text: string
  #at: number

  /** @param at - where to begin */
  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  get isAtEnd(): boolean { return this.#at >= this.#text.length }

  digit(): number {
    return valueOf(this.#take(1))
  }

  number(): number {
    const value = this.digit()
    return value < 32 ? value : value - 32 + 32 * this.number()
  }

  words(): string {
    return this.#take(this.number())
      .replace(/\.([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)))
  }

  uuid(): string {
    const hex = [...this.#take(22).matchAll(/../g)]
      .map(([pair]) => (64 * valueOf(pair[0]!) + valueOf(pair[1]!)).toString(16).padStart(3, '0')).join('')
    return [[0, 8], [8, 12], [12, 16], [16, 20], [20, 32]].map(([from, to]) => hex.slice(from, to)).join('-')
  }

  /** A code as it was written, to be compared with `code(id)`. */
  code(): string {
    return this.#take(CODE_DIGITS)
  }

  #take(length: number): string {
    const taken = this.#text.slice(this.#at, this.#at + length)
    if (taken.length < length) throw new CutShort()
    this.#at += length
    return taken
  }
}

function valueOf(char: string): number {
  const value = DIGITS.indexOf(char)
  if (value < 0) throw new CutShort()
  return value
}
