/**
 * A UUID that is made from a hash, for things that need the same id each time, so that a random one will not do. It is of
 * version 8, which leaves its contents to whoever makes it.
 *
 * @param hex - at least 30 hexadecimal digits of a hash
 */
export function madeId(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(12, 15)}`, `8${hex.slice(15, 18)}`, hex.slice(18, 30)].join('-')
}
