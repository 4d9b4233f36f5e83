import type {Module} from '../../guide/module.js'
import type {Question} from '../../guide/question.js'
import type {LearnerEvent, Outcome} from '../record.js'
import {code, words, type CompactReader} from './text.js'

/** What a compact record is written and read with: the modules as they are now. */
export type Known = Pick<Module, 'id' | 'pages' | 'questions'>

/** Names the format, and its version. A later version must still read the earlier ones. */
export const PREFIX = 'dsg'
export const VERSION = '1.'

/** An entry begins with its kind, in 3 bits of its first digit; the other 3 say more, each kind in its own way. */
export const KINDS = ['edition', 'module', 'read', 'started', 'answered', 'did', 'reflected', 'completed'] as const
export type EventKind = typeof KINDS[number]

export const OUTCOMES: readonly Outcome[] = ['passed', 'not-passed', 'declared', 'completed']

/** No code is like this. */
const WRITTEN_OUT = '...'

/** Ids of one place by their codes. The rare one whose code another has too, or that is not known, is written out. */
export class Names {
  readonly #ids: ReadonlySet<string>
  /** undefined where two ids share a code. */
  readonly #byCode = new Map<string, string | undefined>()

  constructor(ids: Iterable<string>) {
    this.#ids = new Set(ids)
    for (const id of this.#ids) this.#byCode.set(code(id), this.#byCode.has(code(id)) ? undefined : id)
  }

  write(id: string): string {
    return this.#byCode.get(code(id)) === id ? code(id) : WRITTEN_OUT + words(id)
  }

  /** @returns undefined for what is not there (any more) */
  read(reader: CompactReader): string | undefined {
    const short = reader.code()
    if (short !== WRITTEN_OUT) return this.#byCode.get(short)
    const id = reader.words()
    return this.#ids.has(id) ? id : undefined
  }
}

/** A module, the names in it, and the tries at it that were written or read so far. */
export interface ModuleSoFar { module: Known; names: Names; tries: string[] }

/** Of what a module's events name. */
export function namesIn({pages, questions}: Known): Names {
  return new Names([...pages, ...questions].map(({id}) => id))
}

/** Ids that an answer may name, in the question's own order: its hash changes when that does. */
export function partsOf(question: Question): string[] {
  switch (question.type) {
    case 'choice': return question.answers.map(({id}) => id)
    case 'order': return question.items.map(({id}) => id)
    case 'match': return question.pairs.map(({right}) => right.id)
    default: return []
  }
}

/** The module that an event is about; undefined for those a compact record has no room for. */
export function moduleOf(event: LearnerEvent): string | undefined {
  switch (event.type) {
    case 'read': case 'started': case 'completed': return event.about
    case 'answered': case 'did': case 'reflected': return event.module
    default: return undefined
  }
}
