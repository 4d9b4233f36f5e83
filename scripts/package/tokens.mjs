/** The custom properties by which a host page themes the elements, as `tokens.styles.ts` documents them. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../setup/setup.mjs'

const ELEMENTS = join(ROOT, 'components/elements')

/** @returns {{name: string, description: string, default: string}[]} in the order of their docblock */
export function readTokens() {
  const text = readFileSync(join(ELEMENTS, 'shared/styles/tokens.styles.ts'), 'utf8')
  return [...text.matchAll(/^ \* @cssprop (--dsg-[a-z-]+) - (.+)$/gm)].map(([, name = '', description = '']) => ({
    name, description, default: defaultOf(name, text),
  }))
}

/** @returns {string[]} those that a style sheet uses and `tokens.styles.ts` does not document */
export function undocumentedTokens() {
  const documented = new Set(readTokens().map(({name}) => name))
  const used = readdirSync(ELEMENTS, {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.ts'))
    .flatMap(path => readFileSync(join(ELEMENTS, path), 'utf8').match(/(?<=var\()--dsg-[a-z-]+/g) ?? [])
  return [...new Set(used)].filter(name => !documented.has(name))
}

/**
 * The default of a token: what stands after the first comma in its `var()`. It may hold commas and brackets itself.
 *
 * @param {string} name
 * @param {string} text
 */
function defaultOf(name, text) {
  const start = text.indexOf(`var(${name},`)
  if (start < 0) return ''
  const from = start + `var(${name},`.length
  let depth = 1
  let end = from
  for (; depth > 0 && end < text.length; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
  return text.slice(from, end - 1).trim()
}
