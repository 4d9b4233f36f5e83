import type {Block} from './document.js'

export interface GlossaryTerm {
  id: string
  term: string
  /** Other names of the term, abbreviations among them. */
  also: string[]
  meaning: Block[]
}

/** What people say, and what the guide may call it. A search for `says` also finds `means`, and not the other way round. */
export interface Synonym { says: string[]; means: string[] }
