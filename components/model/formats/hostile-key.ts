/** Names that change what an object is, in code that copies objects without care. */
export const HOSTILE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** The first hostile key in data, at any depth. There is no recursion, since a file may nest deeper than the stack allows. */
export function hostileKey(data: unknown): string | undefined {
  const waiting: unknown[] = [data]
  while (waiting.length) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const key in value) {
      if (HOSTILE_KEYS.has(key)) return key
      const child = (value as Record<string, unknown>)[key]
      if (typeof child === 'object' && child !== null) waiting.push(child)
    }
  }
  return undefined
}
