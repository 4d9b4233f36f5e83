import type {Canvas} from './canvas.js'
import type {Framework} from './framework.js'
import type {GlossaryTerm, Synonym} from './glossary.js'
import type {Module} from './module.js'
import type {Pathway} from './pathway.js'
import type {Settings} from './settings.js'

/** A whole guide in memory, as the compiler makes it. */
export interface Guide {
  /** The learner's record on this site is named by it, so it must stay the same from edition to edition. */
  id: string
  title: string
  /** BCP 47, such as `en-GB`. */
  lang: string
  publisher?: string
  /** A hash of everything that the guide says. It is kept with each event of a record. */
  edition: string
  settings: Settings
  pathways: Pathway[]
  modules: Module[]
  glossary: GlossaryTerm[]
  frameworks: Framework[]
  canvases: Canvas[]
  sections: SearchSection[]
  /** What editors wrote in `synonyms.yaml`; the glossary's other names are not among them. */
  synonyms: Synonym[]
}

/** One piece of the guide that search can find: what stands under one heading. */
export interface SearchSection {
  module: string
  page: string
  /** Id of the heading inside the page; '' for the page's own opening. */
  anchor: string
  title: string
  heading: string
  keywords: string[]
  /** What stands there, a line for each block: see `textLines`. */
  text: string
  /** Questions that it answers, as editors wrote them in `asked.yaml`; without their question marks. */
  asked?: string[]
  /** What it is for: it asks the learner something, or it has steps to follow. Packs made by older versions have none. */
  role?: 'questions' | 'steps'
}
