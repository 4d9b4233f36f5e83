import {isAlias, isMap, isScalar, isSeq, parseDocument, type ErrorCode, type Node, type Scalar} from 'yaml'
import {hasControl} from '../source/as-seen.js'
import type {Report} from '../source/report.js'
import {reportControl, reportUnseen} from '../source/unseen.js'

/** YAML as plain words: what was typed, never a date, a number or an object with a prototype. */
export type YamlValue =
  | {kind: 'text'; text: string; at: number}
  | {kind: 'list'; items: YamlValue[]; at: number}
  | {kind: 'map'; entries: YamlMap; at: number}
  | {kind: 'empty'; at: number}

/** By key, in the order of the file. A `Map`, because `__proto__` is just another key in it. */
export type YamlMap = Map<string, {value: YamlValue; keyAt: number}>

/** In characters. The longest list is some 60,000, and reading takes more than twice as long for twice as much. */
const LONGEST = 300_000
/** Deeper than any front matter, and far from what the call stack has room for. */
const DEEPEST = 8

/** Names that mean something to JavaScript. As keys they are only ever an attack or an accident. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const PLAIN_WORDS: Partial<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: 'This name is given twice.',
  TAB_AS_INDENT: 'This line begins with a tab.',
  BAD_INDENT: 'This line does not begin where the lines around it do.',
  BLOCK_AS_IMPLICIT_KEY: 'This line has a second colon.',
  MISSING_CHAR: 'Something that was opened here, such as a quote or a bracket, is not closed.',
  MULTILINE_IMPLICIT_KEY: 'This line has no colon, or something above it is not closed.',
}

/**
 * The entries of a YAML text. Aliases, anchors, tags and merge keys are errors: they make small files expand to huge
 * ones, and a reader cannot see what value they stand for. What cannot be read is reported and left out; the rest is read.
 *
 * @param base - offset of `text` in the file, for reports
 */
export function readYaml(text: string, base: number, report: Report): YamlMap {
  const {source} = report
  reportUnseen(report, source.position(base).line - 1, source.position(base + text.length).line)
  if (text.length > LONGEST) {
    report.error('too-large', base, `Here are ${text.length} characters, and ${LONGEST} are the most that are read.`,
      'Remove what is not needed.')
    return new Map()
  }
  if (deepestFlow(text) > DEEPEST) {
    report.error('bad-front-matter', base, 'Brackets stand too deep in each other here.', 'Write one value a line.')
    return new Map()
  }
  const document = parseDocument(text, {
    schema: 'core', merge: false, resolveKnownTags: false, prettyErrors: false, logLevel: 'silent',
  })
  for (const {code, pos} of document.errors) {
    report.error('bad-front-matter', base + pos[0], PLAIN_WORDS[code] ?? 'This line cannot be read.',
      'Write each line as name: value. Put double quotes around a value that has a colon or a # in it.')
  }
  const root = document.contents
  if (root === null) return new Map()
  const value = read(root, base, 0, report)
  if (value.kind === 'map') return value.entries
  if (!document.errors.length) {
    report.error('bad-front-matter', value.at,
      'These lines are not names and values.', 'Write each line as name: value.')
  }
  return new Map()
}

function read(node: unknown, base: number, depth: number, report: Report): YamlValue {
  const at = base + ((node as Node | null)?.range?.[0] ?? 0)
  if (isAlias(node) || hasAnchorOrTag(node)) {
    report.error('yaml-not-plain', at, 'Anchors, aliases and tags ("&", "*", "!") are not read here.',
      'Write the value out. Put double quotes around words that begin with one of these signs.')
    return {kind: 'empty', at}
  }
  if (depth > DEEPEST) return {kind: 'empty', at}
  if (isScalar(node)) {
    // A value is words on one line, however it is written.
    const text = (node.source ?? String(node.value ?? '')).trim().replace(/\s*\n\s*/g, ' ')
    reportEscaped(node, text, base, report)
    return node.value === null || text === '' ? {kind: 'empty', at} : {kind: 'text', text, at}
  }
  if (isSeq(node)) return {kind: 'list', items: node.items.map(item => read(item, base, depth + 1, report)), at}
  if (!isMap(node)) return {kind: 'empty', at}

  const entries: YamlMap = new Map()
  for (const {key, value} of node.items) {
    const name = isScalar(key) ? String(key.value) : undefined
    const keyAt = base + ((key as Node | null)?.range?.[0] ?? 0)
    if (isScalar(key)) reportEscaped(key, String(key.value), base, report)
    if (name === undefined || FORBIDDEN.has(name) || name === '<<') {
      report.error('forbidden-key', keyAt, `"${name ?? '?'}" cannot be the name of a value.`, 'Remove this line.')
    } else if (!entries.has(name)) {
      const empty: YamlValue = {kind: 'empty', at: keyAt}
      entries.set(name, {value: value === null ? empty : read(value, base, depth + 1, report), keyAt})
    }
  }
  return {kind: 'map', entries, at}
}

/** Reports what programs obey and is written as an escape, such as `"\x1b"`: nothing else of it is left in the source. */
function reportEscaped({range}: Scalar, text: string, base: number, report: Report): void {
  if (hasControl(text)) reportControl(report, base + (range?.[0] ?? 0))
}

function hasAnchorOrTag(node: unknown): boolean {
  const {anchor, tag} = (node ?? {}) as {anchor?: string; tag?: string}
  const isCore = tag === undefined || /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(tag)
  return anchor !== undefined || !isCore
}

/** How many brackets are open at once, at most. Quotes are not looked at: too many is too many. */
function deepestFlow(text: string): number {
  let depth = 0
  let deepest = 0
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth)
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
    else if (char === '\n') depth = 0
  }
  return deepest
}
