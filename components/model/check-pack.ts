import {isSafeImage, isSafeLink} from './document.js'
import {PACK_VERSION} from './guide.js'

/**
 * Checks of what a pack says, before any of it is shown. Anyone may have written the files by hand, so nothing is
 * believed: every node is one that the renderer knows, every address has an allowed scheme, every file is in the pack's
 * own folder. Each function returns what is wrong, in words that name the place; an empty list means that the data has
 * the type its name says.
 */

/** Deeper than any text a person reads; a guard for the stack. */
const MAX_DEPTH = 60
/** After this many, more would help nobody. */
const MAX_PROBLEMS = 10

type Data = Record<string, unknown>
type Check = (value: unknown, at: string, problems: string[], depth: number) => void

/** `guide.json`. */
export function manifestProblems(data: unknown): string[] {
  const problems = formatProblems(data, 'dsg-guide')
  if (problems.length) return problems
  check(data, 'guide', problems, object({
    id: slug, title: text, lang: text, edition: text, settings: record(text), search: file,
    pathways: list(object({id: slug, title: text, summary: text, audience: list(text), modules: list(slug)})),
    modules: list(object({...moduleFacts, file, pages: list(object({id: slug, title: text}))})),
    glossary: list(object({id: slug, term: text, also: list(text), meaning: blocks})),
    frameworks: list(object({
      id: slug, title: text, file, domains: list(object({id: slug, name: text, short: text, statements: number})),
    })),
    canvases: list(object({id: slug, title: text, file, factors: number})),
  }))
  return problems
}

/** A module file. */
export function moduleFileProblems(data: unknown): string[] {
  const problems = formatProblems(data, 'dsg-module')
  if (problems.length) return problems
  check((data as Data).module, 'module', problems, object({
    ...moduleFacts,
    pages: list(object({id: slug, title: text, children: blocks})),
    questions: list(question),
    sources: list(source),
    reviewers: list(object({role: text, date: optional(text)})),
  }))
  return problems
}

/** A framework file. */
export function frameworkFileProblems(data: unknown): string[] {
  const problems = formatProblems(data, 'dsg-framework')
  if (problems.length) return problems
  check((data as Data).framework, 'framework', problems, object({
    id: slug, title: text, lang: text, publisher: optional(text), note: optional(text), sources: list(source),
    lastReviewed: optional(text), nextReview: optional(text),
    domains: list(object({id: slug, name: text, short: text, summary: blocks, statements: list(statement)})),
  }))
  return problems
}

/** A canvas file of a pack. */
export function canvasFileProblems(data: unknown): string[] {
  const problems = formatProblems(data, 'dsg-canvas-factors')
  if (problems.length) return problems
  check((data as Data).canvas, 'canvas', problems, object({
    id: slug, title: text, lang: text, publisher: optional(text), basis: optional(text), sources: list(source),
    lastReviewed: optional(text), nextReview: optional(text),
    factors: list(object({
      id: slug, group: text, name: text, hash: text, intro: blocks, levels: fourLevels, ask: blocks, learn: list(slug),
    })),
  }))
  return problems
}

/** The search file. */
export function searchFileProblems(data: unknown): string[] {
  const problems = formatProblems(data, 'dsg-search')
  if (problems.length) return problems
  check((data as Data).sections, 'sections', problems, list(object({
    module: slug, page: slug, anchor: text, title: text, heading: text, keywords: list(text), text,
  })))
  return problems
}

/** A document tree: a list of blocks. */
export function documentProblems(data: unknown): string[] {
  const problems: string[] = []
  check(data, 'document', problems, blocks)
  return problems
}

/** True when the pack was written by a newer build than this one, which is no fault of the pack. */
export function isNewerPack(data: unknown): boolean {
  return isObject(data) && typeof data.version === 'number' && data.version > PACK_VERSION
}

function formatProblems(data: unknown, format: string): string[] {
  if (!isObject(data)) return [`expected an object with "format": "${format}", found ${name(data)}`]
  if (data.format !== format) return [`expected "format": "${format}", found ${name(data.format)}`]
  if (data.version !== PACK_VERSION) return [`expected "version": ${PACK_VERSION}, found ${name(data.version)}`]
  return []
}

function check(data: unknown, at: string, problems: string[], rule: Check): void {
  rule(data, at, problems, 0)
  problems.splice(MAX_PROBLEMS)
}

function fail(problems: string[], at: string, expected: string, found: unknown): void {
  problems.push(`${at}: expected ${expected}, found ${name(found)}`)
}

function test(expected: string, holds: (value: unknown) => boolean): Check {
  return (value, at, problems) => { if (!holds(value)) fail(problems, at, expected, value) }
}

const text = test('text', value => typeof value === 'string')
const number = test('a number', value => typeof value === 'number' && Number.isFinite(value))
const flag = test('true or false', value => typeof value === 'boolean')
const slug = test('an id of letters, digits and hyphens', value => typeof value === 'string' && /^[\p{L}\p{N}_-]+$/u.test(value))
/** Inside the pack's folder: no scheme, no way up, no other host. */
const file = test('a file of this pack', value =>
  typeof value === 'string' && /^[\w-][\w./-]*$/.test(value) && !value.includes('..') && !value.includes('//'))
const link = test('an address with an allowed scheme', value => typeof value === 'string' && isSafeLink(value))
const image = test('an image address', value => typeof value === 'string' && isSafeImage(value))

function optional(rule: Check): Check {
  return (value, at, problems, depth) => { if (value !== undefined) rule(value, at, problems, depth) }
}

function list(rule: Check): Check {
  return (value, at, problems, depth) => {
    if (!Array.isArray(value)) return fail(problems, at, 'a list', value)
    if (depth > MAX_DEPTH) return fail(problems, at, `at most ${MAX_DEPTH} levels`, 'more')
    for (let i = 0; i < value.length && problems.length < MAX_PROBLEMS; i++) rule(value[i], `${at}[${i}]`, problems, depth + 1)
  }
}

function object(fields: Record<string, Check>): Check {
  return (value, at, problems, depth) => {
    if (!isObject(value)) return fail(problems, at, 'an object', value)
    for (const [key, rule] of Object.entries(fields)) rule(value[key], `${at}.${key}`, problems, depth)
  }
}

function record(rule: Check): Check {
  return (value, at, problems, depth) => {
    if (!isObject(value)) return fail(problems, at, 'an object', value)
    for (const [key, entry] of Object.entries(value)) rule(entry, `${at}.${key}`, problems, depth)
  }
}

/** One of several shapes, told apart by `type`. */
function oneOf(kind: string, shapes: () => Record<string, Check>): Check {
  return (value, at, problems, depth) => {
    const type = isObject(value) ? value.type : undefined
    const known = shapes()
    if (typeof type !== 'string' || !Object.hasOwn(known, type)) return fail(problems, at, `a known ${kind}`, type ?? value)
    known[type]!(value, at, problems, depth)
  }
}

const inline: Check = oneOf('kind of text', () => inlines)
const inlineList = list(inline)
const block: Check = oneOf('kind of block', () => blockShapes)
const blocks = list(block)
const source = object({title: text, url: optional(link), year: optional(number)})
const item = object({id: text, content: inlineList})

const inlines: Record<string, Check> = {
  text: object({value: text}),
  inlineCode: object({value: text}),
  break: object({}),
  emphasis: object({children: inlineList}),
  strong: object({children: inlineList}),
  link: object({url: link, children: inlineList}),
  image: object({url: image, alt: text, width: optional(number), height: optional(number)}),
  setting: object({name: text, fallback: inlineList}),
}

const blockShapes: Record<string, Check> = {
  paragraph: object({children: inlineList}),
  heading: object({depth: test('a depth of 2, 3 or 4', value => value === 2 || value === 3 || value === 4), id: slug, children: inlineList}),
  list: object({ordered: flag, start: optional(number), children: list(object({children: blocks}))}),
  code: object({value: text}),
  thematicBreak: object({}),
  blockquote: object({children: blocks}),
  table: object({
    align: list(test('an alignment', value => value === null || value === 'left' || value === 'center' || value === 'right')),
    children: list(object({children: list(object({children: inlineList}))})),
  }),
  callout: object({
    kind: test('a known callout', value => ['warning', 'example', 'local', 'voice'].includes(value as string)),
    source: optional(text), children: blocks,
  }),
  activity: object({questions: list(slug)}),
}

const asked = {id: slug, hash: text, prompt: inlineList, body: blocks, hint: optional(blocks), why: optional(blocks)}

const rate = {...asked, domain: text, suggest: list(slug), levels: list(inlineList)}

const question: Check = oneOf('kind of question', () => ({
  choice: object({
    ...asked, kind: text, multiple: flag, mustKnow: flag,
    answers: list(object({id: text, content: inlineList, right: flag, feedback: blocks})),
  }),
  order: object({...asked, mustKnow: flag, items: list(item)}),
  match: object({...asked, mustKnow: flag, pairs: list(object({left: item, right: item}))}),
  fill: object({
    ...asked, mustKnow: flag,
    parts: list((value, at, problems, depth) =>
      typeof value === 'string' || object({accepts: list(text)})(value, at, problems, depth)),
  }),
  do: object(asked),
  reflect: object(asked),
  rate: object(rate),
}))

/** What is rated can be kept as 1 to 5 only. */
const statement: Check = oneOf('statement', () => ({
  rate: object({...rate, levels: (value, at, problems, depth) => {
    if (Array.isArray(value) && value.length > 5) fail(problems, at, 'at most 5 levels', String(value.length))
    else rate.levels(value, at, problems, depth)
  }}),
}))

/** What is rated can be kept as 1 to 4 only. */
const fourLevels: Check = (value, at, problems, depth) => {
  if (Array.isArray(value) && value.length !== 4) fail(problems, at, '4 levels', String(value.length))
  else list(object({name: text, text: inlineList}))(value, at, problems, depth)
}

const moduleFacts: Record<string, Check> = {
  id: slug, title: text, pathway: text, domains: list(text), stage: number, audience: list(text), minutes: number,
  outcomes: list(text), keywords: list(text), show: number, passPercent: number, hasMustKnow: flag, tasks: list(slug),
  settings: list(text), lastReviewed: optional(text), nextReview: optional(text), reviewed: flag,
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function name(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value) ? 'a list' : 'an object'
}
