import type {Canvas} from '../guide/canvas.js'
import type {Framework} from '../guide/framework.js'
import type {Synonym} from '../guide/glossary.js'
import type {Guide, SearchSection} from '../guide/guide.js'
import type {Module, ModuleFacts} from '../guide/module.js'

/** The number this build writes and the newest it can read. Older ones stay readable for ever. */
export const PACK_VERSION = 1

/** `guide.json`. Only this file and those in `alone/` keep their names from edition to edition; all others never change. */
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
  /** How many factors it has. */
  factors: number
}

/** A module file of a pack. */
export interface ModuleFile {
  format: 'dsg-module'
  version: typeof PACK_VERSION
  module: Module
}

/**
 * `alone/<id>.json`: all that a page with one module needs of its guide, in one file. Like `guide.json` it keeps its name
 * from edition to edition.
 */
export interface AloneFile {
  format: 'dsg-alone'
  version: typeof PACK_VERSION
  /** The guide with this module alone in its catalogue. */
  guide: GuideOfOne
  module: Module
}

/** What a module uses of its guide; of the glossary, only the terms that the module links to. */
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

/** An inverted index as text that needs no escapes in JSON. `search/README.md` describes the format, and why it is text. */
export interface IndexText {
  /** Each term: a capital letter that tells how many characters it shares with the term before, then the rest of the term. */
  terms: string
  /** For each term, how many sections have it. */
  counts: string
  /** For each posting: the sections skipped since the term's posting before, doubled; plus 1 when it has a mark of its own. */
  sections: string
  /** The marks of the postings that have one. In every other posting, the term is once in the text. */
  marks: string
}

/** What a guide's search is made from. */
export interface SearchText {
  sections: SearchSection[]
  /** Synonyms, beside the other names in the glossary. Missing in packs from before editors could write synonyms. */
  synonyms?: Synonym[]
  /** The index of the sections. Where it is missing, the page makes one, which takes longer. */
  index?: IndexText
}

/** The search file of a pack. */
export interface SearchFile extends SearchText {
  format: 'dsg-search'
  version: typeof PACK_VERSION
}
