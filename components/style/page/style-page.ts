import type {Align} from '../../model/guide/document.js'
import type {YamlMap} from '../../compile/yaml/yaml-map.js'
import type {SourceText} from '../../compile/source/source-text.js'
import type {Prose} from './prose.js'
import type {FoundImage} from './block-text.js'

export type PageKind = 'module' | 'pathway' | 'framework' | 'glossary' | 'canvas' | 'guide'

/** What a list is for. Answers, levels and steps to put in order have rules of their own. */
export type ListRole = 'list' | 'answers' | 'levels' | 'order'

export interface StyleList {
  ordered: boolean
  role: ListRole
  at: number
  /** The paragraph right before the list, or the words of the item it stands in. */
  leadIn?: Prose
  /** Each item's own paragraphs. A label such as `**Hint:**` is taken off. */
  items: {words: Prose[]; hasLabel: boolean}[]
  isShown: boolean
}

export interface StyleTable {
  at: number
  align: Align[]
  /** By row, the heading row first. */
  rows: Prose[][]
  /** The paragraph right before the table. */
  leadIn?: Prose
}

/** One file, as the style rules see it: words with their offsets, lists, tables and front matter. */
export interface StylePage {
  path: string
  kind: PageKind
  source: SourceText
  front: YamlMap
  /** Offset of the front matter. */
  frontAt: number
  /** 0-based line at which the content begins. */
  bodyLine: number
  /** Everything that is read, in the order of the file. */
  all: Prose[]
  /** The author's own words: `all` without examples and voices. */
  prose: Prose[]
  lists: StyleList[]
  tables: StyleTable[]
  images: FoundImage[]
  /** 0-based lines of code, where nothing is checked. */
  codeLines: ReadonlySet<number>
}
