import {
  alignment, calloutKind, depth, file, fits, flag, image, isObject, link, MAX_DEPTH, number, shapeOf, slug, text, type FileRule,
  type Rule,
} from './rules.js'
import {PACK_VERSION} from './files.js'

/** After this many, more would help nobody. */
const MAX_PROBLEMS = 10

const EXPECTED = new Map<Rule, string>([
  [text, 'text'], [number, 'a number'], [flag, 'true or false'], [slug, 'an id of letters, digits and hyphens'],
  [file, 'a file of this pack'], [link, 'an address with an allowed scheme'], [image, 'an image address'],
  [depth, 'a depth of 2, 3 or 4'], [alignment, 'an alignment'], [calloutKind, 'a known callout'],
])

/** What is wrong with a file, in words that name the place; empty when `isFile` holds. */
export function fileProblems(data: unknown, {format, part, rule}: FileRule): string[] {
  if (!isObject(data)) return [`expected an object with "format": "${format}", found ${name(data)}`]
  if (data.format !== format) return [`expected "format": "${format}", found ${name(data.format)}`]
  if (data.version !== PACK_VERSION) return [`expected "version": ${PACK_VERSION}, found ${name(data.version)}`]
  return part ? problemsAt(part, data[part], rule) : problemsAt(format.replace('dsg-', ''), data, rule)
}

/** What is wrong with a value. @param at - what to call it */
export function problemsAt(at: string, value: unknown, rule: Rule): string[] {
  const problems: string[] = []
  look(value, rule, at, 0, problems)
  return problems.slice(0, MAX_PROBLEMS)
}

function look(value: unknown, rule: Rule, at: string, deep: number, problems: string[]): void {
  if (fits(value, rule, deep) || problems.length >= MAX_PROBLEMS) return
  const expected = (what: string, found: unknown = value) => { problems.push(`${at}: expected ${what}, found ${name(found)}`) }
  if (typeof rule === 'function') return expected(EXPECTED.get(rule) ?? 'something else')
  if ('optional' in rule) return look(value, rule.optional, at, deep, problems)
  if ('either' in rule) return look(value, typeof value === 'object' ? rule.or : rule.either, at, deep, problems)
  if ('list' in rule) {
    const {list, exactly, most} = rule
    if (!Array.isArray(value)) return expected('a list')
    if (deep > MAX_DEPTH) return expected(`at most ${MAX_DEPTH} levels`, 'more')
    if (exactly !== undefined && value.length !== exactly) return expected(`${exactly} levels`, String(value.length))
    if (most !== undefined && value.length > most) return expected(`at most ${most} levels`, String(value.length))
    return value.forEach((each, i) => look(each, list, `${at}[${i}]`, deep + 1, problems))
  }
  if ('kinds' in rule) {
    const shape = isObject(value) ? shapeOf(value, rule.kinds()) : undefined
    if (!shape) return expected(`a known ${rule.what}`, isObject(value) ? value.type ?? value : value)
    return look(value, shape, at, deep, problems)
  }
  if (!isObject(value)) return expected('an object')
  const fields = 'fields' in rule ? Object.entries(rule.fields) : Object.keys(value).map((key): [string, Rule] => [key, rule.values])
  for (const [key, its] of fields) look(value[key], its, `${at}.${key}`, deep, problems)
}

function name(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value) ? 'a list' : 'an object'
}
