/** "1 factor", "12 factors". */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

/** "A, B and C". */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The same for names, which may have a comma or an "and" of their own. */
export function quoted(names: readonly string[]): string {
  return list(names.map(name => `"${name}"`))
}
