import type {Canvas} from './canvas.js'
import type {Framework} from './framework.js'
import type {GlossaryTerm, Synonym} from './glossary.js'
import type {Module} from './module.js'
import type {Pathway} from './pathway.js'
import type {Settings} from './settings.js'

/** A whole guide in memory, as the compiler makes it. */
export interface Guide {
  /** Names the learner's record on this site, so it must stay the same from edition to edition. */
  id: string
  title: string
  /** BCP 47, such as `en-GB`. */
  lang: string
  publisher?: string
  /** Fingerprint of everything the guide says. Kept with each learner event. */
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
