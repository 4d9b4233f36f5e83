import type {Question} from '../../guide/question.js'
import type {LearnerEvent} from '../record.js'
import {madeId} from '../../ids/made-id.js'
import {textHash} from '../../ids/text-hash.js'
import {dayOf, ELSEWHERE, KINDS, Names, namesIn, OUTCOMES, partsOf, type Known, type ModuleSoFar} from './names.js'
import {code, type CompactReader, CutShort} from './text.js'

/** The last second of the year 9999, which is the last that a date in a record can hold. */
const MAX_SECOND = 253_402_300_799

/** An event before it has an id, a time and an edition. */
type Told = LearnerEvent extends infer E ? (E extends LearnerEvent ? Omit<E, 'id' | 'at' | 'edition'> : never) : never

/** Reads a compact record, entry by entry. Events about something that the modules no longer have are left out. */
export class EventReader {
  readonly events: LearnerEvent[] = []
  readonly #reader: CompactReader
  readonly #places: ReadonlyMap<string, ModuleSoFar>
  readonly #moduleNames: Names
  #edition = ''
  #place: ModuleSoFar | undefined
  #second = 0
  /** The number of the event in its second. It becomes its millisecond, so that events of one second keep their order. */
  #inSecond = 0

  constructor(reader: CompactReader, modules: readonly Known[]) {
    this.#reader = reader
    this.#places = new Map(modules.map(module => [module.id, {module, names: namesIn(module), tries: []}]))
    this.#moduleNames = new Names(this.#places.keys())
  }

  get isAtEnd(): boolean { return this.#reader.isAtEnd }

  next(): void {
    const first = this.#reader.digit()
    const kind = KINDS[first % KINDS.length]!
    const flags = Math.floor(first / KINDS.length)
    if (kind === 'edition') this.#edition = this.#reader.words()
    else if (kind === 'module') this.#place = this.#places.get(this.#moduleNames.read(this.#reader) ?? '')
    else this.#event(kind, flags)
  }

  #event(kind: Told['type'], flags: number): void {
    const later = this.#reader.number()
    this.#second += later
    if (this.#second > MAX_SECOND) throw new CutShort()
    this.#inSecond = later === 0 ? this.#inSecond + 1 : 0
    // An event is read even when its module is gone, to find where the next entry begins.
    const told = this.#told(kind, flags, this.#place ?? {module: NO_MODULE, names: NO_NAMES, tries: this.#goneTries})
    if (!told || !this.#place) return
    const at = new Date(this.#second * 1000 + this.#inSecond).toISOString()
    this.events.push({...told, id: idOf(at, told), at, edition: this.#edition})
  }

  readonly #goneTries: string[] = []

  #told(kind: Told['type'], flags: number, {module, names, tries}: ModuleSoFar): Told | undefined {
    const reader = this.#reader
    const ofModule = {about: module.id, hash: ''}
    switch (kind) {
      case 'read': {
        const page = names.read(reader)
        return page === undefined ? undefined : {type: 'read', ...ofModule, page}
      }
      case 'started': {
        const attempt = flags & 1 ? reader.uuid() : reader.words()
        tries.push(attempt)
        const questions = this.#list(names)
        const carried = flags & 2 ? {carried: this.#list(names)} : {}
        return {type: 'started', ...ofModule, attempt, questions, ...carried}
      }
      case 'answered': return this.#answered(flags, module, names, tries)
      case 'did': case 'reflected': {
        if (kind === 'did' && flags & ELSEWHERE) {
          reader.code()
          const date = dayOf([reader.digit(), reader.digit(), reader.digit()].reduce((days, digit) => days * 64 + digit))
          return {type: 'elsewhere', ...ofModule, done: Boolean(flags & 1), ...(date && {date})}
        }
        const asked = this.#asked(module, names)
        const about = asked && {about: asked.about, hash: asked.hash, module: module.id}
        if (!about) return undefined
        return kind === 'did' ? {type: 'did', ...about, done: Boolean(flags & 1)} : {type: 'reflected', ...about}
      }
      case 'completed': {
        const attempt = tries.at(-(reader.number() || Infinity))
        const score = flags & 4 ? {right: reader.number(), of: reader.number()} : {}
        const tried = attempt === undefined ? {} : {attempt}
        return {type: 'completed', ...ofModule, outcome: OUTCOMES[flags & 3]!, ...tried, ...score}
      }
      default: return undefined
    }
  }

  #answered(flags: number, module: Known, names: Names, tries: readonly string[]): Told | undefined {
    const attempt = tries.at(-this.#reader.number())
    const asked = this.#asked(module, names)
    const given = this.#given(asked?.question)
    if (!asked || attempt === undefined) return undefined
    const {about, hash} = asked
    const sure = (flags >> 1) as 0 | 1 | 2 | 3
    const right = Boolean(flags & 1)
    return {type: 'answered', about, hash, module: module.id, attempt, given, right, ...(sure && {sure})}
  }

  /** The question or task that was asked. When its words have changed since, `hash` is '' and `question` is missing. */
  #asked(module: Known, names: Names): {about: string; hash: string; question?: Question} | undefined {
    const about = names.read(this.#reader)
    const hash = this.#reader.code()
    const question = module.questions.find(({id}) => id === about)
    if (!question) return undefined
    const isSame = code(question.hash) === hash
    return {about: question.id, hash: isSame ? question.hash : '', ...(isSame && {question})}
  }

  #given(question: Question | undefined): string[] {
    const parts = question ? partsOf(question) : []
    const given = this.#each(() => {
      const place = this.#reader.number()
      return place === 0 ? this.#reader.words() : parts[place - 1]
    })
    return question ? given : []
  }

  #list(names: Names): string[] {
    return this.#each(() => names.read(this.#reader))
  }

  /** Reads a list, item by item: a damaged text may say that there are millions, so nothing is made for them ahead. */
  #each(read: () => string | undefined): string[] {
    const found: string[] = []
    for (let left = this.#reader.number(); left > 0; left--) {
      const one = read()
      if (one !== undefined) found.push(one)
    }
    return found
  }
}

/** An id that is the same each time the same event is read. */
function idOf(at: string, told: Told): string {
  const attempt = 'attempt' in told ? told.attempt : ''
  const hex = ['a', 'b', 'c'].map(salt => parseInt(textHash([salt, at, told.type, told.about, attempt].join(' ')), 36))
    .map(bits => bits.toString(16).padStart(14, '0')).join('')
  return madeId(hex)
}

const NO_MODULE: Known = {id: '', pages: [], questions: []}
const NO_NAMES = new Names([])
