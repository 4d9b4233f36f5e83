import {fits, flag, isObject, MAX_DEPTH, number, text, type AnyFields, type AnyShape} from '../shape/shape.js'
import {question, settings} from './check-alone.js'
import {block, file, image, inline, link, slug} from './document-shape.js'

/** At most this many problems are told: more would help nobody. */
const MAX_PROBLEMS = 10

/** For each test, what a value should be that it refuses. */
const EXPECTED = new Map<AnyShape, string>([
  [text, 'text'], [number, 'a number'], [flag, 'true or false'], [slug, 'an id of letters, digits and hyphens'],
  [file, 'a file of this pack'], [link, 'an address with an allowed scheme'], [image, 'an image address'],
  [settings, 'texts by their names'],
])

/** For each shape of things with a `type`, what such a thing should be. */
const KINDS = new Map<AnyShape, string>([
  [inline, 'a known kind of text'], [block, 'a known kind of block'], [question, 'a known kind of question'],
])

/** What is wrong with a file of a pack, in words that name the place; empty when it has the shape. */
export function fileProblems(data: unknown, {format, version, ...parts}: AnyFields): string[] {
  if (!isObject(data)) return [`expected an object with "format": ${name(format)}, found ${name(data)}`]
  if (data.format !== format) return [`expected "format": ${name(format)}, found ${name(data.format)}`]
  if (data.version !== version) return [`expected "version": ${name(version)}, found ${name(data.version)}`]
  const [part, ...more] = Object.keys(parts)
  if (part && !more.length) return problemsAt(part, data[part], parts[part]!)
  return problemsAt(String(format).replace('dsg-', ''), data, parts)
}

/** What is wrong with a value. @param at - what to call it */
export function problemsAt(at: string, value: unknown, shape: AnyShape): string[] {
  const problems: string[] = []
  look(value, shape, at, 0, problems)
  return problems.slice(0, MAX_PROBLEMS)
}

function look(value: unknown, shape: AnyShape, at: string, deep: number, problems: string[]): void {
  if (fits(value, shape, deep) || problems.length >= MAX_PROBLEMS) return
  const expected = (what: string, found: unknown = value) => { problems.push(`${at}: expected ${what}, found ${name(found)}`) }
  if (typeof shape === 'function') {
    const next = shape(value)
    if (next !== false) return look(value, next, at, deep, problems)
    const kind = KINDS.get(shape)
    if (kind) return expected(kind, isObject(value) ? value.type : value)
    if (shape === settings && isObject(value)) {
      for (const key in value) look(value[key], text, `${at}.${key}`, deep, problems)
      return
    }
    return expected(EXPECTED.get(shape) ?? 'something else')
  }
  if (shape instanceof Set) return expected(orList([...shape].map(name)))
  if (Array.isArray(shape)) {
    const [each, most = Infinity, least = 0] = shape
    if (!Array.isArray(value)) return expected('a list')
    if (deep > MAX_DEPTH) return expected(`at most ${MAX_DEPTH} levels`, 'more')
    if (value.length > most || value.length < least) {
      return expected(`${most === least ? '' : 'at most '}${most} levels`, String(value.length))
    }
    return value.forEach((one, i) => look(one, each, `${at}[${i}]`, deep + 1, problems))
  }
  if (typeof shape !== 'object') return expected(name(shape))
  if (!isObject(value)) return expected('an object')
  for (const field in shape) look(value[field], shape[field]!, `${at}.${field}`, deep, problems)
}

function orList(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

function name(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value) ? 'a list' : 'an object'
}
