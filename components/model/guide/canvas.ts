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
  /** The id never changes. A factor that a team added has a UUID. */
  id: string
  /** Factors of one group are shown together; '' for none. */
  group: string
  name: string
  /** `factorHash` of the factor. It is kept with each rating, so that one can tell when the words have changed since. */
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

/** A hash of a factor's name and the words of its levels. White space and case make no difference. */
export function factorHash(name: string, levels: readonly {name: string; text: readonly Inline[]}[]): string {
  return textHash(JSON.stringify([name, levels.map(level => [level.name, plainText(level.text)])]))
}
