import {isLanguage} from '../formats/language.js'
import {THEMES as SHEETS} from './embed-code.js'
import {PART_NAMES, PARTS, type Holds, type Part} from './parts.js'

/** The elements that a frame page can show, by what its address says after `show=`. */
const SHOWN: ReadonlyMap<string, Part & {tag: `dsg-${string}`}> = new Map(PART_NAMES.flatMap(name => {
  const {show} = PARTS[name]
  return show ? [[show, {...PARTS[name], tag: `dsg-${name}` as const}]] : []
}))

/** `dark` is the default look on a dark page; each of the others is a style sheet in `themes/`. */
export const THEMES = [...SHEETS, 'dark'] as const
export type Theme = typeof THEMES[number]

/** What the address can say for every part. A part's own attributes come on top. */
const COMMON: Readonly<Record<string, Holds | 'theme' | 'language'>> = {
  'show': 'words', 'theme': 'theme', 'lang': 'language', 'shared-computer': 'flag',
}

/** Names that are ignored. Microsoft 365 Learning Pathways puts this one at the end of every address that it shows. */
const OTHERS = ['fromOrigin']

const ID = /^[a-z0-9-]+$/
/** Ids with spaces between them. There are capitals in the ids of a framework's domains, such as D1. */
const IDS = /^[A-Za-z0-9-]+( [A-Za-z0-9-]+)*$/
const LONGEST = 200

/** As much of a browser's `URLSearchParams` as is read here. */
export interface AddressQuery {
  keys(): Iterable<string>
  get(name: string): string | null
  getAll(name: string): string[]
}

/** What the address of a frame asks for. */
export interface FrameQuery {
  tag: `dsg-${string}`
  attributes: readonly (readonly [name: string, value: string])[]
  keeps?: Part['keeps']
  theme?: Theme
  lang?: string
}

/** What is wrong with the address of a frame, and what it could say instead. */
export type QueryFault =
  | {is: 'unknown'; name: string; can: readonly string[]}
  | {is: 'twice'; name: string}
  | {is: 'missing'; name: string; show: string}
  | {is: 'not-one-of'; name: string; value: string; can: readonly string[]}
  | {is: 'not-an-id' | 'not-ids' | 'not-a-language' | 'not-a-flag' | 'too-long'; name: string}

/** Reads the address of a frame. Every name and value is checked against a list or a pattern of ours. */
export function askedFor(query: AddressQuery): FrameQuery | QueryFault {
  const names = [...query.keys()].filter(name => !OTHERS.includes(name))
  const show = query.get('show') ?? 'guide'
  const part = SHOWN.get(show)
  if (!part) return {is: 'not-one-of', name: 'show', value: show, can: [...SHOWN.keys()]}
  const can = {...part.attributes, ...COMMON}
  for (const name of names) {
    const fault = faultOf(name, query.getAll(name), can)
    if (fault) return fault
  }
  if (part.isNamed && part.names && !query.get(part.names)) return {is: 'missing', name: part.names, show}
  const attributes = names.filter(name => name in part.attributes || name === 'shared-computer')
    .map(name => [name, can[name] === 'flag' ? '' : query.get(name)!] as const)
  const [theme, lang] = [query.get('theme') as Theme | null, query.get('lang')]
  return {tag: part.tag, attributes, keeps: part.keeps, theme: theme ?? undefined, lang: lang ?? undefined}
}

function faultOf(name: string, [value = '', ...others]: string[], can: typeof COMMON): QueryFault | undefined {
  if (!Object.hasOwn(can, name)) return {is: 'unknown', name, can: Object.keys(can)}
  if (others.length) return {is: 'twice', name}
  if (value.length > LONGEST) return {is: 'too-long', name}
  switch (can[name]) {
    case 'flag': return value === '' || value === 'true' ? undefined : {is: 'not-a-flag', name}
    case 'theme': return isTheme(value) ? undefined : {is: 'not-one-of', name, value, can: THEMES}
    case 'language': return isLanguage(value) ? undefined : {is: 'not-a-language', name}
    case 'id': return ID.test(value) ? undefined : {is: 'not-an-id', name}
    case 'ids': return IDS.test(value) ? undefined : {is: 'not-ids', name}
    default: return undefined
  }
}

function isTheme(value: string): value is Theme {
  return THEMES.some(theme => theme === value)
}
