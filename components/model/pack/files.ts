import type {Canvas} from '../guide/canvas.js'
import type {Framework} from '../guide/framework.js'
import type {Synonym} from '../guide/glossary.js'
import type {Guide, SearchSection} from '../guide/guide.js'
import type {Module, ModuleFacts} from '../guide/module.js'

/** The number this build writes and the newest it can read. Older ones stay readable for ever. */
export const PACK_VERSION = 1

/** `guide.json`: with the files in `alone/` what keeps its name in a pack. Everything else is immutable. */
export interface GuideManifest extends Omit<Guide, 'modules' | 'frameworks' | 'canvases' | 'sections' | 'synonyms'> {
  format: 'dsg-guide'
  version: typeof PACK_VERSION
  modules: ModuleEntry[]
  frameworks: FrameworkEntry[]
  canvases: CanvasEntry[]
  /** File name of the search index, relative to `guide.json`. */
  search: string
}

/** A module in the catalogue, and where its pages are. */
export interface ModuleEntry extends ModuleFacts {
  /** File name relative to `guide.json`, with a content hash. */
  file: string
  pages: {id: string; title: string}[]
}

/** A framework in the catalogue, and where its statements are. */
export interface FrameworkEntry {
  id: string
  title: string
  /** File name relative to `guide.json`, with a content hash. */
  file: string
  domains: {id: string; name: string; short: string; statements: number}[]
}

/** A canvas in the catalogue, and where its factors are. */
export interface CanvasEntry {
  id: string
  title: string
  /** File name relative to `guide.json`, with a content hash. */
  file: string
  /** How many. */
  factors: number
}

/** A module file of a pack. */
export interface ModuleFile {
  format: 'dsg-module'
  version: typeof PACK_VERSION
  module: Module
}

/**
 * `alone/<id>.json`: what a page that shows one module needs of its guide, in one answer. Like `guide.json` it keeps its name
 * from edition to edition.
 */
export interface AloneFile {
  format: 'dsg-alone'
  version: typeof PACK_VERSION
  /** With this module alone in its catalogue. */
  guide: GuideOfOne
  module: Module
}

/** What a module uses of its guide: of the terms, those that it links to. */
export type GuideOfOne =
  Pick<GuideManifest, 'id' | 'title' | 'lang' | 'publisher' | 'edition' | 'settings' | 'modules' | 'glossary'>

/** A framework file of a pack. */
export interface FrameworkFile {
  format: 'dsg-framework'
  version: typeof PACK_VERSION
  framework: Framework
}

/** A canvas file of a pack. Not to be mixed up with `CanvasFile`, which a team owns. */
export interface CanvasPackFile {
  format: 'dsg-canvas-factors'
  version: typeof PACK_VERSION
  canvas: Canvas
}

/** An inverted index as text that JSON carries as it is. `search/README.md` describes the format and why it is text. */
export interface IndexText {
  /** Each term as one capital letter, for how many characters it has in common with the term before, and the rest. */
  terms: string
  /** For each term, in how many sections it stands. */
  counts: string
  /** For each place: steps from the term's section before, twice, and 1 more when the place has a mark of its own. */
  sections: string
  /** The marks of those places; all others are once in the text. */
  marks: string
}

/** What a guide's search is made from. */
export interface SearchText {
  sections: SearchSection[]
  /** Besides the other names in the glossary. Missing in packs that were built before editors could write any. */
  synonyms?: Synonym[]
  /** Of the sections. A page that finds none makes its own, which takes longer. */
  index?: IndexText
}

/** The search file of a pack. */
export interface SearchFile extends SearchText {
  format: 'dsg-search'
  version: typeof PACK_VERSION
}
