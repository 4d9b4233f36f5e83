import type {Block} from './document.js'

export interface GlossaryTerm {
  id: string
  term: string
  /** Other names it goes by, abbreviations among them. */
  also: string[]
  meaning: Block[]
}

/** What people say, and what the guide may call it. One direction: the second does not find the first. */
export interface Synonym { says: string[]; means: string[] }
