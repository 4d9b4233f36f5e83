import {exactHash} from './text-hash.js'

/**
 * What a file says of itself, so that damage to it shows: by a broken disk, a careless edit, half a download. It protects from
 * nobody who changes a file on purpose. Files from before there were checksums have neither field, and are taken as they are.
 */
export interface Checksummed {
  /** Says that there is a checksum. Otherwise damage to that name would make the file one from before there were any. */
  intact?: true
  /** `exactHash` of all the rest of the file, as `canonical` writes it. */
  checksum?: string
}

/** Data with its checksum. The two fields are at its two ends, where no single cut takes away both and leaves a whole file. */
export function withChecksum<T extends object>(data: T): T & Required<Checksummed> {
  const rest = {intact: true as const, ...data}
  return {...rest, checksum: checksumOf(rest)}
}

/**
 * True when what a file says is not what its checksum was made of. White space, line ends, escapes and the order of keys make no
 * difference: a program that saves the file again as it is has not damaged it.
 *
 * @param data - as `JSON.parse` gives it
 */
export function isDamaged({checksum, ...rest}: {readonly [key: string]: unknown}): boolean {
  if (checksum === undefined && !('intact' in rest)) return false
  try {
    return checksum !== checksumOf(rest)
  } catch {
    return true // Nested deeper than the stack allows, as nothing is that we write.
  }
}

/** JSON in which what is the same is written the same: without white space, and with keys in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Object.is(part, -0)) return '-0' // JSON would write 0, and what is read would be another number.
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1))
  })
}

function checksumOf(rest: object): string {
  return exactHash(canonical(rest))
}
