import {plainText, type Block, type Inline} from './document.js'
import type {Source} from './module.js'
import {textHash} from '../ids/text-hash.js'

/**
 * A canvas: the factors that need to be in place, each with four levels, as `content/canvas/<id>.md` says. What teams
 * say about them is theirs and never here: see `model/canvas/items.ts`.
 */
export interface Canvas {
  id: string
  title: string
  /** BCP 47. */
  lang: string
  publisher?: string
  /** Where the factors come from and how far they can be relied on, to be shown with them. */
  basis?: string
  sources: Source[]
  lastReviewed?: string
  nextReview?: string
  factors: CanvasFactor[]
}

export interface CanvasFactor {
  /** For ever; an organisation's own factor has a UUID. */
  id: string
  /** Factors of one group are shown together; '' for none. */
  group: string
  name: string
  /** `factorHash` of it: kept with each rating, so that a later change of the words can be told. */
  hash: string
  intro: Block[]
  /** Four, the lowest first: level 1 is the first. Fewer only while the content has a fault. */
  levels: CanvasLevel[]
  /** Questions to ask before rating. */
  ask: Block[]
  /** Ids of the modules that help. */
  learn: string[]
}

export interface CanvasLevel { name: string; text: Inline[] }

export const LEVELS = [1, 2, 3, 4] as const
export type Level = (typeof LEVELS)[number]

/** Changes when the name of a factor, or a word of one of its levels, does. White space and case do not count. */
export function factorHash(name: string, levels: readonly {name: string; text: readonly Inline[]}[]): string {
  return textHash(JSON.stringify([name, levels.map(level => [level.name, plainText(level.text)])]))
}
