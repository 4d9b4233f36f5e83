/**
 * An id that follows from what it names, where one by chance will not do: a UUID of the kind whose maker decides what is
 * in it (version 8).
 *
 * @param hex - at least 30 hexadecimal digits of a fingerprint
 */
export function madeId(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(12, 15)}`, `8${hex.slice(15, 18)}`, hex.slice(18, 30)].join('-')
}
