import {FUNCTIONS, QUOTED, REFERRING} from './svg-names.js'

/**
 * A value of a property, as CSS and attributes have it; undefined when anything is in it that a drawing does not need. A
 * backslash is such a thing: after it, CSS reads other letters than we would.
 */
export function safeValue(property: string, value: string): string | undefined {
  let written = value.replace(COMMENTS, ' ').trim()
  if (REFERRING.has(property)) written = written.replace(/url\(\s*(["']?)#([^\s"'()\\<>]+)\1\s*\)/gi, 'url(#$2)')
  // What is left when all is taken away that has a meaning of its own.
  let rest = written
  if (REFERRING.has(property)) rest = rest.replace(/url\(#[^\s"'()\\<>]+\)/g, ' ')
  if (QUOTED.has(property)) rest = rest.replace(/"[^"\\<>\n]*"|'[^'\\<>\n]*'/g, ' ')
  const isPlain = /^[\p{L}\p{N}\s.,#%+*/()_-]*$/u.test(rest)
  return isPlain && rest.split('(').slice(0, -1).every(before => FUNCTIONS.has(lastWord(before.trimEnd()))) ? written : undefined
}

/** The last word of a text that ends in one, in small letters. A pattern would look for it from each letter of a long text. */
function lastWord(text: string): string {
  let start = text.length
  while (start > 0 && /[\w-]/.test(text[start - 1]!)) start--
  return text.slice(start).toLowerCase()
}

/** Comments of CSS. One that does not end takes the rest. */
export const COMMENTS = /\/\*(?:[\s\S]*?\*\/|[\s\S]*)/g
