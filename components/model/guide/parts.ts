import type {sitePage} from './site-page.js'

/** What an attribute may hold: an id, ids with spaces between them, any words; a flag need only be there, without a value. */
export type Holds = 'id' | 'ids' | 'words' | 'flag'

/**
 * An element, and how it can be embedded. Frames and snippets are made from this table. There are other lists of elements, which
 * are not TypeScript or would cost a page bytes; `test/model/guide/parts.test.ts` compares them with this table.
 */
export interface Part {
  /** The element's own attributes; every element also takes those of `EVERY_PART`. */
  attributes: Readonly<Record<string, Holds>>
  /** The attribute that names the pathway, module, framework or canvas to show. Without it, the first one is shown. */
  names?: string
  /** True when the element shows nothing without that attribute. */
  isNamed?: true
  /** Which sort of answers it may keep on the device. */
  keeps?: 'record' | 'canvas'
  /**
   * What an editor cannot put on a page by itself:
   * - `inside`: another element puts it there, and hands over what to show
   * - `by-script`: only a page that hands its elements a guide needs it
   * - `site`: a page of the built site, which knows its own address
   */
  only?: 'inside' | 'by-script' | 'site'
  /** The part's name in a frame's address, after `show=`. Parts that make no sense alone on a page have none. */
  show?: string
  /** The page of a built site that shows the same. With one, the embed builder offers the part, and links to that page. */
  page?: keyof typeof sitePage
}

/** What every element takes on a page. */
export const EVERY_PART: Readonly<Record<string, Holds>> = {
  'src': 'words', 'heading-level': 'words', 'guide-href': 'words', 'allow-images': 'words', 'shared-computer': 'flag',
}

/** The parts, by tag without `dsg-`. */
const TABLE = {
  'guide': {
    attributes: {'with-confidence': 'flag', 'with-feedback': 'flag', 'address': 'id', 'without-title': 'flag'}, keeps: 'record', show: 'guide',
    page: 'home',
  },
  'pathways': {attributes: {}, show: 'pathways'},
  'pathway': {attributes: {pathway: 'id'}, names: 'pathway', isNamed: true, show: 'pathway', page: 'pathway'},
  'module': {
    attributes: {'module': 'id', 'page': 'id', 'question': 'id', 'one-page': 'flag', 'with-confidence': 'flag'}, names: 'module',
    isNamed: true, keeps: 'record', show: 'module', page: 'module',
  },
  'quiz': {
    attributes: {'module': 'id', 'question': 'id', 'with-confidence': 'flag'}, names: 'module', isNamed: true, keeps: 'record',
    show: 'quiz', page: 'module',
  },
  'self-assessment': {
    attributes: {framework: 'id', domains: 'ids'}, names: 'framework', keeps: 'record', show: 'assessment',
    page: 'framework',
  },
  'profile': {attributes: {framework: 'id', audience: 'id'}, names: 'framework', show: 'profile'},
  'record': {attributes: {}, keeps: 'record', show: 'record'},
  'search': {attributes: {query: 'words'}, show: 'search', page: 'home'},
  'glossary': {attributes: {term: 'id'}, show: 'glossary'},
  'canvas': {attributes: {canvas: 'id'}, names: 'canvas', keeps: 'canvas', show: 'canvas', page: 'canvas'},
  'feedback': {attributes: {'module': 'id', 'with-comment': 'flag'}},
  'saving': {attributes: {}, only: 'by-script'},
  'embed-builder': {attributes: {}, only: 'site'},
  'tasks': {attributes: {}, only: 'inside'},
  'term': {attributes: {href: 'words'}, only: 'inside'},
} as const satisfies Record<string, Part>

export type PartName = keyof typeof TABLE

/** The parts that the embed builder offers. */
export type Offered = {[Name in PartName]: typeof TABLE[Name] extends {page: string} ? Name : never}[PartName]

export const PARTS: Readonly<Record<PartName, Part>> = TABLE

export const PART_NAMES = Object.keys(TABLE) as PartName[]
