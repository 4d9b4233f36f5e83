import {THEMES as SHEETS} from '../../model/guide/embed-code.js'

/** One element as the only thing on the frame page. */
interface Part {
  tag: `dsg-${string}`
  /** Attribute that it is nothing without. */
  needs?: string
  may?: readonly string[]
  /** Which sort of answers it may keep on the device. */
  keeps?: 'record' | 'canvas'
}

const PARTS: Record<string, Part> = {
  guide: {tag: 'dsg-guide', may: ['with-confidence', 'with-feedback'], keeps: 'record'},
  pathways: {tag: 'dsg-pathways'},
  pathway: {tag: 'dsg-pathway', needs: 'pathway'},
  module: {tag: 'dsg-module', needs: 'module', may: ['page', 'one-page', 'with-confidence'], keeps: 'record'},
  quiz: {tag: 'dsg-quiz', needs: 'module', may: ['with-confidence'], keeps: 'record'},
  assessment: {tag: 'dsg-self-assessment', may: ['framework', 'domains'], keeps: 'record'},
  profile: {tag: 'dsg-profile', may: ['framework']},
  record: {tag: 'dsg-record', keeps: 'record'},
  search: {tag: 'dsg-search', may: ['query']},
  glossary: {tag: 'dsg-glossary', may: ['term']},
  canvas: {tag: 'dsg-canvas', may: ['canvas'], keeps: 'canvas'},
}

export const SHOWS = Object.keys(PARTS)

/** `dark` is the default look on a dark page; each of the others is a style sheet in `themes/`. */
export const THEMES = [...SHEETS, 'dark'] as const
export type Theme = typeof THEMES[number]

/** For every part; what a part has of its own comes on top. */
const COMMON = ['show', 'theme', 'lang', 'shared-computer']

/** Microsoft 365 Learning Pathways puts it at the end of every address that it shows. */
const OTHERS = ['fromOrigin']

const FLAGS = ['with-confidence', 'with-feedback', 'one-page', 'shared-computer']
const IDS = /^[a-z0-9-]+( [a-z0-9-]+)*$/
const LONGEST = 200

/** What the address of a frame asks for. */
export interface Asked {
  tag: Part['tag']
  attributes: readonly (readonly [name: string, value: string])[]
  keeps?: Part['keeps']
  theme?: Theme
  lang?: string
}

/** What is wrong with the address of a frame, and what it can say. */
export type QueryFault =
  | {is: 'unknown'; name: string; can: readonly string[]}
  | {is: 'twice'; name: string}
  | {is: 'missing'; name: string; show: string}
  | {is: 'not-one-of'; name: string; value: string; can: readonly string[]}
  | {is: 'not-an-id' | 'not-a-language' | 'not-a-flag' | 'too-long'; name: string}

/** Every name and value is checked against a list or a pattern of ours. */
export function askedFor(query: URLSearchParams): Asked | QueryFault {
  const names = [...query.keys()].filter(name => !OTHERS.includes(name))
  const show = query.get('show') ?? 'guide'
  const part = Object.hasOwn(PARTS, show) ? PARTS[show] : undefined
  if (!part) return {is: 'not-one-of', name: 'show', value: show, can: SHOWS}
  const own = [...(part.needs ? [part.needs] : []), ...(part.may ?? [])]
  for (const name of names) {
    const fault = faultOf(name, query.getAll(name), [...own, ...COMMON])
    if (fault) return fault
  }
  if (part.needs && !query.get(part.needs)) return {is: 'missing', name: part.needs, show}
  const attributes = names.filter(name => own.includes(name) || name === 'shared-computer')
    .map(name => [name, FLAGS.includes(name) ? '' : query.get(name)!] as const)
  const [theme, lang] = [query.get('theme') as Theme | null, query.get('lang')]
  return {tag: part.tag, attributes, keeps: part.keeps, theme: theme ?? undefined, lang: lang ?? undefined}
}

function faultOf(name: string, [value = '', ...others]: string[], can: readonly string[]): QueryFault | undefined {
  if (!can.includes(name)) return {is: 'unknown', name, can}
  if (others.length) return {is: 'twice', name}
  if (value.length > LONGEST) return {is: 'too-long', name}
  if (FLAGS.includes(name)) return value === '' || value === 'true' ? undefined : {is: 'not-a-flag', name}
  switch (name) {
    case 'show': case 'query': return undefined
    case 'theme': return isTheme(value) ? undefined : {is: 'not-one-of', name, value, can: THEMES}
    case 'lang': return isLanguage(value) ? undefined : {is: 'not-a-language', name}
    default: return IDS.test(value) ? undefined : {is: 'not-an-id', name}
  }
}

function isTheme(value: string): value is Theme {
  return THEMES.some(theme => theme === value)
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
