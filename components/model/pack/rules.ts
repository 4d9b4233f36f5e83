import {isSafeImage, isSafeLink} from '../guide/document.js'
import {PACK_VERSION} from './files.js'

/**
 * What the rules of a pack's files are made of. They are data, so that a page carries only what says yes or no, and
 * `check-problems.ts`, which says of the same rules what is wrong and where, is fetched for a pack that breaks one.
 */
export type Rule =
  | ((value: unknown) => boolean)
  | {optional: Rule}
  /** `exactly` and `most`: how many there may be. */
  | {list: Rule; exactly?: number; most?: number}
  /** At least these fields. */
  | {fields: Record<string, Rule>}
  /** Any fields, all of them such. */
  | {values: Rule}
  | {either: Rule; or: Rule}
  /** One of several shapes, told apart by `type`. A function, as shapes may have themselves inside. */
  | {kinds: () => Record<string, Rule>; what: string}

/** A file of a pack: what its `format` says, and the rule for it, or for the one part of it that says something. */
export interface FileRule { format: string; part?: string; rule: Rule }

/** Deeper than any text a person reads; a guard for the stack. */
export const MAX_DEPTH = 60

/** Is it such a file, in words that this page can read? Then data has the type that the format stands for. */
export function isFile(data: unknown, {format, part, rule}: FileRule): boolean {
  return isObject(data) && data.format === format && data.version === PACK_VERSION && fits(part ? data[part] : data, rule)
}

/** True when the pack was written by a newer build than this one, which is no fault of the pack. */
export function isNewerPack(data: unknown): boolean {
  return isObject(data) && typeof data.version === 'number' && data.version > PACK_VERSION
}

/** @param depth - how many lists it is inside of */
export function fits(value: unknown, rule: Rule, depth = 0): boolean {
  const is = (inside: unknown, its: Rule) => fits(inside, its, depth)
  if (typeof rule === 'function') return rule(value)
  if ('optional' in rule) return value === undefined || is(value, rule.optional)
  if ('either' in rule) return is(value, rule.either) || is(value, rule.or)
  if ('list' in rule) {
    const {list, exactly, most} = rule
    return Array.isArray(value) && depth <= MAX_DEPTH && value.length <= (exactly ?? most ?? Infinity)
      && value.length >= (exactly ?? 0) && value.every(each => fits(each, list, depth + 1))
  }
  if (!isObject(value)) return false
  if ('fields' in rule) return Object.entries(rule.fields).every(([key, its]) => is(value[key], its))
  if ('values' in rule) return Object.values(value).every(each => is(each, rule.values))
  const shape = shapeOf(value, rule.kinds())
  return shape !== undefined && is(value, shape)
}

/** The shape that the value's `type` names. */
export function shapeOf({type}: Data, shapes: Record<string, Rule>): Rule | undefined {
  return typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined
}

export type Data = Record<string, unknown>

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const text = (value: unknown): value is string => typeof value === 'string'
export const number = (value: unknown) => Number.isFinite(value)
export const flag = (value: unknown) => typeof value === 'boolean'
export const slug = (value: unknown) => text(value) && /^[\p{L}\p{N}_-]+$/u.test(value)
/** Inside the pack's folder: no scheme, no way up, no other host. */
export const file = (value: unknown) => text(value) && /^[\w-][\w./-]*$/.test(value) && !/\.\.|\/\//.test(value)
export const link = (value: unknown) => text(value) && isSafeLink(value)
export const image = (value: unknown) => text(value) && isSafeImage(value)
export const depth = (value: unknown) => value === 2 || value === 3 || value === 4
export const alignment = (value: unknown) => [null, 'left', 'center', 'right'].includes(value as string)
export const calloutKind = (value: unknown) => ['warning', 'example', 'local', 'voice'].includes(value as string)

export const optional = (rule: Rule): Rule => ({optional: rule})
export const list = (rule: Rule): Rule => ({list: rule})
export const object = (fields: Record<string, Rule>): Rule => ({fields})

export const inlines = list({what: 'kind of text', kinds: () => inlineShapes})
export const blocks = list({what: 'kind of block', kinds: () => blockShapes})
export const source = object({title: text, url: optional(link), year: optional(number)})
export const item = object({id: text, content: inlines})

const inlineShapes: Record<string, Rule> = {
  text: object({value: text}),
  inlineCode: object({value: text}),
  break: object({}),
  emphasis: object({children: inlines}),
  strong: object({children: inlines}),
  link: object({url: link, children: inlines}),
  image: object({url: image, alt: text, width: optional(number), height: optional(number)}),
  setting: object({name: text, fallback: inlines}),
}

const blockShapes: Record<string, Rule> = {
  paragraph: object({children: inlines}),
  heading: object({depth, id: slug, children: inlines}),
  list: object({ordered: flag, start: optional(number), children: list(object({children: blocks}))}),
  code: object({value: text}),
  thematicBreak: object({}),
  blockquote: object({children: blocks}),
  table: object({align: list(alignment), children: list(object({children: list(object({children: inlines}))}))}),
  callout: object({kind: calloutKind, source: optional(text), children: blocks}),
  activity: object({questions: list(slug)}),
}

/** What all questions have. */
export const asked = {id: slug, hash: text, prompt: inlines, body: blocks, hint: optional(blocks), why: optional(blocks)}

/** What statements to rate have. */
export const rate = {...asked, domain: text, suggest: list(slug), levels: list(inlines)}
