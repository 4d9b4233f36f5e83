import type {Canvas, CanvasEntry} from '../canvas/factors.js'
import type {Framework, FrameworkEntry} from './framework.js'
import type {ModuleFacts, Module} from './module.js'
import type {Pathway} from './pathway.js'
import type {Settings} from './settings.js'
import type {Block} from './document.js'

/** The number this build writes and the newest it can read. Older ones stay readable for ever. */
export const PACK_VERSION = 1

/** `guide.json`: with the files in `alone/` what keeps its name in a pack. Everything else is immutable. */
export interface GuideManifest {
  format: 'dsg-guide'
  version: typeof PACK_VERSION
  /** Names the learner's record on this site, so it must stay the same from edition to edition. */
  id: string
  title: string
  /** BCP 47, such as `en-GB`. */
  lang: string
  publisher?: string
  /** Fingerprint of everything the pack says. Kept with each learner event. */
  edition: string
  settings: Settings
  pathways: Pathway[]
  modules: ModuleEntry[]
  glossary: GlossaryTerm[]
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

export interface GlossaryTerm {
  id: string
  term: string
  /** Other names it goes by, abbreviations among them. */
  also: string[]
  meaning: Block[]
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
export type GuideOfOne = Pick<GuideManifest, 'id' | 'title' | 'lang' | 'publisher' | 'edition' | 'settings' | 'modules' | 'glossary'>

/** One searchable piece of the guide: what stands under one heading. */
export interface SearchSection {
  module: string
  page: string
  /** Id of the heading inside the page; '' for the page's own opening. */
  anchor: string
  title: string
  heading: string
  keywords: string[]
  text: string
}

/** What people say, and what the guide may call it. One direction: the second does not find the first. */
export interface Synonym { says: string[]; means: string[] }

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

/** A whole guide in memory, as the compiler makes it. */
export interface Guide extends Omit<GuideManifest, 'format' | 'version' | 'modules' | 'frameworks' | 'canvases' | 'search'> {
  modules: Module[]
  frameworks: Framework[]
  canvases: Canvas[]
  sections: SearchSection[]
  /** What editors wrote in `synonyms.yaml`; the glossary's other names are not among them. */
  synonyms: Synonym[]
}
