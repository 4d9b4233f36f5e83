import type {Canvas} from '../../model/guide/canvas.js'
import type {AssessmentItem, CanvasFile, NewCanvasItem} from '../../model/canvas/items.js'
import type {CanvasState} from '../../model/canvas/state.js'
import type {CanvasStore} from '../../state/canvas/canvas.js'

/** One task a screen; `home` is the list of them. */
export const SCREENS = [
  'home', 'set-up', 'factors', 'factor', 'rate', 'raters', 'agree', 'agree-factor', 'plan', 'action', 'snapshot',
  'correction', 'profile', 'compare', 'history', 'report', 'own', 'places',
] as const
export type Screen = (typeof SCREENS)[number]

/** What is on screen. */
export interface Place {
  screen: Screen
  /** Id of what it is about there: a rating set, a factor, an action, a snapshot. */
  about?: string
}

/** What a screen says of what was just done. */
export interface Said {
  words: string
  /** Offers to take it back: for every step that takes something away. */
  canUndo?: boolean
}

/** What all screens of a canvas work on. Its parts are always those of now: read them again after a change. */
export interface Desk {
  readonly canvas: Canvas
  readonly file: CanvasFile
  readonly state: CanvasState
  /** The one that is worked on; undefined before the set-up. */
  readonly assessment: AssessmentItem | undefined
  readonly store: CanvasStore
  /** Other people use this device: nothing is kept on it, and what is in memory is cleared when nobody is there. */
  readonly isShared: boolean
  /** As `2026-11-23`, where the person is. */
  readonly today: string
  /** Milliseconds since 1970. */
  now(): number
  /** Writes down what a person said, and tells them and the page. */
  say(items: readonly NewCanvasItem[], said?: Said): void
  go(place: Place): void
  /** A file has gone out, so that leaving the page loses nothing. @param name - of the file */
  took(name: string, isWhole?: boolean): void
  /** Tells of something that wrote nothing down. */
  tell(words: string): void
  /** Brings files in, all or none of each. @returns why not, in plain words; an empty list when it is in */
  bring(file: CanvasFile): string[]
  clear(): Promise<void>
}
