import type {Module} from '../../guide/module.js'
import type {Question} from '../../guide/question.js'
import type {LearnerEvent, Outcome} from '../record.js'
import {code, fixed, words, type CompactReader} from './text.js'

/** What a compact record is written and read with: the modules as they are now. */
export type Known = Pick<Module, 'id' | 'pages' | 'questions'>

/** Names the format, and its version. A later version must still read the earlier ones. */
export const PREFIX = 'dsg'
export const VERSION = '1.'

/** The kinds of entry. The first digit of an entry holds its kind in 3 bits, and in the other 3 bits flags of that kind. */
export const KINDS = ['edition', 'module', 'read', 'started', 'answered', 'did', 'reflected', 'completed'] as const
export type EventKind = typeof KINDS[number]

export const OUTCOMES: readonly Outcome[] = ['passed', 'not-passed', 'declared', 'completed']

/**
 * The flag of a `did` that is about the module as a whole, done elsewhere. All kinds are taken, and a reader from before it takes
 * it for a task that it does not know, which it leaves out.
 */
export const ELSEWHERE = 2
const DAY_MS = 86_400_000

/** A day as the days since 1970 in a code's place; 0 for none. @param day - 2026-05-03 */
export function dayCode(day = ''): string {
  const days = Math.floor(Date.parse(day) / DAY_MS)
  return fixed(days > 0 && days < 64 ** 3 ? days : 0, 3)
}

/** The day that `dayCode` wrote. */
export function dayOf(days: number): string | undefined {
  return days ? new Date(days * DAY_MS).toISOString().slice(0, 10) : undefined
}

/** Stands before an id that is written out. It is as long as a code, and no code looks like it. */
const WRITTEN_OUT = '...'

/** Short codes for the ids of one module. An id that is not known, or whose code another id has too, is written out. */
export class Names {
  readonly #ids: ReadonlySet<string>
  /** Ids by code; undefined where two ids share a code. */
  readonly #byCode = new Map<string, string | undefined>()

  constructor(ids: Iterable<string>) {
    this.#ids = new Set(ids)
    for (const id of this.#ids) this.#byCode.set(code(id), this.#byCode.has(code(id)) ? undefined : id)
  }

  write(id: string): string {
    return this.#byCode.get(code(id)) === id ? code(id) : WRITTEN_OUT + words(id)
  }

  /** @returns an id; undefined for one that is not there (any more) */
  read(reader: CompactReader): string | undefined {
    const short = reader.code()
    if (short !== WRITTEN_OUT) return this.#byCode.get(short)
    const id = reader.words()
    return this.#ids.has(id) ? id : undefined
  }
}

/** A module, the names in it, and the ids of the attempts at it that were written or read so far. */
export interface ModuleSoFar { module: Known; names: Names; tries: string[] }

/** Names of all that the events of a module can name: its pages and questions. */
export function namesIn({pages, questions}: Known): Names {
  return new Names([...pages, ...questions].map(({id}) => id))
}

/** Ids that an answer may name, in the question's order. When that order changes, so does the question's hash. */
export function partsOf(question: Question): string[] {
  switch (question.type) {
    case 'choice': return question.answers.map(({id}) => id)
    case 'order': return question.items.map(({id}) => id)
    case 'match': return question.pairs.map(({right}) => right.id)
    default: return []
  }
}

/** The module that an event is about; undefined for events that a compact record leaves out. */
export function moduleOf(event: LearnerEvent): string | undefined {
  switch (event.type) {
    case 'read': case 'started': case 'completed': case 'elsewhere': return event.about
    case 'answered': case 'did': case 'reflected': return event.module
    default: return undefined
  }
}
