/**
 * Loaded before every browser test file. A failed assertion carries what it compared, and the runner sends that to
 * the terminal as JSON; an element leads to the whole document and its window, which takes minutes. Here such values
 * become a line of text before they leave.
 */
import {Assertion, util} from 'chai'

const assert = Assertion.prototype.assert

Assertion.prototype.assert = function (this: Chai.AssertionStatic, ...args: Parameters<typeof assert>) {
  try {
    assert.apply(this, args)
  } catch (error) {
    if (error instanceof Error) shorten(error, 'actual', 'expected')
    throw error
  }
}

function shorten(error: Error & {actual?: unknown; expected?: unknown}, ...keys: ('actual' | 'expected')[]): void {
  for (const key of keys) if (!isPlain(error[key])) error[key] = util.inspect(error[key])
}

function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  if (depth > 20 || ![null, Object.prototype, Array.prototype].some(plain => plain === prototype)) return false
  return Object.values(value).every(item => isPlain(item, depth + 1))
}
