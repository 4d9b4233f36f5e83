import {pageClock} from './clock.js'
import type {Clock} from './clock.js'
import {idlePhase} from './idle-time.js'
import type {Entry} from '../../model/log/entries.js'
import type {Log} from '../log/log.js'

/** What a person at a computer does. Scrolling is among them because a wheel or a finger may be all that moves. */
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel', 'scroll']

/** What a shared visit has in memory: a learner's record, or a team's canvas. */
export type VisitMemory = Pick<Log<Entry, never>, 'endVisit' | 'subscribe'>
  & ({readonly events: readonly unknown[]} | {readonly file: {readonly items: readonly unknown[]}})

/**
 * Ends a shared visit that nobody has touched for a while, after a warning. While nothing is in memory there is nothing
 * to clear, and nobody is warned.
 */
export class IdleVisit {
  #secondsLeft: number | undefined
  #wasEnded = false
  #touchedAt: number
  #wake: (() => void) | undefined
  #speaker: object | undefined
  #unsubscribe: (() => void) | undefined
  readonly #listeners = new Set<() => void>()
  readonly #memory: VisitMemory
  readonly #clock: Clock

  constructor(memory: VisitMemory, clock: Clock = pageClock) {
    this.#memory = memory
    this.#clock = clock
    this.#touchedAt = clock.now()
  }

  /** Seconds until all is cleared, of the few that are told; undefined while nobody needs to be warned. */
  get secondsLeft(): number | undefined { return this.#secondsLeft }

  /** True when all was cleared because nobody was there, until there is something new. */
  get wasEnded(): boolean { return this.#wasEnded }

  /** Calls back after each change; watches the page for as long as anybody wants to know. @returns stops that */
  follow(changed: () => void): () => void {
    const listener = () => changed()
    if (this.#listeners.size === 0) this.#begin()
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#end()
    }
  }

  /** One memory may be on a page in several places, but only one may warn. @returns true for that one */
  speaksFor(element: object): boolean {
    this.#speaker ??= element
    return this.#speaker === element
  }

  /** Leaves the warning to somebody else. */
  hush(element: object): void {
    if (this.#speaker !== element) return
    this.#speaker = undefined
    this.#tell()
  }

  /** The learner says that they are there. */
  stay(): void {
    this.#touchedAt = this.#clock.now()
    this.#check()
  }

  #begin(): void {
    this.#touchedAt = this.#clock.now()
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, this.#touched, {capture: true, passive: true})
    // After a sleep, or Back from another page, when timers have stood still.
    document.addEventListener('visibilitychange', this.#check)
    addEventListener('pageshow', this.#check)
    this.#unsubscribe = this.#memory.subscribe(this.#check)
    this.#check()
  }

  #end(): void {
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, this.#touched, {capture: true})
    document.removeEventListener('visibilitychange', this.#check)
    removeEventListener('pageshow', this.#check)
    this.#unsubscribe?.()
    this.#wake?.()
    this.#wake = undefined
    this.#secondsLeft = undefined
  }

  #touched = (): void => {
    // Once warned, only an answer counts: a mouse that somebody knocks says nothing about whose answers these are. And
    // whoever wakes the computer after the time is up may be somebody else, so the time is looked at first.
    this.#check()
    if (this.#secondsLeft === undefined) this.#touchedAt = this.#clock.now()
  }

  #check = (): void => {
    this.#wake?.()
    this.#wake = undefined
    if (isEmpty(this.#memory)) return this.#become(undefined)
    this.#wasEnded = false
    const phase = idlePhase(this.#clock.now() - this.#touchedAt)
    if (phase.is === 'over') {
      this.#wasEnded = true
      this.#memory.endVisit()
      return
    }
    this.#wake = this.#clock.after(phase.nextMs, this.#check)
    this.#become(phase.is === 'warned' ? phase.secondsLeft : undefined)
  }

  #become(secondsLeft: number | undefined): void {
    if (secondsLeft === this.#secondsLeft) return
    this.#secondsLeft = secondsLeft
    this.#tell()
  }

  #tell(): void {
    for (const changed of [...this.#listeners]) changed()
  }
}

function isEmpty(memory: VisitMemory): boolean {
  return ('file' in memory ? memory.file.items : memory.events).length === 0
}

const visits = new WeakMap<VisitMemory, IdleVisit>()

/** The one watch over a record or a canvas on this page. @param clock - counts for the first caller only */
export function idleVisitOf(memory: VisitMemory, clock: Clock = pageClock): IdleVisit {
  const visit = visits.get(memory) ?? new IdleVisit(memory, clock)
  visits.set(memory, visit)
  return visit
}
